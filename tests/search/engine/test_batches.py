"""Several articles, heads, ids or frequencies in one question; words respelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import ARTICLES, EVERY, fill
from engines import make_article

from search.library import article_id
from search.query import parse
from search.text import stem

if TYPE_CHECKING:
    from search.engine import Engine, Snapshot


def test_it_tells_how_many_there_are(engine: Engine) -> None:
    assert engine.read(len) == 0
    fill(engine)
    assert engine.read(len) == len(EVERY)


def test_heads_come_in_the_order_asked_for_none_for_strangers(engine: Engine) -> None:
    fill(engine)
    asked = [article_id(one) for one in ("g", "stranger", "a", "g")]
    heads = engine.read(lambda snapshot: snapshot.heads(asked))
    assert [head.title if head else None for head in heads] == [
        "Le port", None, "Dockers walk out", "Le port",
    ]  # fmt: skip
    everyone = [article.id for article in ARTICLES]
    whole = [head for head in engine.read(lambda s: s.heads(everyone)) if head]
    assert [head.path for head in whole] == list(EVERY)
    assert [head.path for head in whole if not head.whole] == ["b"]


def test_whole_articles_where_texts_are_held(engine: Engine) -> None:
    fill(engine)
    asked = [article_id(one) for one in ("h", "stranger", "b")]
    whole = engine.read(lambda snapshot: snapshot.articles(asked))
    if engine.holds_texts:
        assert whole == [ARTICLES[7], None, ARTICLES[1]]
    else:
        assert whole == [None, None, None]


def test_ids_by_their_beginnings(engine: Engine) -> None:
    fill(engine)
    ids = sorted(article.id for article in ARTICLES)
    begins = [ids[0][:3], "", ids[4], "zz", "\ud800"]
    found = engine.read(lambda snapshot: snapshot.beginning(begins))
    assert found == [
        [one for one in ids if one.startswith(begins[0])], ids, [ids[4]], [], [],
    ]  # fmt: skip


def test_frequencies_are_of_articles_by_the_stems_of_their_language(engine: Engine) -> None:
    fill(engine)
    words = ["strike", "dockers", "sanctions", "haus", "hau", "nobody"]
    roots = [*map(stem, words[:3]), "haus", "hau", "nobody"]
    held = engine.read(lambda snapshot: snapshot.document_frequency(roots))
    assert held.articles == len(EVERY)
    assert dict(held.held) == dict(zip(roots, (3, 2, 2, 1, 0, 0), strict=True))
    assert engine.read(lambda snapshot: snapshot.document_frequency([])).held == {}


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("freihgters", "freighters"),
        ("dockers freihgters", "dockers freighters"),
        ('"twelve freihgters"', '"twelve freighters"'),
        ("title:altberg", "title:altburg"),
        ("strike", None),
        ("strikes", None),
        ("xylophone", None),
        ("-freihgters", None),
        ("", None),
    ],
)
def test_a_word_that_no_article_has_is_respelt(
    engine: Engine, query: str, better: str | None
) -> None:
    fill(engine)
    assert engine.read(lambda snapshot: snapshot.suggest(parse(query))) == better


def test_an_engine_that_holds_nothing_answers_everything(engine: Engine) -> None:
    stranger = make_article("x", "A strike.", title="Strike")

    def ask(snapshot: Snapshot) -> None:
        found = snapshot.search(parse("strike").root, "newest")
        assert (found.total.count, found.rows(0, 9), dict(found.places([stranger.id]))) == (
            0,
            [],
            {},
        )
        assert found.known_id(0) is None
        assert found.counts("source") == found.counts("month", own_filters=False) == ()

    engine.read(ask)
    read = engine.read
    assert read(lambda s: s.heads([stranger.id])) == [None]
    assert read(lambda s: s.articles([stranger.id])) == [None]
    assert read(lambda s: s.beginning(["a", ""])) == [[], []]
    assert read(lambda s: s.document_frequency(["x"])) == (0, {"x": 0})
    assert read(lambda s: s.suggest(parse("strike"))) is None
    assert read(lambda s: s.similar(stranger, [("strike", 1.0, False)], 9)) == []
    assert read(lambda s: s.profile_weights([stranger.id], ["strike"])) == {}
    assert dict(read(lambda s: s.stories())) == dict(read(lambda s: s.stories([stranger.id]))) == {}
    assert read(lambda s: s.shared_stories("Pilot", None)) == ()
    assert read(lambda s: s.standing_sentences({"Pilot": {7}})) == {"Pilot": frozenset()}
    counts = read(lambda s: s.source_counts("Pilot", None, lambda _: None))
    assert (counts.left.articles, counts.whole, list(counts.uses)) == (0, 0, [])
    engine.group_stories((), ())
