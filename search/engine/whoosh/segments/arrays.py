"""Array types and basic operations on them."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]
"""An array of one dimension; what it holds is said where it is used."""
Docs: TypeAlias = npt.NDArray[Any]
"""Numbers of articles within a segment, ascending, none twice."""
Scores: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]

MOST_DOCS = 1 << 16
"""Articles of one segment, so that two bytes tell one from another."""

DENSE = 16
"""One article found in so many: from there on a whole column is cheaper than sorting."""
_FEW = 16
"""One article wanted for so many: up to there seeking each is cheaper than a whole column."""


def narrow(largest: int) -> np.dtype[Any]:
    """Give the smallest unsigned type that holds a number."""
    return np.min_scalar_type(max(0, int(largest)))


def narrowed(values: Array) -> Array:
    """Give values of no sign in the smallest type that holds them all."""
    return values.astype(narrow(values.max(initial=0)), copy=False)


def offsets(counts: Array) -> Array:
    """Give where each of so many stretches laid end to end begins, and where the last ends.

    One longer than `counts`; 64 bits wide.
    """
    total = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=total[1:])
    return total


def first_of_each(values: Array) -> Mask:
    """Tell of each value whether it differs from the one before."""
    differs = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=differs[1:])
    return differs


def concatenated_ranges(starts: Array, counts: Array) -> Array:
    """Give `start, start+1, …` for each stretch of so many, laid end to end."""
    counts = counts.astype(np.int64, copy=False)
    total = int(counts.sum())
    if not total:
        return np.zeros(0, np.int64)
    shift = starts.astype(np.int64) - (np.cumsum(counts) - counts)
    return np.repeat(shift, counts) + np.arange(total, dtype=np.int64)


def places(docs: Docs, wanted: Docs, count: int) -> tuple[Array, Array]:
    """Intersect sorted articles: give the indexes in `wanted` and in `docs` of those in both.

    Both ascend. Cost: logarithmic for each wanted where they are few, else linear in `docs`.
    """
    if len(wanted) * _FEW < len(docs):
        at = np.searchsorted(docs, wanted.astype(docs.dtype, copy=False))
        at[at == len(docs)] = 0
        there = np.flatnonzero(docs[at] == wanted)
        return there, at[there]
    place = np.full(count, -1, np.int32)
    place[wanted] = np.arange(len(wanted), dtype=np.int32)
    among = place[docs]
    at = np.flatnonzero(among >= 0)
    return among[at], at
