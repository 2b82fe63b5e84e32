"""Finding pairs of similar articles, among all or only the new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.segments.arrays import concatenated_ranges, first_of_each, offsets
from search.engine.whoosh.similarity.date_decay import date_decay, tell_of_other_days
from search.engine.whoosh.similarity.packed_profile import LOW_BITS
from search.engine.whoosh.similarity.segment_profiles import profiles
from search.engine.whoosh.similarity.stem_weights import profile_rows
from search.errors import CancelledError
from search.stories import FOLLOWED, OTHER_DAYS, SAME_TEXT, SIZE

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView
    from search.engine.whoosh.segments.arrays import Array, Docs, Mask
    from search.engine.whoosh.similarity.stem_weights import ProfileRows

LEAST = 0.08
"""Least closeness of a pair that is given."""
_SHARED = 2
"""Rare stems that two articles must share to be compared at all."""
_COPIED = 0.7
"""Share of its rare stems from which on an article is compared with another of any day."""
_LEAST_TEXT = 20
"""Stems in a profile from which on there is enough text to call another the same."""
_PLACES = 1 << 22
_PLACES_EACH = 400
"""Pairs looked at, besides and for each article: stems so common that they make more are left."""
_CHUNK = 128


class ClosePairs(NamedTuple):
    """Pairs of articles, each once, by their numbers in the index, and how close each is.

    That is the cosine of their profiles, decayed by the days between them, if known, and where they
    name other days of the week; not decayed where the cosine says that they are one text.
    """

    left: Array
    right: Array
    closeness: Array


class _StemPostings(NamedTuple):
    """An inverted index of profiles: articles by stem number, and where each number's begin."""

    docs: Docs
    starts: Array


def close_pairs(
    views: IndexView,
    held: Array,
    idf: Array,
    asked: Docs,
    cancelled: Callable[[], bool] = lambda: False,
) -> ClosePairs:
    """Give the pairs of close articles of which at least one is asked for.

    Args:
        views: the index.
        held: in how many profiles each number is.
        idf: the weight of each number.
        asked: articles by their numbers in the index, ascending.
        cancelled: asked now and then; once it says so, CancelledError is raised.

    Cost: a tenth of a millisecond for each asked; where few are, a look at every entry.
    """
    days, named = (_numbers(views, name) for name in ("day", "weekdays"))
    sizes = _sizes(views)
    new = np.zeros(views.count, np.bool_)
    new[asked] = True
    wanted = _rare(held, views.count)
    found: list[ClosePairs] = []
    if len(asked):
        present = np.zeros(SIZE, np.bool_)
        for begin in range(0, len(asked), _CHUNK):
            present[profile_rows(views, asked[begin : begin + _CHUNK], idf).numbers] = True
        wanted &= present
        postings = _gather(views, wanted)
        for begin in range(0, len(asked), _CHUNK):
            if cancelled():
                raise CancelledError
            chunk = asked[begin : begin + _CHUNK]
            theirs = profile_rows(views, chunk, idf)
            which, others, copied = _candidates(theirs, wanted, postings)
            mine = chunk[which]
            near = copied | _near(days[mine], days[others])
            near &= (others != mine) & (~new[others] | (others > mine))
            compared = _compared(views, idf, chunk, theirs, which[near], others[near])
            found.append(_decayed(compared, days, named, sizes))
    parts = zip(*found, strict=True) if found else (np.zeros((1, 0), int),) * 3
    return ClosePairs(*(np.concatenate(list(part)) for part in parts))


def _near(one: Array, other: Array) -> Mask:
    """Tell whether two tellings on such days may be of one event; an unknown day is near any."""
    near: Mask = (np.abs(one - other) <= FOLLOWED) | (one == 0) | (other == 0)
    return near


def _numbers(views: IndexView, name: str) -> Array:
    """Give what a column says of every article: its day as an ordinal, the days of the week it names."""
    columns = [view.segment.numbers[name].values for view in views.views]
    return np.concatenate([column.astype(np.int64) for column in columns] or [np.zeros(0, int)])


def _sizes(views: IndexView) -> Array:
    """Give how many stems the profile of every article has."""
    held = [np.diff(profiles(view.segment).starts) for view in views.views]
    return np.concatenate(held or [np.zeros(0, int)])


def _rare(held: Array, count: int) -> Mask:
    """Tell which stem numbers are in several profiles, but in few enough to pair them all."""
    order = np.argsort(held, kind="stable")
    many = np.cumsum(held[order].astype(np.float64) ** 2) > _PLACES + _PLACES_EACH * count
    rare = held > 1
    rare[order[many]] = False
    return rare


def _gather(views: IndexView, wanted: Mask) -> _StemPostings:
    """Find every article that has a wanted number in its profile and isn't deleted."""
    low: Mask = wanted.reshape(-1, 1 << LOW_BITS).max(axis=0)
    found = [_of_segment(view, wanted, low) for view in views.views]
    numbers = np.concatenate([one[0] for one in found])
    docs = np.concatenate([one[1] for one in found])
    order = np.argsort(numbers, kind="stable")
    return _StemPostings(docs[order], offsets(np.bincount(numbers, minlength=SIZE)))


def _of_segment(view: SegmentView, wanted: Mask, low: Mask) -> tuple[Array, Docs]:
    held = profiles(view.segment)
    hits = held.among(low)
    numbers, _ = held.entries(hits)
    docs = np.searchsorted(held.starts, hits, "right") - 1
    kept = wanted[numbers]
    if view.alive is not None:
        kept &= view.alive[docs]
    return numbers[kept].astype(np.uint32), (docs[kept] + view.base).astype(np.uint32)


def _candidates(
    theirs: ProfileRows, wanted: Mask, postings: _StemPostings
) -> tuple[Array, Docs, Mask]:
    """Give who shares enough rare stems with which of some articles, and who shares most."""
    rare = wanted[theirs.numbers]
    numbers, owners = theirs.numbers[rare], theirs.owners[rare]
    counts = postings.starts[numbers + 1] - postings.starts[numbers]
    others = postings.docs[concatenated_ranges(postings.starts[numbers], counts)].astype(np.int64)
    keys = np.repeat(owners << 32, counts) | others
    keys.sort()
    first = np.flatnonzero(first_of_each(keys))
    shared = np.diff(np.append(first, len(keys)))
    enough = shared >= _SHARED
    kept = keys[first[enough]]
    which = kept >> 32
    most = _COPIED * np.bincount(owners, minlength=len(theirs.starts) - 1)
    return which, kept & 0xFFFFFFFF, shared[enough] >= most[which]


def _compared(
    views: IndexView, idf: Array, chunk: Docs, theirs: ProfileRows, which: Array, others: Docs
) -> ClosePairs:
    """Give the candidates that are close enough."""
    distinct, place = np.unique(others, return_inverse=True)
    held = profile_rows(views, distinct, idf)
    sizes = np.diff(held.starts)
    cosines = np.zeros(len(others), np.float32)
    against = np.zeros(SIZE, np.float32)
    bounds = np.searchsorted(which, np.arange(len(chunk) + 1))
    for at in np.flatnonzero(np.diff(bounds)).tolist():
        span = slice(int(theirs.starts[at]), int(theirs.starts[at + 1]))
        pair = slice(int(bounds[at]), int(bounds[at + 1]))
        numbers = theirs.numbers[span]
        against[numbers] = theirs.weights[span]
        begin, counts = held.starts[place[pair]], sizes[place[pair]]
        flat = concatenated_ranges(begin, counts)
        parts = against[held.numbers[flat]] * held.weights[flat]
        owners = np.repeat(np.arange(len(counts)), counts)
        cosines[pair] = np.bincount(owners, parts, len(counts))
        against[numbers] = 0
    close = np.flatnonzero(cosines >= LEAST)
    return ClosePairs(chunk[which[close]], others[close], np.minimum(cosines[close], 1.0))


def _decayed(close_pairs: ClosePairs, days: Array, named: Array, sizes: Array) -> ClosePairs:
    """Give the pairs that are still close with days taken into account: their own, and those they name."""
    left, right = days[close_pairs.left], days[close_pairs.right]
    size = np.minimum(sizes[close_pairs.left], sizes[close_pairs.right])
    whole = (close_pairs.closeness >= SAME_TEXT) & (size >= _LEAST_TEXT)
    undated = (left == 0) | (right == 0)
    decay = np.where(_near(left, right), date_decay(left - right), 0.0)
    decay[undated] = 1.0
    sides = (named[close_pairs.left], named[close_pairs.right])
    decay[tell_of_other_days(sides, (left, right))] *= OTHER_DAYS
    closeness = close_pairs.closeness * np.where(whole, 1.0, decay)
    close = np.flatnonzero(closeness >= LEAST)
    return ClosePairs(close_pairs.left[close], close_pairs.right[close], closeness[close])
