"""What a source says in article after article is known by its recurrence, where different things are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engines import put
from furniture import BACKGROUND, MOTTO, PRAISE, herald, others, versions

from search.library import article_id
from search.text import sentence_keys, sentences

if TYPE_CHECKING:
    from search.article import Article
    from search.engine import Engine, SourceCounts


def keys(text: str) -> set[int]:
    return set(sentence_keys(text, sentences(text)))


def standing(engine: Engine, *articles: Article, source: str = "Herald") -> frozenset[int]:
    """Put articles into an engine and ask for all their sentences in one question."""
    put(engine, *articles)
    asked = {key for one in articles for _, block in one.story for key in keys(block.text)}
    return engine.read(lambda s: s.standing_sentences({source: asked, "Nobody": asked}))[source]


def test_a_sentence_of_three_articles_on_different_things_is_one(engine: Engine) -> None:
    assert standing(engine, *herald(PRAISE, PRAISE, PRAISE, "", ""), *others()) == keys(PRAISE)


def test_case_and_a_stop_make_no_difference(engine: Engine) -> None:
    found = standing(engine, *herald(PRAISE, PRAISE.upper(), PRAISE.rstrip("."), ""), *others())
    assert found == keys(PRAISE)


def test_two_articles_are_not_enough(engine: Engine) -> None:
    assert standing(engine, *herald(PRAISE, PRAISE, "", ""), *others()) == frozenset()


def test_other_sources_do_not_count(engine: Engine) -> None:
    articles = [*herald(PRAISE, PRAISE), *herald("", "", PRAISE, source="Courier")[2:]]
    assert standing(engine, *articles) == frozenset()
    assert standing(engine, *articles, source="Courier") == frozenset()


def test_versions_of_one_article_share_no_furniture(engine: Engine) -> None:
    assert (
        standing(engine, *versions(BACKGROUND), *herald("", "", "", "")[1:], *others())
        == frozenset()
    )


def test_versions_with_furniture_count_once(engine: Engine) -> None:
    articles = [*versions(PRAISE), *herald("", PRAISE, "", "")[1:], *others()]
    assert standing(engine, *articles) == frozenset()
    articles = [*versions(PRAISE), *herald("", PRAISE, PRAISE, "")[1:], *others()]
    assert standing(engine, *articles) == keys(PRAISE)


def test_a_quotation_is_none(engine: Engine) -> None:
    quoted = (
        "“We have said all that we have to say on this, and will say it again,” the mayor said."
    )
    assert standing(engine, *herald(*[quoted] * 5), *others()) == frozenset()


def test_articles_of_unknown_source_have_none(engine: Engine) -> None:
    articles = herald(*[PRAISE] * 5, source=None)
    put(engine, *articles, *others())
    asked = {"": keys(PRAISE)}
    assert engine.read(lambda s: s.standing_sentences(asked)) == {"": frozenset()}


def test_what_was_removed_or_replaced_no_longer_counts(engine: Engine) -> None:
    assert standing(engine, *herald(PRAISE, PRAISE, PRAISE, PRAISE), *others()) == keys(PRAISE)
    put(engine, gone=[article_id("h0")])
    asked = {"Herald": keys(PRAISE)}
    assert engine.read(lambda s: s.standing_sentences(asked))["Herald"] == keys(PRAISE)
    put(engine, herald("", "")[1])
    assert engine.read(lambda s: s.standing_sentences(asked))["Herald"] == frozenset()


def test_nothing_asked_is_nothing_found(engine: Engine) -> None:
    assert engine.read(lambda s: s.standing_sentences({})) == {}
    assert engine.read(lambda s: s.standing_sentences({"Herald": {5}})) == {"Herald": frozenset()}


def counted(engine: Engine, left: str, right: str | None) -> SourceCounts:
    return engine.read(lambda s: s.source_counts(left, right, lambda _: None))


def test_their_words_are_not_counted_for_a_source(engine: Engine) -> None:
    put(engine, *herald("", "", "", "", ""), *others())
    plain = counted(engine, "Herald", "Courier")
    # A block of nothing else is left out whole, whatever of it stands in other blocks elsewhere.
    ends = [PRAISE, f"{MOTTO}\n{PRAISE}", f"{PRAISE} {MOTTO}", MOTTO, PRAISE]
    put(engine, *herald(*ends))
    found = counted(engine, "Herald", "Courier")
    assert found.left.articles == plain.left.articles
    assert found.left.words == plain.left.words
    assert (found.left, found.right, found.whole) == (plain.left, plain.right, plain.whole)
    assert sorted(found.uses) == sorted(plain.uses)


def test_amid_others_short_ones_are_counted(engine: Engine) -> None:
    put(engine, *herald("", "", "", "", ""), *others())
    plain = counted(engine, "Herald", None)
    put(engine, *herald(MOTTO, MOTTO, MOTTO, f"Bells rang. {MOTTO}", ""))
    found = counted(engine, "Herald", None)
    assert found.left.words - plain.left.words == 7
    use = next(one for one in found.uses if one.word == "winds")
    assert (use.left.times, use.left.articles, use.left.squares, use.whole) == (1, 1, 1, 1)


def test_a_source_beside_itself_is_counted_alike(engine: Engine) -> None:
    put(engine, *herald(*[PRAISE] * 5), *others())
    found = counted(engine, "Herald", "Herald")
    assert found.left == found.right
    assert "sail" not in {one.word for one in found.uses}
