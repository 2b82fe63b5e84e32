"""The sentences of a story packed: five bytes each, by which it is known what recurs."""

from __future__ import annotations

from array import array
from sys import byteorder
from typing import TYPE_CHECKING, NamedTuple

from search.text import NO_KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.text import KeyedSentence

KEY = "<u4"
LONGEST = 127
"""Words of one entry; a longer sentence has several of the same key."""
ENDS_BLOCK = 128
"""The bit of a length that tells that a block ends."""


class PackedSentences(NamedTuple):
    """The sentences of a story in order.

    Attributes:
        keys: four bytes an entry, little-endian.
        lengths: a byte an entry: its words, and whether its block ends there.
    """

    keys: bytes
    lengths: bytes


def pack_sentences(sentences: Sequence[KeyedSentence]) -> PackedSentences:
    """Pack the sentences of a story."""
    keys = array("I")
    lengths = bytearray()
    for key, words, ends_block in sentences:
        left = words
        while left > LONGEST:
            keys.append(key)
            lengths.append(LONGEST)
            left -= LONGEST
        keys.append(key)
        lengths.append(left | ENDS_BLOCK * ends_block)
    if byteorder == "big":
        keys.byteswap()
    return PackedSentences(keys.tobytes(), bytes(lengths))


def told_sentences(packed: PackedSentences) -> tuple[frozenset[int], int]:
    """Give the keys of sentences that may be known again, and how many words all have."""
    keys = array("I", packed.keys)
    if byteorder == "big":
        keys.byteswap()
    words = sum(length & LONGEST for length in packed.lengths)
    return frozenset(keys) - {NO_KEY}, words
