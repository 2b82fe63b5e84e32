"""Running a query: from what the engine found to an answer and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.desk.answer import Answer, Hit
from search.errors import QueryError
from search.highlight import Excerpt, excerpt
from search.query import describe, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article
    from search.engine import Row, Snapshot, Sort
    from search.highlight import Highlighter
    from search.query import Query


def answer(query: Query, sort: Sort, snapshot: Snapshot, cancelled: Callable[[], bool]) -> Answer:
    """Search, order and count; `took_ms` is left at 0. Raises CancelledError."""
    found = snapshot.search(query.root, sort, cancelled)
    return Answer(
        query=query,
        sort=sort,
        read_as=describe(query),
        total=found.total.count,
        exact=found.total.exact,
        found=found,
        sources=found.counts("source"),
        months=found.counts("month"),
        suggestion=_suggestion(query, found.total.count, snapshot, cancelled),
        took_ms=0.0,
    )


def _suggestion(
    query: Query, total: int, snapshot: Snapshot, cancelled: Callable[[], bool]
) -> str | None:
    """Give another spelling if it finds more."""
    text = snapshot.suggest(query)
    if text is None:
        return None
    try:
        better = parse(text)
    except QueryError:
        return None
    found = snapshot.search(better.root, cancelled=cancelled)
    return text if found.total.count > total else None


def hit(row: Row, highlighter: Highlighter, article: Article | None) -> Hit:
    """Make the row of one article; without its text when it can't be read any more."""
    head = article.head if article else row.head
    language = article.language if article else None
    shown, count = excerpt(article, highlighter) if article else (Excerpt("", ()), 0)
    return Hit(
        head=head,
        score=row.score,
        matches=count,
        title_spans=highlighter.spans(head.title, "title", language) if head.title else (),
        excerpt=shown,
    )
