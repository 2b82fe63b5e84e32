"""Positions of words, compressed to a byte and a half for most.

A position's lowest byte lies in one section, each four bits above it in a further one, two
positions to the byte. The few that need more bits than there are sections for lie beside.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.segments.arrays import narrowed

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.segment_file import SegmentFile
    from search.engine.whoosh.segments.segment_output import SegmentOutput

_LOW = 8
_STEP = 4
_FAR_BYTES = 6
_MOST = 6
_APART = np.uint32(0x00100100), np.uint32(0x0F000F00)
"""Multiplied and masked by these, a byte's halves stand in bits 8 to 11 of two 16-bit numbers."""


class Positions:
    """The positions of a field, in the order of its postings."""

    def __init__(self, file: SegmentFile, name: str) -> None:
        self._low = file[f"{name}/low"]
        names = [f"{name}/high{plane}" for plane in range(_MOST)]
        self._high = [file[plane] for plane in names if plane in file]
        self._far_at = file[f"{name}/far-at"]
        self._far = file[f"{name}/far"]

    def __len__(self) -> int:
        return len(self._low)

    @property
    def planes(self) -> int:
        """How many sections there are for more than the lowest byte."""
        return len(self._high)

    @cached_property
    def _beside(self) -> tuple[Array, Array]:
        """Which positions need still more bits, ascending, and what these add."""
        bits = _LOW + _STEP * self.planes
        return self._far_at.all().astype(np.int64), self._far.all().astype(np.uint32) << bits

    def __getitem__(self, span: slice) -> Array:
        start, stop, _ = span.indices(len(self))
        stop = max(start, stop)
        low = self._low[start:stop]
        if not self.planes and not len(self._far_at):
            return low
        odd = start & 1
        found = _halves(self._plane(0, start, stop))[odd : odd + len(low)]
        found |= low
        if self.planes > 1 or len(self._far_at):
            found = found.astype(np.uint32)
        for plane in range(1, self.planes):
            more = _halves(self._plane(plane, start, stop))[odd : odd + len(low)]
            found |= more.astype(np.uint32) << (_STEP * plane)
        if len(self._far_at):
            at, added = self._beside
            first, last = np.searchsorted(at, (start, stop))
            found[at[first:last] - start] |= added[first:last]
        return found

    def _plane(self, plane: int, start: int, stop: int) -> Array:
        if plane < self.planes:
            return self._high[plane][start >> 1 : (stop + 1) >> 1]
        return np.zeros(((stop + 1) >> 1) - (start >> 1), np.uint8)

    def pick(self, at: Array) -> Array:
        """Give the positions in some places, which ascend."""
        if not len(at):
            return np.zeros(0, np.uint32)
        first, last = int(at[0]), int(at[-1]) + 1
        found = self._low.holding(first, last)[at].astype(np.uint32)
        if self._high:
            half, shift = at >> 1, ((at & 1) * _STEP).astype(np.uint8)
            for plane, section in enumerate(self._high):
                held = section.holding(first >> 1, (last + 1) >> 1)
                bits = (held[half] >> shift) & 15
                found |= bits.astype(np.uint32) << (_LOW + _STEP * plane)
        if len(self._far_at):
            far, added = self._beside
            place = np.searchsorted(at, far)
            place[place == len(at)] = 0
            there = at[place] == far
            found[place[there]] |= added[there]
        return found


def _halves(raw: Array) -> Array:
    """Give the lower and the upper half of each byte, four bits each, times 256."""
    wide = raw.astype("<u4")
    wide *= _APART[0]
    wide &= _APART[1]
    return wide.view("<u2")


class PositionsOutput:
    """The positions of a field being written."""

    def __init__(self, out: SegmentOutput, name: str, length: int, planes: int) -> None:
        self._out = out
        self._name = name
        kind = np.dtype(np.uint8)
        self._low = out.place(f"{name}/low", kind, length)
        half = (length + 1) // 2
        self._high = [out.place(f"{name}/high{plane}", kind, half) for plane in range(planes)]
        self._at = 0
        self._odd = np.zeros(0, np.uint32)
        self._far_at = [np.zeros(0, np.int64)]
        self._far = [np.zeros(0, np.uint32)]

    def write(self, values: Array) -> None:
        """Append positions."""
        if len(self._odd):
            values = np.concatenate((self._odd, values))
        even = len(values) & ~1
        self._odd = values[even:].astype(np.uint32)
        self._write(values[:even])

    def _write(self, values: Array) -> None:
        """Write positions from one of even number on."""
        self._low.write(values.astype(np.uint8))
        bits = _LOW
        for place in self._high:
            plane = (values >> bits).astype(np.uint8) & 15
            upper = plane[1::2] << _STEP
            packed = plane[::2].copy()
            packed[: len(upper)] |= upper
            place.write(packed)
            bits += _STEP
        far = np.flatnonzero(values >> bits)
        self._far_at.append(far + self._at)
        self._far.append((values[far] >> bits).astype(np.uint32))
        self._at += len(values)

    def close(self) -> None:
        """Write what is left."""
        self._write(self._odd)
        self._out.add(f"{self._name}/far-at", narrowed(np.concatenate(self._far_at)))
        self._out.add(f"{self._name}/far", narrowed(np.concatenate(self._far)))


def write_positions(out: SegmentOutput, name: str, values: Array) -> None:
    """Write positions in as few bytes as hold them."""
    cost = []
    for planes in range(_MOST + 1):
        far = int(np.count_nonzero(values >> (_LOW + _STEP * planes)))
        cost.append(len(values) * (1 + planes / 2) + far * _FAR_BYTES)
        if not far:
            break
    places = PositionsOutput(out, name, len(values), cost.index(min(cost)))
    places.write(values)
    places.close()
