"""Translating a query tree to Whoosh queries."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from whoosh.query.compound import And as WhooshAnd
from whoosh.query.compound import AndNot
from whoosh.query.compound import Or as WhooshOr
from whoosh.query.qcore import Every
from whoosh.query.terms import Term as WhooshTerm

from search.engine.whoosh.codec.queries import (
    AnyWord,
    NumberAmong,
    NumberRange,
    ProximityQuery,
    ValueAmong,
)
from search.engine.whoosh.ids import number_of
from search.engine.whoosh.retrieval.number_set import NumberSet
from search.engine.whoosh.segments.stem_index import EITHER, key_of
from search.query import (
    Among,
    And,
    DateRange,
    Everything,
    FromSource,
    Not,
    Or,
    Phrase,
    Term,
)
from search.text import JOINED, is_stop, stem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from whoosh.query.qcore import Query

    from search.article import ArticleId
    from search.query import Node, Words

_K3 = 1.2
"""How soon saying a word again stops counting: as k1, after Manning, Raghavan and Schütze,
Introduction to Information Retrieval (2008), 11.4.3.
"""

_LAST_DAY = 10**7


def translate(node: Node, rules: Sequence[str] = ("",), weight: float = 1.0) -> Query:
    """Give the Whoosh query that finds exactly what a tree means.

    Filters score 0: a date, a source or a tag says nothing about relevance; nor does a function
    word beside others, though it must be there all the same. What is said n times is looked for
    once and weighs (k3 + 1) n / (k3 + n), as in BM25 (S. Robertson and others, Okapi at TREC-3,
    1994). Title and story weigh the same, each by BM25 on its own. Cost: linear in the tree,
    times its depth.

    Args:
        node: the tree.
        rules: those that stem any article of the index; a word means, in each article, what the
            article's rules make of it.
        weight: what to multiply its scores by.
    """
    match node:
        case And(children=children):
            wanted = _weighed([c for c in children if not isinstance(c, Not)], rules, weight)
            dropped = [c.child for c in children if isinstance(c, Not)]
            unwanted = [translate(c, rules) for c in dict.fromkeys(dropped)]
            base = WhooshAnd(wanted) if wanted else Every(boost=0.0)
            return AndNot(base, WhooshOr(unwanted)) if unwanted else base
        case Or(children=children):
            return WhooshOr(_weighed(children, rules, weight))
        case Not(child=child):
            return AndNot(Every(boost=0.0), translate(child, rules))
        case Everything():
            return Every(boost=0.0)
        case DateRange(first=first, last=last):
            return NumberRange("day", _ordinal(first, 1), _ordinal(last, _LAST_DAY))
        case Among(ids=ids):
            return NumberAmong("number", numbers_of(ids))
        case FromSource(names=names):
            return ValueAmong("outlet", names)
        case _:
            return _fields(node, rules, weight)


@lru_cache(maxsize=8)
def numbers_of(ids: frozenset[ArticleId]) -> NumberSet:
    """Give the numbers that ids stand for; kept, as sets come again with each key."""
    numbers = {number for number in map(number_of, ids) if number is not None}
    return NumberSet(np.array(sorted(numbers), np.uint64))


def _weighed(nodes: Sequence[Node], rules: Sequence[str], weight: float) -> list[Query]:
    """Translate nodes that are joined, each once, by what they tell beside one another."""
    telling = [node for node in nodes if not _tells_nothing(node)]
    counts = Counter(telling or nodes)
    return [
        translate(node, rules, weight * (_K3 + 1) * counts[node] / (_K3 + counts[node]))
        for node in dict.fromkeys(nodes)
    ]


def _tells_nothing(node: Node) -> bool:
    """Tell whether a node is of function words only; `us` and `who` may be acronyms."""
    match node:
        case Term(form=form, stemmed=True):
            return is_stop(form, form.upper())
        case And(children=children) | Or(children=children):
            return all(map(_tells_nothing, children))
        case _:
            return False


def _ordinal(day: date | None, otherwise: int) -> int:
    return day.toordinal() if day else otherwise


def _fields(leaf: Words, rules: Sequence[str], weight: float) -> Query:
    """Look for a leaf where it wants to: without a field, in title and body."""
    stemmed = isinstance(leaf, Term | Phrase) and leaf.stemmed
    title = "title" if stemmed else "title_exact"
    body = "body" if stemmed else "body_exact"
    match leaf.field:
        case None:
            return WhooshOr([_leaf(leaf, name, weight, rules) for name in (title, body)])
        case "title":
            return _leaf(leaf, title, weight, rules)
        case "all":  # what stands besides a story says nothing about what it tells
            folded = _leaf(leaf, "folded" if stemmed else "folded_exact", 0.0, rules)
            return WhooshOr([*(_leaf(leaf, name, weight, rules) for name in (title, body)), folded])
        case other:
            return _leaf(leaf, other, 0.0, rules)


def _leaf(
    leaf: Words,
    field: str,
    boost: float,
    rules: Sequence[str],
) -> Query:
    """Look for a leaf in one field of the index."""
    match leaf:
        case Term(form=form, stemmed=stemmed):
            return WhooshTerm(field, stems(form, rules) if stemmed else form, boost=boost)
        case Phrase(forms=forms, stemmed=stemmed, slop=slop):
            several = stretches(forms, rules) if stemmed else [forms]
            parts: list[Query] = [ProximityQuery(field, words, slop, boost) for words in several]
            return parts[0] if len(parts) == 1 else WhooshOr(parts)
        case _:
            return AnyWord(field, leaf, boost)


def stems(form: str, rules: Sequence[str]) -> str:
    """Give what to look for in a field of stems: a folded word's stem by any of some rules.

    So is what was joined to it: e-mail for `email`.
    """
    forms = (form, form + JOINED)
    return EITHER.join(
        dict.fromkeys(key_of(stem(one, name), name) for name in rules for one in forms)
    )


def stretches(forms: Sequence[str], rules: Sequence[str]) -> list[tuple[str, ...]]:
    """Give what to look for to find words that stand together, by any of some rules.

    One answer for all rules by which the same of the words are one: a word wanted twice must
    stand twice.
    """
    same_stems: dict[tuple[int, ...], list[str]] = {}
    for name in rules:
        roots = [stem(form, name) for form in forms]
        same_stems.setdefault(tuple(map(roots.index, roots)), []).append(name)
    return [
        tuple(
            EITHER.join(dict.fromkeys(key_of(stem(form, name), name) for name in names))
            for form in forms
        )
        for names in same_stems.values()
    ]
