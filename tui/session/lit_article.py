"""Reading articles and finding the matches to highlight in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.render.article_page import Place, Reading
from tui.render.passages.page_notes import page_notes

if TYPE_CHECKING:
    from search import Article, Desk, Query
    from tui.routes import Lighting
    from tui.session.requests import ToFind, ToRead


def read(desk: Desk, request: ToRead) -> Reading:
    """Read an article with its matches, where it was left, and what was marked of it.

    Reads from disk. Raises SearchError.
    """
    reading = highlight(desk.read(request.article), request.query)
    left = desk.marks.places.of(request.article)
    place = Place(*left) if left is not None else None
    earlier = desk.revisions.earlier(reading.article)
    return with_marks(desk, replace(reading, left=place, earlier=earlier))


def with_marks(desk: Desk, reading: Reading) -> Reading:
    """Give an article with its tags and notes as they are now. Asks the database of marks."""
    (marks,) = desk.marks.of([reading.article.id])
    notes = page_notes(desk.marks.notes_on(reading.article)) if marks.notes else ()
    return replace(reading, tags=marks.tags, notes=notes)


def find(request: ToFind) -> Reading:
    """Find a text in an article; raise QueryError if the text is not a valid query."""
    from search import parse  # noqa: PLC0415 - loaded with the desk, after the first frame

    query = parse(request.text, typing=True) if request.text.strip() else None
    return highlight(request.article, query)


def query_of(lighting: Lighting | None) -> Query | None:
    """Give the query to highlight; None if there is none, or it isn't a valid query (any more)."""
    from search import QueryError, parse  # noqa: PLC0415 - loaded with the desk

    if lighting is None:
        return None
    try:
        return parse(lighting.query, typing=lighting.unfinished)
    except QueryError:
        return None


def highlight(article: Article, query: Query | None) -> Reading:
    """Find a query's matches in an article's title and text; without a query, none.

    In folded text those of a query that looks there are lit; those of any other are only told of.
    Cost: one pass over it.
    """
    from search import Highlighter  # noqa: PLC0415 - loaded with the desk, after the first frame

    if query is None:
        return Reading(article)
    highlighter = Highlighter(query)
    folded = {
        at: spans
        for at, block in article.folded
        if (spans := highlighter.spans(block.text, "body", article.language))
    }
    return Reading(
        article,
        highlighter.spans(article.title or "", "title", article.language),
        tuple(
            highlighter.spans(
                block.text, "folded" if block.kind == "boilerplate" else "body", article.language
            )
            for block in article.blocks
        ),
        furniture={} if highlighter.looks_in_folded else folded,
    )
