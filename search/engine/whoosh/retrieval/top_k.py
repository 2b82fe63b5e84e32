"""Selecting the best k hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array


def top_k(keys: Array, count: int) -> Array:
    """Give the places of the `count` highest keys, highest first; of equals, the first first.

    Cost: linear, plus sorting those.
    """
    size = len(keys)
    if count >= size:
        return np.argsort(-keys, kind="stable")
    if count <= 0:
        return np.zeros(0, np.int64)
    least = np.partition(keys, size - count)[size - count]
    above = np.flatnonzero(keys > least)
    level = np.flatnonzero(keys == least)[: count - len(above)]
    above = above[np.argsort(-keys[above], kind="stable")]
    return np.concatenate((above, level))
