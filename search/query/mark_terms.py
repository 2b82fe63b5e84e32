"""Filters by what the reader did: `is:unread`, `has:note`, `saved:name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import QueryError
from search.query.tree import (
    MARK_FIELDS,
    Among,
    And,
    DateRange,
    Everything,
    FromSource,
    Not,
    Or,
    Term,
)
from search.text import Span

if TYPE_CHECKING:
    from search.query.lex import Lexeme
    from search.query.tree import Node

VALUES: dict[str, tuple[str, ...]] = {"is": ("read", "unread", "starred"), "has": ("note",)}
"""What may stand behind the fields of marks that have a choice of values."""
SAVED = "saved"
FIELDS = frozenset(VALUES) | {SAVED}


def mark_term(text: str, mark: Lexeme, value: Lexeme, *, typing: bool) -> Node:
    """Read a filter by marks; raise QueryError for a value it doesn't go with.

    With `typing`, one at the end of the text that may yet become a value leaves nothing out.
    """
    span = Span(mark.span.start, value.span.stop)
    if mark.text == SAVED:
        return Term(span, value.text, stemmed=False, field="saved")
    allowed, given = VALUES[mark.text], value.text.lower()
    if given in allowed:
        return Term(span, given, stemmed=False, field="is" if mark.text == "is" else "has")
    if typing and span.stop == len(text) and any(one.startswith(given) for one in allowed):
        return Everything(span)
    raise QueryError(text, value.span.start, f"{mark.text}: goes with {' or '.join(allowed)}")


def asks_for_marks(node: Node) -> bool:
    """Tell whether any part of a query is about what the reader did."""
    match node:
        case And(children=children) | Or(children=children):
            return any(map(asks_for_marks, children))
        case Not(child=child):
            return asks_for_marks(child)
        case Everything() | DateRange() | Among() | FromSource():
            return False
        case _:
            return node.field in MARK_FIELDS
