"""A set of numbers that is asked for again and again, such as the articles a reader marked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.segment import Segment


class NumberSet:
    """Numbers, and which articles of each segment have one of them in a column.

    That is kept for as long as both are, one byte an article. Safe to use from several threads.
    """

    def __init__(self, numbers: Array) -> None:
        """Take numbers, ascending, each once."""
        self._numbers = numbers
        self._masks: WeakKeyDictionary[Segment, dict[str, Array]] = WeakKeyDictionary()

    def mask(self, segment: Segment, column: str) -> Array:
        """Tell for each article of a segment whether it has one of the numbers.

        Cost: a binary search an article the first time.
        """
        masks = self._masks.setdefault(segment, {})
        if column not in masks:
            masks[column] = self._among(segment.numbers[column].values[:])
        return masks[column]

    def _among(self, values: Array) -> Array:
        if not len(self._numbers):
            return np.zeros(len(values), np.bool_)
        places = np.searchsorted(self._numbers, values)
        nearest = self._numbers[np.minimum(places, len(self._numbers) - 1)]
        return np.equal(nearest, values)
