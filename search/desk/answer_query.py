"""Running a query: from its text to an answer and its rows."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from search.desk.answer import Answer, Hit, Missing, own_sort
from search.desk.marks_query import resolve_marks
from search.engine import while_wanted
from search.errors import CancelledError, QueryError
from search.highlight import Excerpt, excerpt
from search.query import Query, clauses, describe, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article
    from search.desk.marks_query import MarkSets
    from search.engine import Engine, Found, Row, Snapshot, Sort
    from search.highlight import Highlighter
    from search.marks import Marks
    from search.query import Node


def ask(
    engine: Engine,
    asked: tuple[str, Sort | None],
    marks: Callable[[], MarkSets],
    cancelled: Callable[[], bool],
    *,
    typing: bool,
) -> Answer:
    """Search for a text in an order; see `Desk.search`.

    `marks` is asked only by a query that speaks of them.
    """
    begun = time.perf_counter()
    text, order = asked
    query = parse(text, typing=typing)
    resolved = resolve_marks(query, marks, typing=typing)
    sort = order or own_sort(resolved.root)

    def answer(snapshot: Snapshot) -> Answer:
        if cancelled():
            raise CancelledError
        found = snapshot.search(resolved.root, sort, cancelled)
        return Answer(
            query=Query(text, resolved.root, query.unfinished),
            sort=sort,
            read_as=f"{describe(query)}{found.total.by and f' · {found.total.by}'}",
            total=found.total.count,
            exact=found.total.exact,
            found=found,
            sources=found.counts("source"),
            months=found.counts("month"),
            suggestion=_suggestion(snapshot, Query(text, resolved.typed), found, marks, cancelled),
            took_ms=0.0,
            missing=() if found.total.count else _missing(snapshot, resolved.root, text, cancelled),
        )

    with while_wanted(cancelled):
        found = engine.read(answer)
    return replace(found, took_ms=(time.perf_counter() - begun) * 1000)


def _missing(
    snapshot: Snapshot, root: Node, text: str, cancelled: Callable[[], bool]
) -> tuple[Missing, ...]:
    """Give what each condition of a query that found nothing finds, and the query without it."""

    def count(node: Node) -> int:
        return snapshot.search(node, "relevance", cancelled).total.count

    return tuple(
        Missing(
            one.text,
            one.own is None or bool(count(one.own)),
            None if one.rest is None else count(one.rest),
        )
        for one in clauses(Query(text, root))
    )


def _suggestion(
    snapshot: Snapshot,
    query: Query,
    found: Found,
    marks: Callable[[], MarkSets],
    cancelled: Callable[[], bool],
) -> str | None:
    """Give another spelling of a query if it finds more."""
    text = snapshot.suggest(query)
    if text is None:
        return None
    try:
        better = resolve_marks(parse(text), marks).root
    except QueryError:
        return None
    more = snapshot.search(better, cancelled=cancelled).total.count > found.total.count
    return text if more else None


def hit(row: Row, highlighter: Highlighter, article: Article | None, marks: Marks) -> Hit:
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
        marks=marks,
    )
