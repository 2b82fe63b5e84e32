"""Reading answers and desks in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search import Answer, ArticleId, Desk
    from search.article import Head
    from search.engine import Found
    from search.engine.state import Storage


def ids_of(answer: Answer) -> list[ArticleId]:
    """Give every article of an answer, in its order."""
    return [head.id for head in heads_of(answer.found)]


def heads_of(found: Found) -> list[Head]:
    """Give the head of every article found, in its order."""
    return [row.head for row in found.rows(0, found.total.count) if row]


def storage_of(desk: Desk) -> Storage:
    """Give the disk usage of an engine on this machine."""
    storage = desk.inspect().health.storage
    assert storage is not None
    return storage
