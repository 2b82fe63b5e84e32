"""Unsigned integers, a byte each; the few larger ones are stored in a second array."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.segments.arrays import narrowed, offsets

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.segment_file import SegmentFile
    from search.engine.whoosh.segments.segment_output import SegmentOutput

_LARGE = 255
"""Stands in the place of a number that lies beside."""


class CompactNumbers:
    """Unsigned integers, most of which fit a byte."""

    def __init__(self, file: SegmentFile, name: str) -> None:
        self._bytes = file[name]
        self._beside = file[f"{name}/large"]

    def __len__(self) -> int:
        return len(self._bytes)

    def all(self) -> Array:
        """Give every number. Cost: linear, a nanosecond each."""
        raw = self._bytes.all()
        if not len(self._beside):
            return raw
        large = self._beside.all()
        values = raw.astype(large.dtype)
        values[raw == _LARGE] = large
        return values

    def bounds(self) -> Array:
        """Give where each of so many stretches begins, laid end to end, and where the last ends."""
        return in_32_bits(offsets(self.all()))


def in_32_bits(bounds: Array) -> Array:
    """Give ascending 64-bit integers without a sign in 32 bits, if these hold them."""
    return bounds.astype(np.uint32) if bounds[-1] <= np.iinfo(np.uint32).max else bounds


def write_compact_numbers(out: SegmentOutput, name: str, values: Array) -> None:
    """Write numbers without a sign."""
    out.add(name, np.minimum(values, _LARGE).astype(np.uint8))
    out.add(f"{name}/large", narrowed(values[values >= _LARGE]))
