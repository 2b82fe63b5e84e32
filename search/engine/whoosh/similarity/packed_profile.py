"""The packed profile of an article: some dozens of hashed stems, each with a weight.

A stem is a 17-bit checksum, its weight one of four levels, and a bit tells names from words, in two
and a half bytes in all. Two stems may share a number: of two profiles of 80, one pair in twenty
shares one by chance.
"""

from __future__ import annotations

from array import array
from sys import byteorder
from typing import TYPE_CHECKING, NamedTuple

from search.stories import NOTHING, level, number

if TYPE_CHECKING:
    from search.stories import Profile

MOST = 80
"""Entries of a profile."""
LOW_BITS = 16
_LOW = (1 << LOW_BITS) - 1
NAME = 2
"""The bit of a mark that tells a name; below it is the high bit of the stem's number."""
LEVEL_BIT = 2
"""From this bit of a mark on stands the level."""

_FIRST = bytes(both & 15 for both in range(256))
_SECOND = bytes(both >> 4 for both in range(256))
_MEANING = [(half >> LEVEL_BIT, bool(half & NAME)) for half in range(16)]


class PackedProfile(NamedTuple):
    """A profile packed into bytes; by number, ascending.

    Attributes:
        roots: two bytes an entry, little-endian: the low bits of its number.
        marks: half a byte an entry, the first in the low half: the high bit of its number,
            whether it is a name, its level.
    """

    roots: bytes
    marks: bytes


def numbered(profile_terms: Profile) -> dict[int, tuple[int, bool]]:
    """Give the level of each stem's number, and whether it is a name; of two stems, the first's."""
    entries: dict[int, tuple[int, bool]] = {}
    for stem, weight, name in profile_terms:
        if len(entries) == MOST:
            break
        entries.setdefault(number(stem), (level(weight), name))
    return entries


def pack(profile_terms: Profile) -> PackedProfile:
    """Pack stems and their weights, heaviest first; those past `MOST` are left out."""
    entries = sorted(numbered(profile_terms).items())
    if len(entries) % 2:
        entries.append((NOTHING, (0, False)))
    low = array("H", [one & _LOW for one, _ in entries])
    if byteorder == "big":
        low.byteswap()
    halves = [one >> LOW_BITS | NAME * name | at << LEVEL_BIT for one, (at, name) in entries]
    marks = bytes(a | b << 4 for a, b in zip(halves[::2], halves[1::2], strict=True))
    return PackedProfile(low.tobytes(), marks)


def unpack(roots: bytes, marks: bytes) -> dict[int, tuple[int, bool]]:
    """Give what `numbered` gave of a profile that was packed."""
    low = array("H", roots)
    if byteorder == "big":
        low.byteswap()
    halves = bytearray(2 * len(marks))
    halves[::2], halves[1::2] = marks.translate(_FIRST), marks.translate(_SECOND)
    entries = {
        one | (half & 1) << LOW_BITS: _MEANING[half] for one, half in zip(low, halves, strict=True)
    }
    entries.pop(NOTHING, None)
    return entries
