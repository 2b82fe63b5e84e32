"""The sorted words of one field of a segment."""

from __future__ import annotations

import zlib
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.segments.compact_numbers import CompactNumbers, write_compact_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.segment_file import SegmentFile
    from search.engine.whoosh.segments.segment_output import SegmentOutput

NEWLINE = b"\n"
_PACKED = 1 << 18
"""Bytes of words up to which they are compressed: beside little text they are much, and a
millisecond reads them."""
_HEAD, _CONTINUED = 0xC0, 0x80  # the bits that tell a letter's later bytes in UTF-8


class Lexicon:
    """Words, UTF-8, sorted by their bytes; a word's number is its place among them.

    They lie in one stretch of bytes, each closed by a newline. Read and verified whole at first
    use.
    """

    def __init__(self, file: SegmentFile, name: str) -> None:
        self._packed = f"{name}/packed" in file
        self._text = file[f"{name}/packed" if self._packed else f"{name}/text"]
        self._lengths = CompactNumbers(file, f"{name}/sizes")

    def __len__(self) -> int:
        return len(self._lengths)

    @cached_property
    def text(self) -> bytes:
        """Every word with its newline, end to end."""
        raw = self._text.all().tobytes()
        return zlib.decompress(raw) if self._packed else raw

    @cached_property
    def begins(self) -> Array:
        """Where each word begins in `text`, and where the last one's newline ends."""
        begins = self._lengths.bounds().astype(np.int64)
        begins += np.arange(len(begins))
        return begins

    @cached_property
    def _begin(self) -> memoryview:
        """Give `begins`, from which single numbers are read far faster so."""
        return self.begins.data

    @cached_property
    def lengths(self) -> Array:
        """How many bytes each word has."""
        return self._lengths.all()

    @cached_property
    def sizes(self) -> Array:
        """How many letters each word has."""
        sizes = np.add.reduceat(self._heads, self.begins[:-1], dtype=np.uint32)
        sizes -= 1
        return sizes

    @cached_property
    def letters(self) -> Array:
        """Which letters each word has, as bits: a letter's last byte chooses one of 64."""
        raw = np.frombuffer(self.text, np.uint8)
        tails = np.append(self._heads[1:], True)
        tails &= raw != ord(NEWLINE)
        bits = np.where(tails, np.uint64(1) << (raw & 63).astype(np.uint64), np.uint64(0))
        return np.bitwise_or.reduceat(bits, self.begins[:-1])

    @property
    def _heads(self) -> Array:
        """Which bytes begin a letter in UTF-8, newlines too."""
        heads: Array = (np.frombuffer(self.text, np.uint8) & _HEAD) != _CONTINUED
        return heads

    def word(self, number: int) -> bytes:
        """Give one word."""
        begin = self._begin
        return self.text[begin[number] : begin[number + 1] - 1]

    def several(self, numbers: Array) -> list[bytes]:
        """Give some of the words."""
        text, begin = self.text, self._begin
        return [text[begin[n] : begin[n + 1] - 1] for n in numbers.tolist()]

    def words(self, low: int = 0, high: int | None = None) -> list[bytes]:
        """Give all words, or those from one number up to another."""
        high = len(self) if high is None else high
        if low >= high:
            return []
        begins = self.begins
        return self.text[int(begins[low]) : int(begins[high]) - 1].split(NEWLINE)

    def first(self, word: bytes, after: int = 0) -> int:
        """Give the number of the first word that isn't below another. Cost: logarithmic.

        It isn't before the word with the number `after`, and quickly found if it is near.
        """
        text, begin = self.text, self._begin
        low, high, step = after, len(self), 1
        while after and low + step < high:
            if text[begin[low + step] : begin[low + step + 1] - 1] >= word:
                high = low + step
                break
            low, step = low + step, 2 * step
        while low < high:
            middle = (low + high) >> 1
            if text[begin[middle] : begin[middle + 1] - 1] < word:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, word: bytes, after: int = 0) -> int | None:
        """Give the number of a word, None if it isn't there; `after` is as in `first`."""
        at = self.first(word, after)
        return at if at < len(self) and self.word(at) == word else None

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """Give the numbers of the words that begin so: from the first up to the second."""
        if not prefix:
            return 0, len(self)
        return self.first(prefix), self.first(prefix + b"\xff")

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.words())


def write_lexicon(out: SegmentOutput, name: str, words: Sequence[bytes]) -> None:
    """Write words, which must ascend and hold no newline."""
    text = _joined(words)
    if len(text) <= _PACKED:
        out.add(f"{name}/packed", np.frombuffer(zlib.compress(text), np.uint8))
    else:
        out.add(f"{name}/text", np.frombuffer(text, np.uint8))
    write_compact_numbers(out, f"{name}/sizes", np.fromiter(map(len, words), np.int64, len(words)))


def _joined(words: Iterable[bytes]) -> bytes:
    text = NEWLINE.join(words)
    return text + NEWLINE if text else text
