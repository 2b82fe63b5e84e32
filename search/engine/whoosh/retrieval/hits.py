"""The hits of a query in one segment: union, intersection, difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.segments.arrays import DENSE, first_of_each, places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine.whoosh.segments.arrays import Array, Docs, Scores


_FEW = 8
"""Articles to one from which the one is put among them rather than both sorted."""


class Hits(NamedTuple):
    """Articles of one segment, ascending, and their scores beside them.

    `docs` are 64-bit integers.
    """

    docs: Docs
    scores: Scores


NONE = Hits(np.zeros(0, np.int64), np.zeros(0))


def union(found: Sequence[Hits], count: int) -> Hits:
    """Give what any of several finds has; scores add up. `count`: the segment's articles."""
    found = [hits for hits in found if len(hits.docs)]
    if len(found) <= 1:
        return found[0] if found else NONE
    small, big = sorted(found[:2], key=lambda hits: len(hits.docs))
    if len(found) == 2 and len(small.docs) * _FEW < len(big.docs):  # noqa: PLR2004 - a pair
        return _with_few(big, small)
    total = sum(len(hits.docs) for hits in found)
    if total * DENSE > count:
        scores = np.zeros(count)
        held = np.zeros(count, np.bool_)
        for hits in found:
            scores[hits.docs] += hits.scores
            held[hits.docs] = True
        docs = np.flatnonzero(held)
        return Hits(docs, scores[docs])
    docs = np.concatenate([hits.docs for hits in found])
    scores = np.concatenate([hits.scores for hits in found])
    order, first = runs(docs)
    return Hits(docs[order[first]], np.add.reduceat(scores[order], first))


def _with_few(big: Hits, small: Hits) -> Hits:
    """Add few articles to many: those of a title, mostly, to those of a story."""
    at = np.searchsorted(big.docs, small.docs)
    known = big.docs[np.minimum(at, len(big.docs) - 1)] == small.docs
    scores = big.scores.copy()
    scores[at[known]] += small.scores[known]
    if known.all():
        return Hits(big.docs, scores)
    added = np.flatnonzero(~known)
    places = at[added] + np.arange(len(added))
    old = np.ones(len(big.docs) + len(added), np.bool_)
    old[places] = False
    docs, total = np.empty(len(old), big.docs.dtype), np.empty(len(old))
    docs[places], total[places] = small.docs[added], small.scores[added]
    docs[old], total[old] = big.docs, scores
    return Hits(docs, total)


def runs(docs: Docs) -> tuple[Array, Array]:
    """Sort articles, some there several times; give the order, and where in it each begins."""
    order = np.argsort(docs.astype(np.uint16, copy=False), kind="stable")
    ordered = docs[order]
    return order, np.flatnonzero(first_of_each(ordered))


def intersect(hits: Hits, docs: Docs, count: int) -> Hits:
    """Keep those of some articles."""
    _, at = places(hits.docs, docs, count)
    return Hits(hits.docs[at], hits.scores[at])


def subtract(hits: Hits, docs: Docs, count: int) -> Hits:
    """Drop those of some articles."""
    if not len(docs) or not len(hits.docs):
        return hits
    dropped = np.zeros(count, np.bool_)
    dropped[docs] = True
    kept = np.flatnonzero(~dropped[hits.docs])
    return Hits(hits.docs[kept], hits.scores[kept])
