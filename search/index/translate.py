"""A query's tree said in Whoosh's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoosh.query.compound import And as WhooshAnd
from whoosh.query.compound import AndNot
from whoosh.query.compound import Or as WhooshOr
from whoosh.query.qcore import Every
from whoosh.query.terms import Term as WhooshTerm

from search.index.arrays.stems import EITHER, key_of
from search.index.engine.queries import AnyWord, Between, Stretch
from search.query import (
    And,
    DateRange,
    Everything,
    Not,
    Or,
    Phrase,
    Term,
)
from search.text import stem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from whoosh.query.qcore import Query

    from search.query import (
        Fuzzy,
        Node,
        Prefix,
        Wildcard,
    )

TITLE_BOOST = 2.0
"""How much more a word in the title counts."""

_LAST_DAY = 10**7


def translate(node: Node, rules: Sequence[str] = ("",)) -> Query:
    """Give the Whoosh query that finds exactly what a tree means; what is said twice counts once.

    `rules` names those that stem any article of the index; a word means, in each article, what
    the article's rules make of it. Filters score 0: a date, a source or a tag says nothing about relevance. Cost: linear in the
    tree, times its depth.
    """
    match node:
        case And(children=children):
            each = dict.fromkeys(children)
            wanted = [translate(c, rules) for c in each if not isinstance(c, Not)]
            unwanted = [translate(c.child, rules) for c in each if isinstance(c, Not)]
            base = WhooshAnd(wanted) if wanted else Every(boost=0.0)
            return AndNot(base, WhooshOr(unwanted)) if unwanted else base
        case Or(children=children):
            return WhooshOr([translate(c, rules) for c in dict.fromkeys(children)])
        case Not(child=child):
            return AndNot(Every(boost=0.0), translate(child, rules))
        case Everything():
            return Every(boost=0.0)
        case DateRange(first=first, last=last):
            return Between("day", _ordinal(first, 1), _ordinal(last, _LAST_DAY))
        case _:
            return _fields(node, rules)


def _ordinal(day: date | None, otherwise: int) -> int:
    return day.toordinal() if day else otherwise


def _fields(leaf: Term | Phrase | Prefix | Wildcard | Fuzzy, rules: Sequence[str]) -> Query:
    """Look for a leaf where it wants to: without a field, in title and body."""
    stemmed = isinstance(leaf, Term | Phrase) and leaf.stemmed
    title = "title" if stemmed else "title_exact"
    body = "body" if stemmed else "body_exact"
    match leaf.field:
        case None:
            found = _leaf(leaf, title, TITLE_BOOST, rules), _leaf(leaf, body, 1.0, rules)
            return WhooshOr(list(found))
        case "title":
            return _leaf(leaf, title, 1.0, rules)
        case other:
            return _leaf(leaf, other, 0.0, rules)


def _leaf(
    leaf: Term | Phrase | Prefix | Wildcard | Fuzzy,
    field: str,
    boost: float,
    rules: Sequence[str],
) -> Query:
    """Look for a leaf in one field of the index."""
    match leaf:
        case Term(form=form, stemmed=stemmed):
            return WhooshTerm(field, stems(form, rules) if stemmed else form, boost=boost)
        case Phrase(forms=forms, stemmed=stemmed, slop=slop):
            words = tuple(stems(form, rules) for form in forms) if stemmed else forms
            return Stretch(field, words, slop, boost)
        case _:
            return AnyWord(field, leaf, boost)


def stems(form: str, rules: Sequence[str]) -> str:
    """Give what to look for in a field of stems: a folded word's stem by any of some rules."""
    return EITHER.join(dict.fromkeys(key_of(stem(form, name), name) for name in rules))
