"""How often two sources use each word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engines import make_article, put

from search.keyness import SourceUse
from search.library import article_id

if TYPE_CHECKING:
    from search.engine import Engine, SourceCounts
    from search.keyness import WordUse

ARTICLES = (
    make_article("a", "Levees broke.\nThe levee is old.", source="Herald", published="2024-05-01"),
    make_article("b", "A levee holds.", source="Herald", title="Levee"),
    make_article("c", "Dams and one levee; 12 dams.", source="Courier", published="2024-04-30"),
    make_article("d", "The dam was built by hand.", published="2024-04-30"),
    make_article("e", "Cake.", source="Tide"),
)


def count(engine: Engine, left: str | None, right: str | None) -> SourceCounts:
    return engine.read(lambda snapshot: snapshot.source_counts(left, right, lambda _: None))


def use_of(counts: SourceCounts, word: str) -> WordUse:
    return next(use for use in counts.uses if use.word == word)


def test_words_are_counted_article_by_article_in_all_their_forms(engine: Engine) -> None:
    put(engine, *ARTICLES)
    counts = count(engine, "Herald", "Courier")
    assert (counts.left.articles, counts.left.words, counts.left.squares) == (2, 9, 36 + 9)
    assert (counts.right.articles, counts.right.words) == (1, 6)
    assert counts.left.months == (("2024-05", 1), (None, 1))
    assert counts.whole == 9 + 6 + 6 + 1
    levee = use_of(counts, "levee")
    assert levee.left == SourceUse(3, 2, 4 + 1, 2 * 6 + 3)
    assert levee.right == SourceUse(1, 1, 1, 6)
    assert levee.whole == 4
    assert use_of(counts, "dams").whole == 2  # of the forms that either uses


def test_only_some_articles_are_counted_of_the_two_and_the_whole_stays(engine: Engine) -> None:
    put(engine, *ARTICLES)
    chosen = [article_id(one) for one in "bce"]
    counts = engine.read(
        lambda s: s.source_counts("Herald", "Courier", lambda _: None, among=chosen)
    )
    assert (counts.left.articles, counts.left.words) == (1, 3)
    assert (counts.right.articles, counts.right.words) == (1, 6)
    assert counts.whole == 9 + 6 + 6 + 1
    assert use_of(counts, "levee").left == SourceUse(1, 1, 1, 3)


def test_all_words_of_every_source_are_counted_and_how_often_some_come(engine: Engine) -> None:
    put(engine, *ARTICLES)
    found = engine.read(lambda s: s.word_counts(["levee", "levees", "the", "nowhere"]))
    assert dict(found.sources) == {"Herald": 9, "Courier": 6, None: 6, "Tide": 1}
    assert dict(found.times) == {"levee": 3, "levees": 1, "the": 2, "nowhere": 0}


def test_stop_words_numbers_and_what_neither_uses_are_left_out(engine: Engine) -> None:
    put(engine, *ARTICLES)
    words = {use.word for use in count(engine, "Herald", "Courier").uses}
    assert words.isdisjoint({"the", "is", "a", "and", "12", "cake", "hand"})
    assert "broke" in words


def test_none_stands_for_articles_of_unknown_source(engine: Engine) -> None:
    put(engine, *ARTICLES)
    counts = count(engine, None, "Nobody")
    assert (counts.left.articles, counts.right.articles, counts.right.words) == (1, 0, 0)
    assert use_of(counts, "dam").left.times == 1


def test_progress_is_told_and_cancelling_gives_what_was_seen(engine: Engine) -> None:
    put(engine, *ARTICLES)
    shares: list[float] = []
    engine.read(lambda s: s.source_counts("Herald", "Courier", shares.append))
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert all(0 < share <= 1 for share in shares)
    counts = engine.read(
        lambda s: s.source_counts("Herald", "Courier", lambda _: None, lambda: True)
    )
    assert list(counts.uses) == []
