"""Putting filters by marks in terms of sets of articles, which any engine can be asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search.errors import QueryError
from search.query import (
    MARK_FIELDS,
    Among,
    And,
    Everything,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    parse,
    word_test,
)
from search.text import stem, stemmer, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from search.article import ArticleId
    from search.query import (
        Node,
        Query,
    )
    from search.query.tree import Words

_MOST_SAVED = 50
"""Saved searches that a query may go through, those within others included."""


@dataclass(frozen=True, slots=True)
class MarkSets:
    """The marks of a library, as a query asks for them.

    Attributes:
        read, starred, noted: the articles that are.
        tags: the articles of each of the reader's tags.
        notes: each note's article and text.
        saved: the saved searches by name.
    """

    read: frozenset[ArticleId]
    starred: frozenset[ArticleId]
    noted: frozenset[ArticleId]
    tags: Mapping[str, frozenset[ArticleId]]
    notes: Sequence[tuple[ArticleId, str]]
    saved: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A query in terms of sets of articles.

    Attributes:
        root: what to find.
        typed: the same without what saved searches ask, whose words don't stand in the text.
    """

    root: Node
    typed: Node


def resolve_marks(query: Query, sets: Callable[[], MarkSets], *, typing: bool = False) -> Resolved:
    """Replace what asks for marks by sets of articles; raise QueryError for an unknown saved search.

    With `typing`, the name of one may be unfinished, and leaves nothing out. `sets` is only asked
    by a query that speaks of marks or tags. Cost: linear in the query, and in the marks it asks for.
    """
    if not _asks(query.root):
        return Resolved(query.root, query.root)
    kept = sets()
    root = _Resolver(query.text, kept, typing=typing).node(query.root, ())
    typed = _Resolver(query.text, kept, typing=typing, through=False).node(query.root, ())
    return Resolved(root, typed)


def _asks(node: Node) -> bool:
    match node:
        case And(children=children) | Or(children=children):
            return any(map(_asks, children))
        case Not(child=child):
            return _asks(child)
        case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
            return node.field == "tag" or node.field in MARK_FIELDS
        case _:
            return False


class _Resolver:
    """One walk through one query."""

    def __init__(self, text: str, sets: MarkSets, *, typing: bool, through: bool = True) -> None:
        self._text = text
        self._sets = sets
        self._typing = typing
        self._through = through
        self._opened = 0

    def node(self, node: Node, within: tuple[str, ...]) -> Node:
        """Resolve a node that stands within some saved searches."""
        match node:
            case And(children=children) | Or(children=children):
                return replace(node, children=tuple(self.node(one, within) for one in children))
            case Not(child=child):
                return replace(node, child=self.node(child, within))
            case Term(field="is", form=form):
                return self._state(node, form)
            case Term(field="has"):
                return Among(node.span, self._sets.noted)
            case Term(field="saved", form=name):
                return self._saved(node, name, within)
            case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
                return self._words(node)
            case _:
                return node

    def _state(self, node: Term, form: str) -> Node:
        if form == "starred":
            return Among(node.span, self._sets.starred)
        read = Among(node.span, self._sets.read)
        return Not(node.span, read) if form == "unread" else read

    def _words(self, leaf: Words) -> Node:
        if leaf.field == "note":
            found = (article for article, text in self._sets.notes if _holds(text, leaf))
            return Among(leaf.span, frozenset(found))
        if leaf.field == "tag":
            tags = [articles for name, articles in self._sets.tags.items() if _holds(name, leaf)]
            if tags:
                return Or(leaf.span, (leaf, Among(leaf.span, frozenset().union(*tags))))
        return leaf

    def _saved(self, leaf: Term, name: str, within: tuple[str, ...]) -> Node:
        text = self._sets.saved.get(name)
        if text is None:
            if self._typing:
                return Everything(leaf.span)
            raise self._refusal(leaf, f"no search is saved as “{name[:80]}”")
        if name in within:
            raise self._refusal(leaf, f"the search saved as “{name}” asks for itself")
        self._opened += 1
        if self._opened > _MOST_SAVED:
            raise self._refusal(leaf, f"this goes through more than {_MOST_SAVED} saved searches")
        try:
            root = parse(text).root
        except QueryError as fault:
            reason = f"the search saved as “{name}” can't be read: {fault.reason}"
            raise self._refusal(leaf, reason) from None
        found = self.node(_moved(root, leaf), (*within, name))
        return found if self._through else Everything(leaf.span)

    def _refusal(self, leaf: Term, reason: str) -> QueryError:
        return QueryError(self._text, leaf.span.start, reason)


def _moved(node: Node, leaf: Term) -> Node:
    """Have all of a tree stand where a leaf does."""
    match node:
        case And(children=children) | Or(children=children):
            return replace(
                node, span=leaf.span, children=tuple(_moved(one, leaf) for one in children)
            )
        case Not(child=child):
            return replace(node, span=leaf.span, child=_moved(child, leaf))
        case _:
            return replace(node, span=leaf.span)


def _holds(text: str, leaf: Words) -> bool:
    """Tell whether a text has what a leaf means. Cost: linear in the text."""
    forms = [token.form for token in tokenize(text)]
    if not isinstance(leaf, Phrase):
        return any(map(word_test(leaf), forms))
    if leaf.stemmed:
        rules = stemmer(None)
        return _stand(
            [stem(form, rules) for form in forms], [stem(f, rules) for f in leaf.forms], None
        )
    return _stand(forms, leaf.forms, leaf.slop)


def _stand(forms: Sequence[str], wanted: Iterable[str], slop: int | None) -> bool:
    """Tell whether words stand side by side, or in any order with at most `slop` between."""
    sought = list(wanted)
    if slop is None:
        stretch = range(len(forms) - len(sought) + 1)
        return any(
            forms[at] == sought[0] and forms[at : at + len(sought)] == sought for at in stretch
        )
    last: dict[str, int] = {}
    for at, form in enumerate(forms):
        if form in sought:
            last[form] = at
            if len(last) == len(set(sought)) and at - min(last.values()) < slop + len(sought):
                return True
    return False
