"""A query's tree said in Whoosh's words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from whoosh.query.compound import And as WhooshAnd
from whoosh.query.compound import AndNot
from whoosh.query.compound import Or as WhooshOr
from whoosh.query.qcore import Every
from whoosh.query.terms import Term as WhooshTerm

from search.index.matching import AnyWord, Between, Stretch
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
    from collections.abc import Callable
    from datetime import date

    from whoosh.query.qcore import Query

    from search.query import Field, Node

TITLE_BOOST = 2.0
"""How much more a word in the title counts."""

_LAST_DAY = 10**7


def translate(node: Node) -> Query:
    """Give the Whoosh query that finds exactly what a tree means. Cost: linear in the tree."""
    match node:
        case And(children=children):
            wanted = [translate(c) for c in children if not isinstance(c, Not)]
            unwanted = [translate(c.child) for c in children if isinstance(c, Not)]
            base = _join(WhooshAnd, wanted) if wanted else Every()
            return AndNot(base, _join(WhooshOr, unwanted)) if unwanted else base
        case Or(children=children):
            return _join(WhooshOr, [translate(c) for c in children])
        case Not(child=child):
            return AndNot(Every(), translate(child))
        case Everything():
            return Every()
        case DateRange(first=first, last=last):
            return Between(_ordinal(first, 1), _ordinal(last, _LAST_DAY))
        case _:
            return _fields(node)


def _join(kind: type[WhooshAnd | WhooshOr], parts: list[Query]) -> Query:
    return parts[0] if len(parts) == 1 else kind(parts)


def _ordinal(day: date | None, otherwise: int) -> int:
    return day.toordinal() if day else otherwise


def _fields(leaf: Term | Phrase | Prefix | Wildcard | Fuzzy) -> Query:
    """Look for a leaf where it wants to: without a field, in title and body."""
    make = _leaf(leaf)
    stemmed = isinstance(leaf, Term | Phrase) and leaf.stemmed
    if leaf.field in {None, "title"}:
        title = make("title" if stemmed else "title_exact", TITLE_BOOST)
        if leaf.field:
            return title
        return WhooshOr([title, make("body" if stemmed else "body_exact", 1.0)])
    return make(_whole(leaf.field), 1.0)


def _whole(field: Field | None) -> str:
    return field or "body_exact"


def _leaf(leaf: Term | Phrase | Prefix | Wildcard | Fuzzy) -> Callable[[str, float], Query]:
    """Give what makes the query for one field of the index, with a boost."""
    match leaf:
        case Term(form=form, stemmed=stemmed):
            word = stem(form) if stemmed else form
            return lambda field, boost: WhooshTerm(field, word, boost=boost)
        case Phrase(forms=forms, stemmed=stemmed, slop=slop):
            words = tuple(map(stem, forms)) if stemmed else forms
            return lambda field, boost: Stretch(field, words, slop, boost)
        case _:
            return partial(_any_word, leaf)


def _any_word(leaf: Prefix | Wildcard | Fuzzy, field: str, boost: float) -> Query:
    return AnyWord(field, _begin(leaf), word_test(leaf), boost)


def _begin(leaf: Prefix | Wildcard | Fuzzy) -> str:
    """Give the letters that every word of a leaf begins with."""
    match leaf:
        case Prefix(form=form):
            return form
        case Wildcard(form=form):
            return form[: min((form.index(c) for c in "*?" if c in form), default=len(form))]
        case Fuzzy(form=form):
            return form[:1]
