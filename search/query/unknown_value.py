"""What `?` means as the value of a field: that it isn't known, as in `author:?`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from search.query.tree import DateRange, FromSource, Not, Wildcard

if TYPE_CHECKING:
    from search.query.tree import Field, Node
    from search.text import Span

SIGN = "?"
FIELDS = frozenset({"source", "author", "lang", "tag", "date"})
"""The fields whose value may be unknown; `date` is that of the day."""
_ANY = "*"


def unknown_value(span: Span, field: str) -> Node:
    """Give the tree of articles of which the value of one of `FIELDS` isn't known.

    It is made of what every engine knows: no source, no day of any time, no word in the field.
    """
    if field == "source":
        return FromSource(span, frozenset({None}))
    if field == "date":
        return Not(span, DateRange(span, None, None))
    return Not(span, Wildcard(span, _ANY, cast("Field", field)))


def unknown_field(node: Node) -> str | None:
    """Give the field that a tree of `unknown_value` speaks of; None for any other tree."""
    match node:
        case FromSource(names=names) if names == {None}:
            return "source"
        case Not(child=DateRange(first=None, last=None)):
            return "date"
        case Not(child=Wildcard(form="*", field=str(field))) if field in FIELDS:
            return field
        case _:
            return None
