"""The segments of one generation, with what a search keeps in memory."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.retrieval.length_norm import quantized

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from search.engine.whoosh.segments.arrays import Docs, Mask, Scores
    from search.engine.whoosh.segments.postings import PostingList
    from search.engine.whoosh.segments.segment import Segment

K1 = 1.2
B = 0.75
_KEPT = 1 << 25
"""Bytes of joined postings kept for the next search, which mostly asks for them again."""


class SegmentView:
    """One segment: its arrays, what is deleted of it, and where its articles lie in the whole.

    Attributes:
        segment: its arrays.
        alive: which articles aren't deleted; None for all.
        base: the number its first article has in the index.
        count: how many articles it has, deleted ones too.
    """

    def __init__(self, segment: Segment, alive: Mask | None, base: int) -> None:
        self.segment = segment
        self.alive = alive
        self.base = base
        self.count = segment.count
        self._norms: dict[str, Scores] = {}

    @cached_property
    def docs(self) -> Docs:
        """Every article that isn't deleted."""
        return np.arange(self.count) if self.alive is None else np.flatnonzero(self.alive)

    def norms(self, field: str, average: float) -> Scores:
        """Give what BM25 adds to a count in each article, for the length of its field."""
        norms = self._norms.get(field)
        if norms is None:
            lengths = quantized(self.segment.words[field].lengths)
            norms = self._norms[field] = K1 * ((1 - B) + B * lengths / average)
        return norms


class TermUnion(NamedTuple):
    """Several words searched as one term, in each segment; `df` is how many articles have any."""

    found: tuple[PostingList, ...]
    df: int


class TermLookup(NamedTuple):
    """A term looked up: the numbers of its words in each segment, and its document frequency.

    `df` is how many articles do, deleted ones too. `among` says for each form in which articles
    it counts: None in all, and None for a segment in all for each.
    """

    numbers: tuple[tuple[int, ...], ...]
    df: int
    among: tuple[tuple[Mask | None, ...] | None, ...]


class IndexView:
    """All segments of an index. Not safe to use from two threads at once.

    Attributes:
        views: the segments, in order.
        count: how many articles they have, deleted ones too.
        known: words looked up before.
    """

    def __init__(self, views: Sequence[SegmentView]) -> None:
        self.views = tuple(views)
        self.count = sum(view.count for view in views)
        self._bases = [view.base for view in views]
        self.known: dict[Hashable, TermLookup] = {}
        self._averages: dict[str, float] = {}
        self._kept: OrderedDict[Hashable, TermUnion] = OrderedDict()
        self._size = 0

    def forget(self) -> None:
        """Drop what is kept of earlier searches."""
        self.known.clear()
        self._kept.clear()
        self._size = 0

    def holding(self, doc: int) -> SegmentView:
        """Give the segment of an article by its number in the index."""
        return self.views[bisect_right(self._bases, doc) - 1]

    def average(self, field: str) -> float:
        """Give how many words the field has, averaged over all articles; 1 if none has any."""
        average = self._averages.get(field)
        if average is None:
            total = sum(view.segment.totals[field] for view in self.views)
            average = self._averages[field] = total / (self.count or 1) or 1
        return average

    def idf(self, df: int) -> float:
        """Give the weight of a word that so many articles hold, as Whoosh does."""
        return log(self.count / (df + 1)) + 1

    def joined(self, key: Hashable, join: Callable[[], Sequence[PostingList]]) -> TermUnion:
        """Join words in each segment, or give what is kept of an earlier search."""
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        found = tuple(join())
        joined = TermUnion(found, sum(len(one.docs) for one in found))
        self._kept[key] = joined
        self._size += _size(joined)
        while self._size > _KEPT:
            _, dropped = self._kept.popitem(last=False)
            self._size -= _size(dropped)
        return joined


def _size(joined: TermUnion) -> int:
    return sum(one.docs.nbytes + one.counts.nbytes for one in joined.found)
