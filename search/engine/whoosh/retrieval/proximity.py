"""Phrase and proximity matching."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.retrieval.hits import NONE, Hits
from search.engine.whoosh.retrieval.word_lookup import look_up, posting_list, scored
from search.engine.whoosh.segments.arrays import places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine.whoosh.retrieval.segment_view import IndexView
    from search.engine.whoosh.retrieval.word_lookup import LookupField
    from search.engine.whoosh.segments.arrays import Array, Docs

_FEW = 16
"""Occurrences to one from which seeking is cheaper than merging both."""


def match_proximity(
    views: IndexView,
    at: int,
    where: LookupField,
    words: Sequence[bytes],
    slop: int | None,
    boost: float,
    within: Docs | None,
) -> Hits:
    """Find words that stand together in one block of an article.

    Without a slop: next to each other in this order. With one: in any order, with at most
    `slop` other words among them; a word given twice must stand twice. An article scores as if
    the words were sought singly. For `within` see `scored`. Cost: a few ten nanoseconds an
    occurrence in the articles that have all the words.
    """
    distinct = list(dict.fromkeys(words))
    docs = _holding_all(views, at, where, distinct, within)
    if not len(docs):
        return NONE
    stands = {word: _occurrences(views, at, where, word, docs) for word in distinct}
    field = views.views[at].segment.words[where.field]
    ends = _next(words, stands) if slop is None else _near(words, stands, slop, field.walls)
    docs = np.searchsorted(field.bases, ends, "right") - 1
    docs = docs[np.flatnonzero(np.diff(docs, prepend=-1))]
    if within is not None:  # occurrences may be those of more articles
        docs = docs[places(within, docs, views.views[at].count)[0]]
    scores = np.zeros(len(docs))
    for word in distinct:
        found, df = posting_list(views, at, where, word), look_up(views, where, word).df
        scores += scored(views, at, where, found, df, boost, docs).scores
    return Hits(docs, scores)


def _holding_all(
    views: IndexView, at: int, where: LookupField, words: Sequence[bytes], within: Docs | None
) -> Docs:
    """Give the articles that hold all of several words."""
    found = sorted((posting_list(views, at, where, word).docs for word in words), key=len)
    docs = found[0].astype(np.int64) if within is None else within
    for held in found if within is not None else found[1:]:
        there, _ = places(held, docs, views.views[at].count)
        docs = docs[there]
    return docs


def _occurrences(views: IndexView, at: int, where: LookupField, word: bytes, docs: Docs) -> Array:
    """Give where any form of a word stands, ascending; see `Words.occurrences`."""
    field = views.views[at].segment.words[where.field]
    numbers = look_up(views, where, word).numbers[at]
    stood = [field.occurrences(number, docs) for number in numbers]
    among = look_up(views, where, word).among[at]
    if among is not None:
        stood = [
            one if mask is None else one[mask[np.searchsorted(field.bases, one, "right") - 1]]
            for one, mask in zip(stood, among, strict=True)
        ]
    if len(stood) == 1:
        return stood[0]
    return _merged(stood)


def _merged(several: Sequence[Array]) -> Array:
    """Merge ascending arrays: what a stable sort does with runs."""
    joined = np.concatenate(several)
    joined.sort(kind="stable")
    return joined


def _next(words: Sequence[bytes], stands: dict[bytes, Array]) -> Array:
    """Give where phrases begin."""
    begins = (stands[word] - i if i else stands[word] for i, word in enumerate(words))
    first, *others = sorted(begins, key=len)
    for other in others:
        first = _both(first, other)
    return first


def _both(few: Array, many: Array) -> Array:
    """Give what two ascending arrays have in common."""
    if len(few) * _FEW < len(many):
        at = np.searchsorted(many, few)
        at[at == len(many)] = 0
        there: Array = few[many[at] == few]
        return there
    joined = _merged((few, many))
    twice: Array = joined[:-1][joined[1:] == joined[:-1]]
    return twice


def _near(words: Sequence[bytes], stands: dict[bytes, Array], slop: int, walls: Array) -> Array:
    """Give where stretches end that hold all words with at most `slop` others.

    The shortest that ends at an occurrence begins, for each word wanted n times, at the n-th
    last occurrence of it at the latest; none reaches through a wall.
    """
    last = np.concatenate(list(stands.values()))
    whose = np.repeat(np.arange(len(stands)), [len(stood) for stood in stands.values()])
    order = np.argsort(last, kind="stable")
    last, whose = last[order], whose[order]
    first = last.copy()
    whole = np.ones(len(last), np.bool_)
    for which, (word, stood) in enumerate(stands.items()):
        begin = np.cumsum(whose == which) - words.count(word)
        whole &= begin >= 0
        np.minimum(first, stood[np.maximum(begin, 0)], out=first)
    whole &= last - first + 1 - len(words) <= slop
    first, last = first[whole], last[whole]
    free: Array = np.searchsorted(walls, first, "right") == np.searchsorted(walls, last, "right")
    return last[free]
