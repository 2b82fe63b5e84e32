"""A query's tree said in Whoosh's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoosh.query.terms import Term as WhooshTerm

from search.index.matching import AnyWord, Between, Stretch
from search.index.whole import AllOf, AnyOf, Everyone, Weighed, Without
from search.query import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    word_test,
)
from search.text import stem

if TYPE_CHECKING:
    from datetime import date

    from whoosh.query.qcore import Query

    from search.query import Node

TITLE_BOOST = 2.0
"""How much more a word in the title counts."""

_LAST_DAY = 10**7


def translate(node: Node) -> Query:
    """Give the Whoosh query that finds exactly what a tree means; what is said twice counts once.

    Cost: linear in the tree, times its depth.
    """
    match node:
        case And(children=children):
            each = dict.fromkeys(children)
            wanted = [translate(c) for c in each if not isinstance(c, Not)]
            unwanted = [translate(c.child) for c in each if isinstance(c, Not)]
            base = AllOf(wanted) if wanted else Everyone()
            return Without(base, AnyOf(unwanted)) if unwanted else base
        case Or(children=children):
            return AnyOf([translate(c) for c in dict.fromkeys(children)])
        case Not(child=child):
            return Without(Everyone(), translate(child))
        case Everything():
            return Everyone()
        case DateRange(first=first, last=last):
            return Between(_ordinal(first, 1), _ordinal(last, _LAST_DAY))
        case _:
            return _fields(node)


def _ordinal(day: date | None, otherwise: int) -> int:
    return day.toordinal() if day else otherwise


def _fields(leaf: Term | Phrase | Prefix | Wildcard | Fuzzy) -> Query:
    """Look for a leaf where it wants to: without a field, in title and body."""
    stemmed = isinstance(leaf, Term | Phrase) and leaf.stemmed
    title = "title" if stemmed else "title_exact"
    body = "body" if stemmed else "body_exact"
    match leaf.field:
        case None:
            return AnyOf([Weighed(_leaf(leaf, title), TITLE_BOOST), _leaf(leaf, body)])
        case "title":
            return _leaf(leaf, title)
        case other:
            return Weighed(_leaf(leaf, other), 0.0)


def _leaf(leaf: Term | Phrase | Prefix | Wildcard | Fuzzy, field: str) -> Query:
    """Look for a leaf in one field of the index."""
    match leaf:
        case Term(form=form, stemmed=stemmed):
            return WhooshTerm(field, stem(form) if stemmed else form)
        case Phrase(forms=forms, stemmed=stemmed, slop=slop):
            return Stretch(field, tuple(map(stem, forms)) if stemmed else forms, slop)
        case _:
            return AnyWord(field, _begin(leaf), word_test(leaf))


def _begin(leaf: Prefix | Wildcard | Fuzzy) -> str:
    """Give the letters that every word of a leaf begins with."""
    match leaf:
        case Prefix(form=form):
            return form
        case Wildcard(form=form):
            return form[: min((form.index(c) for c in "*?" if c in form), default=len(form))]
        case Fuzzy(form=form):
            return form[:1]
