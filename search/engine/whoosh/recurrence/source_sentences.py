"""The sentences of all articles of one source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.recurrence.packed_sentences import KEY
from search.engine.whoosh.segments.arrays import concatenated_ranges, first_of_each

if TYPE_CHECKING:
    from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView
    from search.engine.whoosh.segments.arrays import Array, Docs, Mask

_HALF = np.uint64(32)
_KEYS, _LENGTHS, _SOURCE = "sentences", "sentence_lengths", "outlet"


class SentencesByArticle(NamedTuple):
    """Which sentences each article of a source has.

    Attributes:
        docs: the article's number in the index, ascending, once for each of its sentences.
        keys: these beside them.
    """

    docs: Array
    keys: Array

    def of(self, doc: int) -> frozenset[int]:
        """Give the sentences of an article. Cost: logarithmic, and linear in them."""
        sought = np.uint32(doc)
        low, high = (int(np.searchsorted(self.docs, sought, side)) for side in ("left", "right"))
        return frozenset(self.keys[low:high].tolist())


class SourceSentences(NamedTuple):
    """Which articles of a source have each sentence.

    Attributes:
        keys: ascending; of one key as many as articles have it.
        docs: beside them the article's number in the index, ascending within a key.
        articles: how many the source has.
    """

    keys: Array
    docs: Array
    articles: int

    def of(self, key: int) -> Docs:
        """Give the articles that have a sentence, ascending. Cost: logarithmic."""
        sought = np.uint32(key)
        low, high = (int(np.searchsorted(self.keys, sought, side)) for side in ("left", "right"))
        return self.docs[low:high]

    def by_article(self) -> SentencesByArticle:
        """Give the same by article. Cost: sorting all."""
        order = np.argsort(self.docs, kind="stable")
        return SentencesByArticle(self.docs[order], self.keys[order])

    def recurring(self, least: int) -> Array:
        """Give the keys that so many articles have, those of most articles first."""
        begins = np.flatnonzero(first_of_each(self.keys)) if len(self.keys) else self.keys[:0]
        counts = np.diff(np.append(begins, len(self.keys)))
        order = np.argsort(-counts, kind="stable")
        order = order[counts[order] >= least]
        return self.keys[begins[order]]


def source_sentences(views: IndexView, source: str) -> SourceSentences:
    """Read the sentences of a source. Cost: some ten nanoseconds a sentence of it."""
    found = [np.zeros(0, np.uint64)]
    articles = 0
    for view in views.views:
        mine = np.flatnonzero(articles_of(view, source))
        articles += len(mine)
        keys, docs, _ = entries(view, mine)
        # Key and article in one number: sorting numbers is far quicker than sorting pairs.
        pairs = (keys.astype(np.uint64) << _HALF) | (docs + view.base).astype(np.uint64)
        found.append(pairs[keys > 0])
    every = np.concatenate(found)
    every.sort()
    every = every[first_of_each(every)] if len(every) else every
    return SourceSentences((every >> _HALF).astype(np.uint32), every.astype(np.uint32), articles)


def entries(view: SegmentView, docs: Docs) -> tuple[Array, Array, Array]:
    """Give the sentences of some articles of a segment end to end: key, article, length."""
    lengths = view.segment.blobs[_LENGTHS]
    ends = lengths.ends.astype(np.int64)
    begins = np.concatenate((np.zeros(1, np.int64), ends))[docs]
    counts = ends[docs] - begins
    at = concatenated_ranges(begins, counts)
    if not len(at):
        return (np.zeros(0, np.int64),) * 3
    low, high = int(at[0]), int(at[-1]) + 1
    size = np.dtype(KEY).itemsize
    keys = view.segment.blobs[_KEYS].data[low * size : high * size].view(KEY)
    held = lengths.data[low:high]
    return (
        keys[at - low].astype(np.int64),
        np.repeat(docs.astype(np.int64), counts),
        held[at - low].astype(np.int64),
    )


def articles_of(view: SegmentView, source: str | None) -> Mask:
    """Tell which articles of a segment are of a source and not deleted."""
    groups = view.segment.groups[_SOURCE]
    named = np.array([name == source for name in groups.names], dtype=bool)
    mask: Mask = named[groups.numbers]
    return mask if view.alive is None else mask & view.alive
