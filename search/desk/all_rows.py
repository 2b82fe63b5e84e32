"""Every row that a search found, fetched in batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.query import Everything
from search.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import ArticleId, Head
    from search.engine import Engine, Found, Row


_AT_ONCE = 1_000
"""Rows that are asked for at a time where nobody knows how many there are."""


def every_row(found: Found, at_once: int) -> Iterator[Row | None]:
    """Yield every row, fetched in batches, even where the total is only a lower bound."""
    start = 0
    while start < found.total.count or not found.total.exact:
        rows = found.rows(start, start + at_once)
        yield from rows
        if len(rows) < at_once:
            return
        start += at_once


def every_head(engine: Engine) -> Iterator[Head]:
    """Yield the head of every article, as they were indexed. Cost: reading all at once."""
    found = engine.read(lambda snapshot: snapshot.search(Everything(Span(0, 0))))
    rows = every_row(found, max(1, found.total.count))
    return (row.head for row in rows if row)


def every_id(found: Found) -> frozenset[ArticleId]:
    """Give all articles that were found, without reading them where they are known."""
    total = found.total.count
    if not found.total.exact:  # there are more than that
        return frozenset(row.head.id for row in every_row(found, _AT_ONCE) if row)
    known = [found.known_id(place) for place in range(total)]
    if None not in known:
        return frozenset(filter(None, known))
    return frozenset(row.head.id for row in every_row(found, max(1, total)) if row)
