"""The packed profiles of all articles of a segment, read in place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from search.engine.whoosh.segments.arrays import concatenated_ranges
from search.engine.whoosh.similarity.packed_profile import LEVEL_BIT, LOW_BITS, NAME
from search.stories import LEVELS, SIZE

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array, Docs, Mask
    from search.engine.whoosh.segments.segment import Segment

_ROOTS = np.sqrt(np.array(LEVELS, np.float32))
_PAGE = 1 << 20
_CACHED = 1 << 15


class Profiles:
    """The profiles of a segment's articles. Nothing is read before its use."""

    def __init__(self, segment: Segment) -> None:
        self._roots = segment.blobs["roots"]
        self._marks = segment.blobs["marks"]

    @cached_property
    def starts(self) -> Array:
        """Where the entries of each article begin, and where the last one's end."""
        ends = self._roots.ends
        starts = np.zeros(len(ends) + 1, np.int64)
        starts[1:] = ends
        return starts >> 1

    @cached_property
    def low(self) -> Array:
        """The low bits of each entry's number."""
        return self._roots.data.all().view("<u2")

    @cached_property
    def marks(self) -> Array:
        """The marks, two in a byte."""
        return self._marks.data.all()

    @cached_property
    def document_frequency(self) -> Array:
        """In how many profiles each number is, deleted articles included. Cost: reading all entries."""
        counts = np.zeros(SIZE, np.int64)
        for begin in range(0, len(self.low), _PAGE):
            at = np.arange(begin, min(begin + _PAGE, len(self.low)))
            counts += np.bincount(self.entries(at)[0], minlength=SIZE)
        return counts

    def entries(self, at: Array) -> tuple[Array, Array]:
        """Give the numbers of some entries, and the square roots of their weights."""
        marks = self._half(at)
        numbers = self.low[at].astype(np.int64) | (marks & 1).astype(np.int64) << LOW_BITS
        return numbers, _ROOTS[(marks >> LEVEL_BIT) & 3]

    def _half(self, at: Array) -> Array:
        """Give the marks of some entries; what stands above their four bits is another's."""
        marks: Array = self.marks[at >> 1] >> ((at & 1) << 2).astype(np.uint8)
        return marks

    def among(self, wanted: Mask) -> Array:
        """Give which entries have wanted low bits, ascending. Cost: a look at every entry.

        Looked at by pages that stay in the processor's cache.
        """
        found = []
        for begin in range(0, len(self.low), _CACHED):
            hits = np.flatnonzero(wanted.take(self.low[begin : begin + _CACHED]))
            hits += begin
            found.append(hits)
        return np.concatenate(found) if found else np.zeros(0, np.int64)

    def of(self, docs: Docs) -> tuple[Array, Array, Array]:
        """Give the entries of some articles end to end: numbers, roots of weights, how many each."""
        begin = self.starts[docs]
        counts = self.starts[docs + 1] - begin
        return *self.entries(concatenated_ranges(begin, counts)), counts

    def names(self, doc: int) -> Array:
        """Give the numbers of the names in an article's profile, ascending."""
        at = np.arange(int(self.starts[doc]), int(self.starts[doc + 1]))
        return self.entries(at[self._half(at) & NAME > 0])[0]


_known: WeakKeyDictionary[Segment, Profiles] = WeakKeyDictionary()


def profiles(segment: Segment) -> Profiles:
    """Give the profiles of a segment, with what is known of them from before."""
    found = _known.get(segment)
    if found is None:
        found = _known[segment] = Profiles(segment)
    return found
