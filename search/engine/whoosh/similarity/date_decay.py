"""How much of their closeness two articles keep when days lie between them."""

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
    """Give what is left of a cosine so many days apart, before or after: 1 on one day, to 0.3 at last."""
    left: Array = _FAR + (1 - _FAR) * np.exp(-np.abs(days) / _DECAY_DAYS)
    return left
