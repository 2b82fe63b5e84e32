"""How likely it is that two close articles tell one event."""

from __future__ import annotations

from heapq import nlargest
from math import exp, log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Edge = tuple[int, int, float]

# The weights of a logistic regression on pairs of AllSides and ECB+; see docs/compare.md.
_BASE = 0.7
_CLOSENESS = 1.1
_DATED = 1.2
_LENGTH = -0.9
_BESIDE = 1.2
_BESIDE_LENGTH = 1.8
_SHARED = 4.7
_USUAL_SIZE = 40
"""Stems in the profile of an article that is neither long nor short."""
_NEIGHBOURS = 12
_CLOSEST = 0.5
"""A neighbour closer than that counts as so close: a reprint makes nobody else a stranger."""


def tie_strengths(
    count: int, edges: Sequence[Edge], days: Sequence[int], sizes: Sequence[int] = ()
) -> list[Edge]:
    """Give for each pair the probability, 0 to 1, that it tells one event.

    Four things tell, weighed by logistic regression. How close the two are, once more if both
    days are known, for then the days between them are taken off already. How close beside what
    each is closest to, so that it means the same on a rare subject and on a common one (as in
    Zelnik-Manor and Perona, Self-Tuning Spectral Clustering, 2004). How far they share their
    nearest neighbours (Jarvis and Patrick, Clustering Using a Similarity Measure Based on Shared
    Near Neighbors, 1973): the cosine of both lists, of which each heads its own. And how much
    there is to compare: two short reports are close by chance or not at all, so of long articles
    more is asked, above all beside their closest.

    Args:
        count: how many articles there are, named 0, 1, ….
        edges: pairs of articles, each once, and how close they are, above 0 to 1.
        days: the day of each article as an ordinal, 0 when unknown.
        sizes: how many stems the profile of each has; all the usual 40 if left out.

    Cost: some microseconds an edge.
    """
    nearest = _nearest(count, edges)
    best = [min(_CLOSEST, max(held.values(), default=_CLOSEST)) for held in nearest]
    norms = [sqrt(1 + sum(close * close for close in held.values())) for held in nearest]
    found = []
    for one, other, close in edges:
        size = min(sizes[one], sizes[other]) if sizes else _USUAL_SIZE
        length = log(max(size, 1) / _USUAL_SIZE)
        beside = log(close / sqrt(best[one] * best[other]))
        alike = _overlap(one, other, nearest) / (norms[one] * norms[other])
        odds = (
            _BASE
            + _CLOSENESS * log(close)
            + (_DATED if days[one] and days[other] else 0)
            + _LENGTH * length
            + (_BESIDE + _BESIDE_LENGTH * length) * beside
            + _SHARED * alike
        )
        found.append((one, other, 1 / (1 + exp(-odds))))
    return found


def _nearest(count: int, edges: Sequence[Edge]) -> list[dict[int, float]]:
    """Give the twelve neighbours closest to each article, and how close they are."""
    held: list[list[tuple[float, int]]] = [[] for _ in range(count)]
    for one, other, close in edges:
        held[one].append((close, other))
        held[other].append((close, one))
    return [{other: close for close, other in nlargest(_NEIGHBOURS, near)} for near in held]


def _overlap(one: int, other: int, nearest: Sequence[dict[int, float]]) -> float:
    """Give the product of two lists of neighbours, of which each article heads its own."""
    mine, theirs = nearest[one], nearest[other]
    both = sum(close * theirs[third] for third, close in mine.items() if third in theirs)
    return both + mine.get(other, 0.0) + theirs.get(one, 0.0)
