"""Articles read, with the places of a query in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.article_page import Reading

if TYPE_CHECKING:
    from search import Article, Desk, Query
    from tui.routes import Lighting
    from tui.session.requests import ToFind, ToRead


def read(desk: Desk, wanted: ToRead) -> Reading:
    """Read an article, lit; raise SearchError where it can't be read. Waits for the disk."""
    return lit(desk.read(wanted.article), wanted.query)


def look(wanted: ToFind) -> Reading:
    """Light what is looked for in an article; raise QueryError where that can't be understood."""
    from search import parse  # noqa: PLC0415 - loaded with the desk, after the first frame

    query = parse(wanted.text, typing=True) if wanted.text.strip() else None
    return lit(wanted.article, query)


def query_of(lighting: Lighting | None) -> Query | None:
    """Give the query that lights; None where there is none, or it isn't one (any more)."""
    from search import QueryError, parse  # noqa: PLC0415 - loaded with the desk

    if lighting is None:
        return None
    try:
        return parse(lighting.query, typing=lighting.unfinished)
    except QueryError:
        return None


def lit(article: Article, query: Query | None) -> Reading:
    """Find the places of a query in an article's title and story; of None, none.

    Cost: one pass over its story.
    """
    from search import Highlighter  # noqa: PLC0415 - loaded with the desk, after the first frame

    if query is None:
        return Reading(article)
    highlighter = Highlighter(query)
    return Reading(
        article,
        highlighter.spans(article.title or "", "title", article.language),
        tuple(
            ()
            if block.kind == "boilerplate"
            else highlighter.spans(block.text, "body", article.language)
            for block in article.blocks
        ),
    )
