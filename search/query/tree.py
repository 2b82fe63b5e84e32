"""The syntax tree of a query, as frozen values.

Every node carries `span`, its place in the query's text, so that a reader can be shown how each
part was understood; nodes that ask for the same are equal wherever they stand. Words are already
folded by `search.text`.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from search.article import ArticleId
    from search.text import Span

MarkField: TypeAlias = Literal["is", "has", "note", "saved"]
"""What only the reader's marks tell.

A `Term` of `is` has the form `read`, `unread` or `starred`, one of `has` `note`, and one of `saved`
the name of a saved search as it was typed; leaves of `note` look in the reader's notes. No engine
is asked for any: they are put in terms of sets of articles first (`Among`).
"""
Field: TypeAlias = Literal["title", "source", "author", "lang", "tag", "all"] | MarkField
"""Where a leaf looks; a leaf whose field is None looks in title and story, and one of `all` also
in what a page says besides, which is shown folded.
"""
MARK_FIELDS = frozenset[str]({"is", "has", "note", "saved"})
"""The fields of `MarkField`."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word: all its forms when `stemmed`, else just this one."""

    span: Span = dataclasses.field(compare=False)
    form: str
    stemmed: bool
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two words or more, in this order.

    `slop` is None for adjacent words; else all words stand, in any order, within a stretch
    of text in which at most `slop` words lie between the first and the last of them.
    """

    span: Span = dataclasses.field(compare=False)
    forms: tuple[str, ...]
    stemmed: bool
    slop: int | None = None
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins with `form`."""

    span: Span = dataclasses.field(compare=False)
    form: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Every word that fits `form`, where `*` stands for any letters and `?` for one."""

    span: Span = dataclasses.field(compare=False)
    form: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word at most `edits` insertions, deletions, changes or swaps away from `form`.

    The first letter always agrees.
    """

    span: Span = dataclasses.field(compare=False)
    form: str
    edits: int = 1
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """Articles of a known day, from `first` to `last`, both included; None leaves a side open."""

    span: Span = dataclasses.field(compare=False)
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Among:
    """Articles of a set, such as those a reader marked; nobody types it."""

    span: Span = dataclasses.field(compare=False)
    ids: frozenset[ArticleId]


@dataclass(frozen=True, slots=True)
class FromSource:
    """Articles of sources named whole, None for unknown source; nobody types it."""

    span: Span = dataclasses.field(compare=False)
    names: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article: what an empty query finds."""

    span: Span = dataclasses.field(compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Every article that `child` doesn't find."""

    span: Span = dataclasses.field(compare=False)
    child: Node


@dataclass(frozen=True, slots=True)
class And:
    """What all of two or more children find."""

    span: Span = dataclasses.field(compare=False)
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What at least one of two or more children finds."""

    span: Span = dataclasses.field(compare=False)
    children: tuple[Node, ...]


Words: TypeAlias = Term | Phrase | Prefix | Wildcard | Fuzzy
"""A leaf that means words."""
Leaf: TypeAlias = Words | DateRange | Among | FromSource | Everything
Node: TypeAlias = Leaf | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed and as understood; `unfinished` is one that only reads while it is typed."""

    text: str
    root: Node
    unfinished: bool = False
