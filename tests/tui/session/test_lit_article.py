from __future__ import annotations

from search import Article, ArticleId, Block, Span, parse
from tui.session.lit_article import highlight

ARTICLE = Article(
    ArticleId("0" * 16),
    "a.txt",
    (
        Block("boilerplate", "More on the levee and the levee board"),
        Block("paragraph", "The levee broke."),
    ),
    title="Flood",
)


def test_places_in_folded_text_are_told_of_but_not_lit() -> None:
    reading = highlight(ARTICLE, parse("levee"))
    assert reading.spans == ((), (Span(4, 9),))
    assert reading.matches == 1
    assert reading.furniture == {0: (Span(12, 17), Span(26, 31))}


def test_a_query_that_looks_in_folded_text_lights_it() -> None:
    reading = highlight(ARTICLE, parse("in:all levee"))
    assert reading.matches == 3
    assert reading.furniture == {}


def test_without_a_query_there_is_nothing() -> None:
    assert highlight(ARTICLE, None).furniture == {}
