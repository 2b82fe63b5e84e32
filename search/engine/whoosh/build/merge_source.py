"""A segment to merge, and which of its articles are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array, Mask
    from search.engine.whoosh.segments.segment import Segment


@dataclass(frozen=True, slots=True)
class MergeSource:
    """A segment and those of its articles that are kept.

    Attributes:
        segment: its arrays.
        alive: which of its articles go on; None for all.
    """

    segment: Segment
    alive: Mask | None

    @property
    def count(self) -> int:
        """How many of its articles are kept."""
        return self.segment.count if self.alive is None else int(self.alive.sum())

    def numbers(self, base: int) -> Array:
        """Give each article's number in the merged segment, if the first kept gets `base`."""
        if self.alive is None:
            return np.arange(base, base + self.segment.count).astype(np.uint16)
        return (np.cumsum(self.alive) - 1 + base).astype(np.uint16)

    def keep(self, values: Array) -> Array:
        """Keep the values of those articles, from one value an article."""
        return values if self.alive is None else values[self.alive]
