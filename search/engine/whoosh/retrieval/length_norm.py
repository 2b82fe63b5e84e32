"""Field lengths quantised to a byte, as Whoosh scores them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from whoosh.util.numeric import byte_to_length

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array, Scores


@lru_cache(maxsize=1)
def _steps() -> Array:
    """The lengths that bytes stand for, ascending."""
    return np.array([byte_to_length(code) for code in range(256)], np.int64)


def quantized(lengths: Array) -> Scores:
    """Round lengths up to those that one byte can stand for."""
    steps = _steps()
    codes = np.searchsorted(steps, lengths)
    return steps[np.minimum(codes, 255)].astype(np.float64)
