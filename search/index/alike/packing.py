"""The profile of an article in bytes: some dozens of stems as numbers, each with a weight.

A stem is an 18-bit checksum, its weight one of four levels, in two and a half bytes in all. Two
stems may share a number: of two profiles of 80, one pair in forty shares one by chance.
"""

from __future__ import annotations

from array import array
from itertools import pairwise
from sys import byteorder
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable

BITS = 18
SIZE = 1 << BITS
NOTHING = SIZE - 1
"""The number of no stem, which makes the count of entries even."""
MOST = 80
"""Entries of a profile."""
LEVELS = (1.0, 1.7, 3.0, 6.0)
"""Weights that are told apart."""
_BOUNDS = tuple((low * high) ** 0.5 for low, high in pairwise(LEVELS))
LOW_BITS = 16
_LOW = (1 << LOW_BITS) - 1
HIGH = 3
"""The bits of a mark that belong to the stem's number."""
HIGH_BITS = 2


class Profile(NamedTuple):
    """What an article dwells on, packed; by number, ascending.

    Attributes:
        roots: two bytes an entry, little-endian: the low bits of its number.
        marks: half a byte an entry, the first in the low half: the high bits of its number,
            then its level.
    """

    roots: bytes
    marks: bytes


def number(stem: str) -> int:
    """Give the number that stands for a stem, below `NOTHING`."""
    return crc32(stem.encode("utf-8", "replace")) % NOTHING


def level(weight: float) -> int:
    """Give the place in `LEVELS` of what is nearest to a weight, by ratio."""
    return sum(weight > bound for bound in _BOUNDS)


def numbered(dwelt: Iterable[tuple[str, float]]) -> dict[int, int]:
    """Give the level of each stem's number; of two stems of one number, the first's."""
    levels: dict[int, int] = {}
    for stem, weight in dwelt:
        if len(levels) == MOST:
            break
        levels.setdefault(number(stem), level(weight))
    return levels


def pack(dwelt: Iterable[tuple[str, float]]) -> Profile:
    """Pack stems and their weights, heaviest first; those past `MOST` are left out."""
    entries = sorted(numbered(dwelt).items())
    if len(entries) % 2:
        entries.append((NOTHING, 0))
    low = array("H", [one & _LOW for one, _ in entries])
    if byteorder == "big":
        low.byteswap()
    halves = [one >> LOW_BITS | at << HIGH_BITS for one, at in entries]
    marks = bytes(a | b << 4 for a, b in zip(halves[::2], halves[1::2], strict=True))
    return Profile(low.tobytes(), marks)
