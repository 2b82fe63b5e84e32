"""Where the words of a query are sought: in stories, or also in what pages say besides (`in:all`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.query.tree import And, Everything, Fuzzy, Not, Or, Phrase, Prefix, Term, Wildcard
from search.text import Span

if TYPE_CHECKING:
    from search.query.tree import Node


def everywhere(root: Node) -> Node:
    """Have the words of a tree sought in folded text too, but for those behind NOT.

    A word in a menu is no reason to leave an article out, so this finds all that the tree finds.
    Words of a field stay there. Gives the very tree when nothing changes.
    """
    match root:
        case And(children=children) | Or(children=children):
            widened = tuple(map(everywhere, children))
            same = all(a is b for a, b in zip(widened, children, strict=True))
            return root if same else replace(root, children=widened)
        case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
            return replace(root, field="all") if root.field is None else root
        case _:
            return root


def only_folded(root: Node) -> Node | None:
    """Give the tree that finds what `everywhere` finds and the tree itself doesn't.

    None if that can't be anything: the tree has no words of its own, or seeks them everywhere.
    """
    wider = everywhere(root)
    return None if wider is root else And(root.span, (wider, Not(root.span, root)))


def join(kind: type[And | Or], nodes: list[Node]) -> Node:
    """Join nodes, at least one; `in:all` is none of them, as it speaks of all."""
    nodes = [node for node in nodes if not isinstance(node, Everything)] or nodes[:1]
    if len(nodes) == 1:
        return nodes[0]
    return kind(Span(nodes[0].span.start, nodes[-1].span.stop), tuple(nodes))
