"""The words of a segment's stories, without those of standing sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.recurrence.packed_sentences import ENDS_BLOCK
from search.engine.whoosh.recurrence.source_sentences import entries
from search.engine.whoosh.segments.arrays import concatenated_ranges, offsets
from search.text.keyed_sentences import OWN_LENGTH

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from search.engine.whoosh.retrieval.segment_view import SegmentView
    from search.engine.whoosh.segments.arrays import Array, Mask


class ToldWords:
    """How often each article of a segment uses each word outside standing sentences.

    Attributes:
        lengths: how many words each article has outside them.
    """

    def __init__(
        self, view: SegmentView, field: str, standing: Sequence[tuple[Mask, Collection[int]]]
    ) -> None:
        """Look at some articles.

        Cost: some ten nanoseconds for each of their sentences, and where any is left out a byte
        for each word of the segment.

        Args:
            view: the segment.
            field: which of its fields has the stories.
            standing: articles, and the keys of what is left out of them.
        """
        self._words = words = view.segment.words[field]
        self.lengths = words.lengths.astype(np.int64)
        parts = [_left_out(view, mask, keys) for mask, keys in standing if keys]
        docs = np.concatenate([docs for docs, _, _ in parts] or [np.zeros(0, np.int64)])
        self._any: Mask | None = None
        if not len(docs):
            return
        begins = np.concatenate([begins for _, begins, _ in parts])
        counts = np.concatenate([counts for _, _, counts in parts])
        self._any = np.zeros(len(self.lengths), np.bool_)
        self._any[docs] = True
        self._gone = np.zeros(int(words.bases[-1]) + 1, np.bool_)
        self._gone[concatenated_ranges(words.bases[docs].astype(np.int64) + begins, counts)] = True
        gone = self._gone.view(np.uint8)
        self.lengths -= np.add.reduceat(gone, words.bases[:-1], dtype=np.int64)

    def counts(self, low: int, high: int) -> Array:
        """Give how often each posting's word stands outside them, of the words from one number up to another.

        Cost: where something is left out, reading the positions of the articles it is left out of.
        """
        words = self._words
        start, stop = words.span(low, high)
        counts = words.counts(start, stop).astype(np.int64)
        if self._any is None:
            return counts
        docs = words.docs[start:stop]
        chosen = np.flatnonzero(self._any[docs])
        if not len(chosen):
            return counts
        begins = int(words.placed[low]) + offsets(counts)[:-1][chosen]
        many = counts[chosen]
        stood = words.places.pick(concatenated_ranges(begins, many)).astype(np.int64)
        stood += np.repeat(words.bases[docs[chosen]].astype(np.int64), many)
        counts[chosen] -= np.add.reduceat(self._gone[stood].astype(np.int64), offsets(many)[:-1])
        return counts


def _left_out(view: SegmentView, mask: Mask, keys: Collection[int]) -> tuple[Array, Array, Array]:
    """Give the sentences to leave out: article, position of the first word in it, words.

    By the rule of `search.text.left_out`.
    """
    found, docs, lengths = entries(view, np.flatnonzero(mask))
    words, ends = lengths % ENDS_BLOCK, lengths // ENDS_BLOCK
    standing = np.isin(found, np.array(list(keys), np.int64)) & (words > 0)
    block = np.cumsum(ends) - ends
    other = np.bincount(block, (words > 0) & ~standing, int(block[-1]) + 1 if len(block) else 0)
    chosen = standing & ((other[block] == 0) | (words >= OWN_LENGTH))
    # A position counts the words before it in its article, and one for each block that ended.
    before = np.cumsum(words + ends) - (words + ends)
    first = np.searchsorted(docs, docs)
    return docs[chosen], (before - before[first])[chosen] if len(docs) else docs, words[chosen]
