"""Postings of one field: which articles have each word, how often and where.

Postings lie in the order of the words, and of the articles within a word, so the postings of
neighbouring words, such as all that begin alike, are one slice.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.segments.arrays import concatenated_ranges, offsets, places
from search.engine.whoosh.segments.compact_numbers import CompactNumbers, in_32_bits
from search.engine.whoosh.segments.lexicon import Lexicon
from search.engine.whoosh.segments.positions import Positions

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array, Docs
    from search.engine.whoosh.segments.segment_file import SegmentFile

_MOST_OF = 3
"""One article wanted of so many: from there on reading all occurrences is cheaper than picking."""
_SEEKING = 500
"""Postings that are read in the time it takes to go to one word's."""
MOST = 255
"""A count that one byte can't hold is kept beside; this stands in its place."""


class PostingList(NamedTuple):
    """The posting list of a word: its articles, ascending, and its frequency in each."""

    docs: Docs
    counts: Array


class Postings:
    """The words of one field and the articles that hold them. Nothing is read before its use."""

    def __init__(self, file: SegmentFile, name: str) -> None:
        self.lexicon = Lexicon(file, name)
        self._df = CompactNumbers(file, f"{name}/df")
        self.docs = file[f"{name}/docs"]
        self._counts = file[f"{name}/counts"]
        self._much_at = file[f"{name}/much-at"]
        self._much = file[f"{name}/much"]

    @cached_property
    def starts(self) -> Array:
        """Where the postings of each word begin, and where the last one's end."""
        return self._df.bounds()

    @cached_property
    def _much_in(self) -> list[int]:
        """Which postings have counts that one byte can't hold, ascending; they are few."""
        postings: list[int] = self._much_at.all().tolist()
        return postings

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Give where the postings lie of the words from one number up to another."""
        return int(self.starts[low]), int(self.starts[high])

    def counts(self, start: int, stop: int) -> Array:
        """Give how often each posting's word stands in its article."""
        counts = self._counts[start:stop]
        if self._much_in:
            low, high = bisect_left(self._much_in, start), bisect_left(self._much_in, stop)
            if low < high:
                counts = counts.astype(np.int64)
                at = self._much_at.all()[low:high].astype(np.int64)
                counts[at - start] = self._much.all()[low:high]
        return counts

    def word(self, number: int) -> PostingList:
        """Give the postings of one word."""
        start, stop = self.span(number, number + 1)
        return PostingList(self.docs[start:stop], self.counts(start, stop))

    def several(self, numbers: Array) -> PostingList:
        """Give the postings of several words, ascending, end to end; there must be one at least.

        Cost: a few microseconds a word, or some nanoseconds for each posting from the first
        word's to the last one's where that is less.
        """
        low, high = int(numbers[0]), int(numbers[-1]) + 1
        start, stop = self.span(low, high)
        if stop - start < _SEEKING * len(numbers):
            wanted = np.zeros(high - low, np.bool_)
            wanted[numbers - low] = True
            of_them = np.repeat(wanted, np.diff(self.starts[low : high + 1]))
            return PostingList(self.docs[start:stop][of_them], self.counts(start, stop)[of_them])
        begins, stops = self.starts[numbers].tolist(), self.starts[numbers + 1].tolist()
        spans = list(zip(begins, stops, strict=True))
        docs = np.concatenate([self.docs[start:stop] for start, stop in spans])
        return PostingList(
            docs, np.concatenate([self.counts(start, stop) for start, stop in spans])
        )


class TextPostings(Postings):
    """The words of a field of text, with where they stand.

    A position counts the words of an article's field; between two blocks one is left out.
    """

    def __init__(self, file: SegmentFile, name: str) -> None:
        super().__init__(file, name)
        self._more = CompactNumbers(file, f"{name}/more")
        self.places = Positions(file, f"{name}/places")
        self._lengths = file[f"{name}/lengths"]
        self._blocks = file[f"{name}/blocks"]
        self._breaks = file[f"{name}/breaks"]

    @cached_property
    def placed(self) -> Array:
        """Where the positions of each word begin, and where the last one's end."""
        return in_32_bits(self.starts.astype(np.int64) + self._more.bounds())

    @cached_property
    def lengths(self) -> Array:
        """How many words each article's field has."""
        return self._lengths.all()

    @cached_property
    def bases(self) -> Array:
        """Where each article begins if all are laid end to end, and where the last one ends.

        Between two of them one position is left out too.
        """
        bases = offsets(self.lengths.astype(np.int64) + self._blocks.all() + 1)
        return bases.astype(np.int32) if bases[-1] < np.iinfo(np.int32).max else bases

    @cached_property
    def walls(self) -> Array:
        """Where blocks begin, among the articles laid end to end; ascending."""
        owners = np.repeat(self.bases[:-1], self._blocks.all())
        walls = np.concatenate((self.bases[:-1], owners + self._breaks.all()))
        walls.sort()
        return walls

    def block_counts(self) -> Array:
        """Give how many breaks each article's field has."""
        return self._blocks.all()

    def break_places(self) -> Array:
        """Give the position of each break, article after article."""
        return self._breaks.all()

    def occurrences(self, number: int, within: Docs | None = None) -> Array:
        """Give where one word stands, ascending, if all articles are laid end to end; see `bases`.

        Args:
            number: which word.
            within: the articles that matter, ascending; all when None. Where they are many of
                those that hold the word, others are given too.
        """
        start, stop = self.span(number, number + 1)
        docs = self.docs[start:stop]
        counts = self.counts(start, stop)
        base = int(self.placed[number])
        if within is None or len(within) * _MOST_OF > len(docs):
            stood = self.places[base : int(self.placed[number + 1])]
        else:
            _, at = places(docs, within, len(self.lengths))
            docs, picked = docs[at], counts[at]
            flat = concatenated_ranges(offsets(counts)[:-1][at] + base, picked)
            if not len(flat):
                return flat
            stood, counts = self.places.pick(flat), picked
        found = np.repeat(self.bases[docs], counts)
        found += stood
        return found
