"""The decay of similarity with the days between two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array

UNDATED = 0.55
"""What a pair keeps of its cosine when a day is unknown: as much as three days apart."""
_DECAY_DAYS = 3.0
_FAR = 0.3


def date_decay(days: Array) -> Array:
    """Give the factor for articles so many days apart: 1 on the same day, down to 0.3."""
    left: Array = _FAR + (1 - _FAR) * np.exp(-np.abs(days) / _DECAY_DAYS)
    return left
