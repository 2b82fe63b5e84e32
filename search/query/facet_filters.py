"""Removing a facet's own filters from a query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from search.query.tree import (
    And,
    DateRange,
    Everything,
    FromSource,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)

if TYPE_CHECKING:
    from search.query.tree import Node

Facet: TypeAlias = Literal["source", "month", "author", "tag", "lang"]
"""What articles are counted by."""


def without(root: Node, facet: Facet) -> Node:
    """Leave out of a tree what filters by a facet and is joined to the rest by AND.

    `russia source:dw date:2019` without `source` is `russia date:2019`. A filter inside an OR with
    something else stays, for it isn't a choice by itself. Gives the very tree when nothing goes.
    """
    if _filters(root, facet):
        return Everything(root.span)
    if not isinstance(root, And):
        return root
    kept = tuple(child for child in root.children if not _filters(child, facet))
    if len(kept) == len(root.children):
        return root
    if not kept:
        return Everything(root.span)
    return kept[0] if len(kept) == 1 else And(root.span, kept)


def _filters(node: Node, facet: Facet) -> bool:
    """Tell whether a node does nothing but choose among the values of a facet."""
    match node:
        case Not(child=child):
            return _filters(child, facet)
        case And(children=children) | Or(children=children):
            return all(_filters(child, facet) for child in children)
        case DateRange():
            return facet == "month"
        case FromSource():
            return facet == "source"
        case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
            return node.field == facet
        case _:
            return False
