"""A hash table of keys of 128 bits that looks up many at a time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array

_LEAST = 12
_SHIFT = np.uint64(29)


class HashTable:
    """Numbers by key. A key's lower half is never 0. Collisions are probed for linearly.

    Keys are hashed by multiplying with odd numbers tossed anew for each table, so that no text
    can be made to collide. Source: M. Dietzfelbinger and others, A reliable randomized algorithm
    for the closest-pair problem (1997).
    """

    def __init__(self) -> None:
        self._count = 0
        self._odd = np.frombuffer(os.urandom(24), np.uint64) | np.uint64(1)
        self._make(_LEAST)

    def _make(self, bits: int) -> None:
        self._bits = bits
        self._low = np.zeros(1 << bits, np.uint64)
        self._high = np.zeros(1 << bits, np.uint64)
        self._numbers = np.zeros(1 << bits, np.uint32)

    def _slots(self, low: Array, high: Array) -> Array:
        mixed: Array = low * self._odd[0]
        mixed ^= high * self._odd[1]
        mixed ^= mixed >> _SHIFT
        mixed *= self._odd[2]
        mixed >>= np.uint64(64 - self._bits)
        slots: Array = mixed.view(np.int64)
        return slots

    def get(self, low: Array, high: Array) -> tuple[Array, Array]:
        """Look keys up; give the number of each, and the places of those that aren't there."""
        slots = self._slots(low, high)
        numbers = self._numbers[slots]
        sought = np.flatnonzero((self._low[slots] != low) | (self._high[slots] != high))
        missing = []
        while len(sought):
            at = slots[sought]
            free = self._low[at] == 0
            missing.append(sought[free])
            sought, at = sought[~free], (at[~free] + 1) & ((1 << self._bits) - 1)
            slots[sought] = at
            numbers[sought] = self._numbers[at]
            other = (self._low[at] != low[sought]) | (self._high[at] != high[sought])
            sought = sought[other]
        return numbers, np.concatenate(missing) if missing else sought

    def put(self, low: Array, high: Array, numbers: Array) -> None:
        """Add keys, none of which is there, none twice."""
        self._count += len(low)
        if self._count * 2 > 1 << self._bits:
            held = np.flatnonzero(self._low)
            old = self._low[held], self._high[held], self._numbers[held]
            self._make((self._count * 4).bit_length())
            self._place(*old)
        self._place(low, high, numbers)

    def _place(self, low: Array, high: Array, numbers: Array) -> None:
        slots = self._slots(low, high)
        while len(low):
            free = np.flatnonzero(self._low[slots] == 0)
            at = slots[free]
            self._low[at], self._high[at], self._numbers[at] = low[free], high[free], numbers[free]
            # Of several that meet in one slot, the last has it.
            left = np.flatnonzero((self._low[slots] != low) | (self._high[slots] != high))
            low, high, numbers = low[left], high[left], numbers[left]
            slots = (slots[left] + 1) & ((1 << self._bits) - 1)
