"""The conditions of a query that must all hold, and the query without each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from search.query.tree import And, Everything, Not

if TYPE_CHECKING:
    from search.query.tree import Node, Query

_FIELD = re.compile(r"(?:[A-Za-z]+:|#)\Z")
_LONGEST_FIELD = 10
"""Characters before a node in which the name of its field is looked for."""
_MOST = 6
"""Conditions that are looked at; of a longer query the first."""


class Clause(NamedTuple):
    """One of them.

    Attributes:
        text: how it was written.
        own: its tree by itself; None for what leaves articles out, as that finds nothing by itself.
        rest: the tree of all others; None without any.
    """

    text: str
    own: Node | None
    rest: Node | None


def clauses(query: Query) -> list[Clause]:
    """Give what is joined by AND at the top of a query, in the order written; six at most."""
    root = query.root
    if isinstance(root, Everything):
        return []
    children = root.children if isinstance(root, And) else (root,)
    found = []
    for child in children[:_MOST]:
        others = tuple(one for one in children if one is not child)
        rest = And(root.span, others) if len(others) > 1 else next(iter(others), None)
        text = _written(query.text, child)
        found.append(Clause(text, None if isinstance(child, Not) else child, rest))
    return found


def _written(text: str, node: Node) -> str:
    """Give a node as it was written, with the field before it, which may not be in its span."""
    field = _FIELD.search(text[max(0, node.span.start - _LONGEST_FIELD) : node.span.start])
    return (field[0] if field else "") + text[node.span.start : node.span.stop]
