"""Looking up terms: posting lists and BM25 scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from search.engine.whoosh.retrieval.expand import expand
from search.engine.whoosh.retrieval.hits import Hits
from search.engine.whoosh.retrieval.segment_view import K1, TermLookup
from search.engine.whoosh.segments.arrays import DENSE, first_of_each, places
from search.engine.whoosh.segments.postings import PostingList
from search.engine.whoosh.segments.stem_index import EITHER, rules_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView, TermUnion
    from search.engine.whoosh.segments.arrays import Array, Docs, Mask
    from search.engine.whoosh.segments.postings import Postings
    from search.engine.whoosh.segments.segment import Segment
    from search.query import Fuzzy, Prefix, Wildcard

MOST = 1 << 18
"""Postings up to which many words as one count as often as they stand in an article.

Beyond, as for a single letter typed, frequency says nothing: being there is all that counts.
"""


_FORMS = 8
"""Words up to which adding one after the other is cheaper than all at once."""
_KNOWN = 20_000
"""Words looked up that are remembered."""


class LookupField(NamedTuple):
    """A field of text to look in and, to look for stems, the name of its stems."""

    field: str
    stems: str | None = None


def look_up(views: IndexView, where: LookupField, text: bytes) -> TermLookup:
    """Find a word or a stem in all segments. Cost: logarithmic; kept for the next time.

    A stem is given by its key; several keys with `EITHER` between them are sought as one.
    """
    known = views.known.get((where, text))
    if known is None:
        found = [_look_up(view, where, text) for view in views.views]
        numbers, dfs, among = zip(*found, strict=True) if found else ((), (), ())
        known = TermLookup(numbers, sum(dfs), among)
        if len(views.known) > _KNOWN:
            views.known.clear()
        views.known[where, text] = known
    return known


_Meant: TypeAlias = "tuple[tuple[int, ...], int, tuple[Mask | None, ...] | None]"


def _look_up(view: SegmentView, where: LookupField, text: bytes) -> _Meant:
    if where.stems:
        return _look_up_stems(view.segment, where.stems, text.split(EITHER.encode()))
    postings = view.segment.postings(where.field)
    number = postings.lexicon.find(text)
    if number is None:
        return (), 0, None
    start, stop = postings.span(number, number + 1)
    return (number,), stop - start, None


def _look_up_stems(segment: Segment, name: str, keys: Sequence[bytes]) -> _Meant:
    stems = segment.stems[name]
    held: list[tuple[bytes, int]] = []
    before, at = b"", 0
    for key in keys:  # what was joined lies right behind what stands alone
        at = stems.lexicon.first(key, at if before and key.startswith(before) else 0)
        before = key
        if at < len(stems.lexicon) and stems.lexicon.word(at) == key:
            held.append((key, at))
    df = sum(int(stems.document_frequency[stem]) for _, stem in held)
    df = min(df, segment.count)  # an article may hold several
    if len(segment.rules) == 1:
        return tuple(sorted(n for _, stem in held for n in stems.words(stem).tolist())), df, None
    read_by: dict[int, set[str]] = {}
    for key, stem in held:
        for number in stems.words(stem).tolist():
            read_by.setdefault(number, set()).add(rules_of(key))
    numbers = tuple(sorted(read_by))
    return numbers, df, tuple(segment.read_by(read_by[number]) for number in numbers)


def posting_list(views: IndexView, at: int, where: LookupField, text: bytes) -> PostingList:
    """Give the articles of one segment that hold a word, and how often each does."""
    word = look_up(views, where, text)
    numbers = word.numbers[at]
    if len(numbers) <= 1 and word.among[at] is None:
        held = views.views[at].segment.postings(where.field)
        return held.word(numbers[0]) if numbers else join(held, (), 0)

    def forms() -> list[PostingList]:
        return [
            join(view.segment.postings(where.field), held, view.count, among=among)
            for view, held, among in zip(views.views, word.numbers, word.among, strict=True)
        ]

    return views.joined((where, text), forms).found[at]


def any_word(views: IndexView, field: str, leaf: Prefix | Wildcard | Fuzzy) -> TermUnion:
    """Take the words a leaf means as one word, in all segments."""

    def words() -> list[PostingList]:
        held = [view.segment.postings(field) for view in views.views]
        meant = [expand(postings.lexicon, leaf) for postings in held]
        often = sum(map(size, held, meant)) <= MOST
        return [
            join(postings, numbers, view.count, often=often)
            for view, postings, numbers in zip(views.views, held, meant, strict=True)
        ]

    return views.joined((field, type(leaf), leaf.form, getattr(leaf, "edits", 0)), words)


def size(held: Postings, numbers: range | tuple[int, ...] | Array) -> int:
    """Count the postings of several words."""
    if isinstance(numbers, tuple):
        return sum(stop - start for start, stop in (held.span(n, n + 1) for n in numbers))
    if isinstance(numbers, range):
        start, stop = held.span(numbers.start, numbers.stop)
        return stop - start
    return int((held.starts[numbers + 1] - held.starts[numbers]).sum(dtype=np.int64))


def join(
    held: Postings,
    numbers: range | Sequence[int] | Array,
    count: int,
    *,
    often: bool = True,
    among: Sequence[Mask | None] | None = None,
) -> PostingList:
    """Take several words as one: give who holds any, and, if wanted, how often all of them.

    `count` is how many articles there are; `among` says for each word in which it counts, None
    for all. Cost: linear in the postings.
    """
    if isinstance(numbers, range):
        start, stop = held.span(numbers.start, numbers.stop)
        docs, counts = held.docs[start:stop], held.counts(start, stop)
    elif not len(numbers):
        return PostingList(np.zeros(0, np.uint16), np.zeros(0, np.uint8))
    elif among is not None:
        pairs = zip(numbers, among, strict=True)
        return _forms([_those(held.word(int(number)), mask) for number, mask in pairs], count)
    elif often and len(numbers) <= _FORMS:
        return _forms([held.word(int(number)) for number in numbers], count)
    else:
        docs, counts = held.several(np.asarray(numbers))
    if not often:
        there = np.zeros(count, np.bool_)
        there[docs] = True
        docs = np.flatnonzero(there).astype(np.uint16)
        return PostingList(docs, np.ones(len(docs), np.uint8))
    if len(docs) * DENSE > count:
        total = np.bincount(docs, counts, count)
        docs = np.flatnonzero(total > 0)
        return PostingList(docs.astype(np.uint16), total[docs].astype(np.uint32))
    return _sorted(docs, counts)


def _those(found: PostingList, mask: Mask | None) -> PostingList:
    if mask is None:
        return found
    there = mask[found.docs]
    return PostingList(found.docs[there], found.counts[there])


def _forms(found: Sequence[PostingList], count: int) -> PostingList:
    """Take a few words as one."""
    if sum(len(one.docs) for one in found) * DENSE <= count:
        docs = np.concatenate([one.docs for one in found])
        return _sorted(docs, np.concatenate([one.counts for one in found]))
    total = np.zeros(count, np.uint32)
    for docs, counts in found:
        total[docs] += counts
    docs = np.flatnonzero(total > 0)
    return PostingList(docs.astype(np.uint16), total[docs])


def _sorted(docs: Docs, counts: Array) -> PostingList:
    """Add up counts of articles that may be there several times, in any order."""
    if not len(docs):
        return PostingList(docs, counts)
    keys = (docs.astype(np.int64) << 32) | counts
    keys.sort()
    docs = (keys >> 32).astype(np.uint16)
    first = np.flatnonzero(first_of_each(docs))
    return PostingList(docs[first], np.add.reduceat(keys & 0xFFFFFFFF, first).astype(np.uint32))


def scored(
    views: IndexView,
    at: int,
    where: LookupField,
    found: PostingList,
    df: int,
    boost: float,
    within: Docs | None,
) -> Hits:
    """Score who holds a word by BM25, as Whoosh's BM25F does field by field.

    Source: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework (2009).

    Args:
        views: the index.
        at: which segment.
        where: the field, for its lengths.
        found: who holds the word in that segment, and how often.
        df: how many articles of the index hold it.
        boost: what to multiply by.
        within: only these articles, ascending; all when None.
    """
    view = views.views[at]
    if within is None:
        docs, counts = found.docs.astype(np.int64), found.counts
    else:
        there, among = places(found.docs, within, view.count)
        docs, counts = within[there], found.counts[among]
    norms = view.norms(where.field, views.average(where.field))[docs]
    often = counts.astype(np.float64)
    norms += often
    often *= (K1 + 1) * (views.idf(df) * boost)
    often /= norms
    return Hits(docs, often)
