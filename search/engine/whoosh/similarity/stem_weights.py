"""Weights of stems, and profiles as weighted vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.segments.arrays import concatenated_ranges, first_of_each, offsets
from search.engine.whoosh.similarity.segment_profiles import profiles
from search.stories import NOTHING, SIZE

if TYPE_CHECKING:
    from search.engine.whoosh.retrieval.segment_view import IndexView
    from search.engine.whoosh.segments.arrays import Array, Docs

_ASSUMED_ARTICLES = 20
"""Articles imagined besides the library's own, so that a word in all of five is no stop word."""


class ProfileRows(NamedTuple):
    """The profiles of some articles, end to end, each of length one.

    Attributes:
        numbers: of stems; none twice in an article.
        weights: beside them.
        starts: where each article's begin, and where the last one's end.
    """

    numbers: Array
    weights: Array
    starts: Array

    @property
    def owners(self) -> Array:
        """Which of the articles each entry belongs to."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def cosines(self) -> Array:
        """Give the cosine of each two of them, as a square.

        Cost: some nanoseconds for each two articles that share a stem. Worked out without a
        product of matrices: for so few articles, waking its threads costs more.
        """
        order = np.argsort(self.numbers, kind="stable")
        owners, weights = self.owners[order], self.weights[order]
        first = np.flatnonzero(first_of_each(self.numbers[order]))
        sizes = np.diff(np.append(first, len(order)))
        counts = np.repeat(sizes, sizes)
        other = concatenated_ranges(np.repeat(first, sizes), counts)
        count = len(self.starts) - 1
        places = np.repeat(owners * count, counts) + owners[other]
        parts = np.repeat(weights, counts) * weights[other]
        return np.bincount(places, parts, count * count).reshape(count, count)


def document_frequency(views: IndexView) -> Array:
    """Count for each number the profiles that have it, deleted articles included.

    Cost: reading every entry of segments not asked before, some 10 ns each.
    """
    held = np.zeros(SIZE, np.int64)
    for view in views.views:
        held += profiles(view.segment).document_frequency
    held[NOTHING] = 0
    return held


def idf_weights(held: Array, count: int) -> Array:
    """Give the weight of each number: log((count + 21) / (profiles that have it + 0.5)).

    Never below 0; 0 for `NOTHING`.
    """
    weights = np.log((count + _ASSUMED_ARTICLES + 1) / (held + 0.5)).astype(np.float32)
    weights[NOTHING] = 0
    return np.maximum(weights, 0)


def profile_rows(views: IndexView, docs: Docs, idf: Array) -> ProfileRows:
    """Give the profiles of articles, in their order, by their numbers in the index, ascending."""
    numbers, weights, counts = [], [], []
    for view in views.views:
        here = docs[(docs >= view.base) & (docs < view.base + view.count)] - view.base
        held, roots, sizes = profiles(view.segment).of(here)
        numbers.append(held)
        weights.append(roots * idf[held])
        counts.append(sizes)
    if not numbers:
        return ProfileRows(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(1, np.int64))
    return normalized(
        np.concatenate(numbers), np.concatenate(weights), offsets(np.concatenate(counts))
    )


def normalized(numbers: Array, weights: Array, starts: Array) -> ProfileRows:
    """Bring each article's weights to length one; drop what weighs nothing."""
    owners = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    kept = weights > 0
    numbers, weights, owners = numbers[kept], weights[kept], owners[kept]
    length = np.sqrt(np.bincount(owners, weights * weights, len(starts) - 1)).astype(np.float32)
    counts = np.bincount(owners, minlength=len(starts) - 1)
    return ProfileRows(numbers, weights / length[owners], offsets(counts))
