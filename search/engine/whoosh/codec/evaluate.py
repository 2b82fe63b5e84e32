"""Evaluating Whoosh queries on arrays, a whole column at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.query.compound import And, AndNot, Or
from whoosh.query.qcore import Every
from whoosh.query.terms import Term

from search.engine.whoosh.codec.fields import where
from search.engine.whoosh.codec.queries import (
    AnyWord,
    ArrayQuery,
    NumberAmong,
    NumberRange,
    ProximityQuery,
    ValueAmong,
)
from search.engine.whoosh.retrieval.hits import NONE, Hits, intersect, subtract, union
from search.engine.whoosh.retrieval.proximity import match_proximity
from search.engine.whoosh.retrieval.word_lookup import any_word, look_up, posting_list, scored, size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine.whoosh.retrieval.segment_view import IndexView
    from search.engine.whoosh.retrieval.word_lookup import LookupField
    from search.engine.whoosh.segments.arrays import Docs


class Evaluation:
    """Evaluates queries in one segment.

    A query of a kind not known here is stepped through by Whoosh on the same arrays: right,
    but slow.
    """

    def __init__(self, searcher: Any, views: IndexView, at: int) -> None:
        """Take the Whoosh searcher of segment number `at` among `views`."""
        self._searcher = searcher
        self._views = views
        self._at = at
        self._view = views.views[at]

    def hits(self, query: Any, within: Docs | None = None) -> Hits:
        """Give the articles a query finds and their scores, deleted ones perhaps among them.

        Args:
            query: any query of Whoosh's.
            within: only these articles, ascending; all when None.
        """
        match query:
            case Term(fieldname=name, text=text) if at := self._where(name):
                return self._term(at, _raw(text), query.boost, within)
            case And(subqueries=parts) if parts:
                return _times(self._all(parts, within), query)
            case Or(subqueries=parts) if not query.minmatch and not query.scale:
                found = [self.hits(part, within) for part in parts]
                return _times(union(found, self._view.count), query)
            case AndNot(a=wanted, b=unwanted):
                hits = self.hits(wanted, within)
                return subtract(hits, self.hits(unwanted, hits.docs).docs, self._view.count)
            case Every(fieldname=None):
                docs = self._alive(within)
                return Hits(docs, np.full(len(docs), float(query.boost)))
            case ArrayQuery():
                return self.sought(query, within)
            case _:
                return self._stepped(query, within)

    def sought(self, query: ArrayQuery, within: Docs | None) -> Hits:
        """Answer a query of our own."""
        views, at = self._views, self._at
        match query:
            case ProximityQuery(fieldname=name) if where_ := self._where(name):
                words = tuple(map(_raw, query.words))
                return match_proximity(views, at, where_, words, query.slop, query.boost, within)
            case AnyWord(fieldname=name) if where_ := self._where(name):
                joined = any_word(views, where_.field, query.leaf)
                return scored(views, at, where_, joined.found[at], joined.df, query.boost, within)
            case NumberRange(fieldname=name):
                docs = self._alive(within)
                values = self._view.segment.numbers[name].values[docs]
                return _unscored(docs[(values >= query.first) & (values <= query.last)])
            case NumberAmong(fieldname=name):
                docs = self._alive(within)
                return _unscored(docs[query.numbers.mask(self._view.segment, name)[docs]])
            case ValueAmong(fieldname=name):
                docs = self._alive(within)
                groups = self._view.segment.groups[name]
                wanted = np.array([one in query.names for one in groups.names], np.bool_)
                return _unscored(docs[wanted[groups.numbers[docs]]])
            case _:
                return NONE

    def _where(self, name: str) -> LookupField | None:
        return where(self._view.segment.layout, name)

    def _alive(self, within: Docs | None) -> Docs:
        alive = self._view.alive
        if within is None:
            return self._view.docs
        return within if alive is None else within[alive[within]]

    def _term(self, at: LookupField, text: bytes, boost: float, within: Docs | None) -> Hits:
        found = posting_list(self._views, self._at, at, text)
        df = look_up(self._views, at, text).df
        return scored(self._views, self._at, at, found, df, boost, within)

    def _all(self, parts: Sequence[Any], within: Docs | None) -> Hits:
        """Find what all parts find, beginning with the one that finds least."""
        first, *others = sorted(parts, key=self._size)
        docs, scores = self.hits(first, within)
        for part in others:
            if not len(docs):
                return NONE
            more = self.hits(part, docs)
            scores = scores[np.searchsorted(docs, more.docs)] + more.scores
            docs = more.docs
        return Hits(docs, scores)

    def _size(self, query: Any) -> int:
        """Estimate how many articles a query finds, cheaply and rather too many."""
        match query:
            case Term(fieldname=name, text=text) if at := self._where(name):
                numbers = look_up(self._views, at, _raw(text)).numbers[self._at]
                held = self._view.segment.words[at.field]
                return size(held, numbers)
            case And(subqueries=parts) if parts:
                return min(map(self._size, parts))
            case Or(subqueries=parts):
                return sum(map(self._size, parts))
            case AndNot(a=wanted):
                return self._size(wanted)
            case ProximityQuery(fieldname=name, words=words):
                return min(self._size(Term(name, word)) for word in words)
            case _:
                return self._view.count

    def _stepped(self, query: Any, within: Docs | None) -> Hits:
        matcher = query.matcher(self._searcher, self._searcher.context())
        docs: list[int] = []
        scores: list[float] = []
        while matcher.is_active():
            docs.append(matcher.id())
            scores.append(matcher.score())
            matcher.next()
        hits = Hits(np.array(docs, np.int64), np.array(scores, np.float64))
        return hits if within is None else intersect(hits, within, self._view.count)


def _unscored(docs: Docs) -> Hits:
    return Hits(docs, np.zeros(len(docs)))


def _raw(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _times(hits: Hits, query: Any) -> Hits:
    """Boost what a query of several parts finds; Whoosh doesn't with a single part."""
    if query.boost == 1 or len(query.subqueries) == 1:
        return hits
    return Hits(hits.docs, hits.scores * query.boost)
