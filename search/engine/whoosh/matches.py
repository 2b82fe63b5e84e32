"""The result of a search, evaluated lazily."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from search.engine.answers import Row, Total
from search.engine.whoosh.ids import article_id, number_of
from search.engine.whoosh.retrieval.top_k import top_k
from search.engine.whoosh.schema import BETWEEN
from search.query import only_folded, without
from search.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import Any, TypeAlias

    from search.article import ArticleId
    from search.engine.answers import Counts
    from search.engine.protocol import Snapshot
    from search.engine.sort_order import Sort
    from search.engine.whoosh.retrieval.hits import Hits
    from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView
    from search.engine.whoosh.segments.arrays import Array, Docs, Scores
    from search.query import Facet, Node

    Lend: TypeAlias = Callable[[Callable[[Snapshot], Any]], Any]
    """Does a task with a snapshot of the index as it is then."""

_FIRST = 256
"""Places put in order at first; whoever looks further has all of them put in order."""
_COLUMNS: dict[Facet, str] = {"author": "authors", "tag": "tags", "lang": "language"}
_DAY_SECONDS = 17
"""Bits that hold the seconds of a day."""
_DAY_BITS = 22
"""Bits that hold the number of a day, up to the year 9999."""


class Matches:
    """Every article that a query means, and the order to show them in; see `protocol.Found`.

    What it holds of the index stays valid after that has moved on.
    """

    def __init__(
        self, root: Node, views: IndexView, hits: Sequence[Hits], sort: Sort, lend: Lend
    ) -> None:
        """Take what was found.

        Args:
            root: what was asked.
            views: the index as it was.
            hits: the articles found in each of its segments.
            sort: their order.
            lend: does a task with a snapshot, for what is read later.
        """
        self._root = root
        self._views = views
        self._hits = hits
        self._sort = sort
        self._lend = lend
        self._count = sum(len(one.docs) for one in hits)

    @property
    def total(self) -> Total:
        """How many there are, exactly."""
        return Total(self._count)

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give the articles from one place up to another; see `protocol.Found.rows`."""
        ids = self.ids(start, stop)
        heads = self._lend(lambda snapshot: snapshot.heads(ids))
        scores = self._scores[self._order(stop)[start:stop]].tolist()
        return [Row(*pair) if pair[0] else None for pair in zip(heads, scores, strict=True)]

    def known_id(self, place: int) -> ArticleId | None:
        """Give the article in a place, None behind the last."""
        found = self.ids(place, place + 1)
        return found[0] if found else None

    def ids(self, start: int, stop: int) -> list[ArticleId]:
        """Give the articles from one place up to another."""
        numbers = self._numbers(self._order(stop)[start:stop])
        return [article_id(one) for one in numbers.tolist()]

    def places(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Give where articles stand. Cost: putting all in order once, then a pass over arrays."""
        numbers = np.array([n for n in map(number_of, articles) if n is not None], np.uint64)
        found = np.flatnonzero(np.isin(self._placed, numbers))
        return {article_id(int(self._placed[place])): int(place) for place in found}

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Count the articles of each value of a facet; see `protocol.Found.counts`."""
        if not own_filters and (wider := without(self._root, facet)) is not self._root:
            counts: Counts = self._lend(lambda snapshot: snapshot.search(wider).counts(facet))
            return counts
        if facet == "month":
            return self._months
        return self._sources if facet == "source" else _most_first(self._values(_COLUMNS[facet]))

    def folded(self) -> int:
        """Count what is found in folded text only; see `protocol.Found.folded`."""
        root = only_folded(self._root)
        if root is None:
            return 0
        count: int = self._lend(lambda snapshot: snapshot.search(root).total.count)
        return count

    def verified(self) -> Matches:
        """Look now at what ids and order are made of, while damage can still be mended."""
        for view, hits in zip(self._views.views, self._hits, strict=True):
            if len(hits.docs):
                _ = view.segment.numbers["number"].values
        self._order(1)
        return self

    @cached_property
    def _placed(self) -> Array:
        """The number of the article in each place: eight bytes each, once one was sought."""
        return self._numbers(self._order(self._count))

    def _numbers(self, order: Array) -> Array:
        """Give the numbers of the articles, in an order of `_docs`."""
        docs = self._docs[order]
        numbers = np.zeros(len(docs), np.uint64)
        for view in self._views.views:
            here = (docs >= view.base) & (docs < view.base + view.count)
            numbers[here] = view.segment.numbers["number"].values[docs[here] - view.base]
        return numbers

    @cached_property
    def _docs(self) -> Docs:
        """Every article's number in the index, ascending."""
        pairs = zip(self._views.views, self._hits, strict=True)
        return np.concatenate([hits.docs + view.base for view, hits in pairs] or [np.zeros(0, int)])

    @cached_property
    def _scores(self) -> Scores:
        return np.concatenate([hits.scores for hits in self._hits] or [np.zeros(0)])

    def _order(self, stop: int) -> Array:
        return self._first if stop <= _FIRST else self._whole

    @cached_property
    def _first(self) -> Array:
        return top_k(self._keys, _FIRST)

    @cached_property
    def _whole(self) -> Array:
        return top_k(self._keys, self._count)

    @cached_property
    def _keys(self) -> Array:
        """What the order goes by, highest first; of equals, what was indexed first."""
        if self._sort == "relevance":
            return self._scores
        pairs = zip(self._views.views, self._hits, strict=True)
        times = np.concatenate([_times(view, hits) for view, hits in pairs] or [np.zeros(0, int)])
        if self._sort == "newest":
            return times
        if self._sort == "source":
            before: Array = times - (self._source_ranks << (_DAY_BITS + _DAY_SECONDS))
            return before
        return np.where(times > 0, -times, np.iinfo(np.int64).min + 1)

    @cached_property
    def _source_ranks(self) -> Array:
        """The place of each article's source among those that were found, as they are sorted."""
        names = sorted(
            {name for name, _ in self._sources if name}, key=lambda one: (fold(one), one)
        )
        ranks: dict[str | None, int] = {name: rank for rank, name in enumerate(names)}
        found = [np.zeros(0, np.int64)]
        for view, hits in zip(self._views.views, self._hits, strict=True):
            groups = view.segment.groups["outlet"]
            places = [ranks.get(name, len(names)) for name in groups.names]
            found.append(np.array(places, np.int64)[groups.numbers[hits.docs]])
        return np.concatenate(found)

    @cached_property
    def _sources(self) -> Counts:
        return _most_first(self._counts("outlet"))

    @cached_property
    def _months(self) -> Counts:
        counts = self._counts("month").items()
        return tuple(sorted(counts, key=lambda one: (one[0] is None, one[0] or "")))

    def _values(self, column: str) -> dict[str | None, int]:
        """Count the articles of each value of a column of several. Cost: linear in their groups."""
        counts: dict[str | None, int] = {}
        for together, count in self._counts(column).items():
            for name in dict.fromkeys(together.split(BETWEEN)) if together else (None,):
                counts[name] = counts.get(name, 0) + count
        return counts

    def _counts(self, column: str) -> dict[str | None, int]:
        """Count the articles of each value of a column; None for those without."""
        counts: dict[str | None, int] = {}
        for view, hits in zip(self._views.views, self._hits, strict=True):
            groups = view.segment.groups[column]
            held = np.bincount(groups.numbers[hits.docs], minlength=len(groups.values))
            for name, count in zip(groups.names, held.tolist(), strict=True):
                if count:
                    counts[name] = counts.get(name, 0) + count
        return counts


def _most_first(counts: dict[str | None, int]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0] is None, one[0] or "")))


def _times(view: SegmentView, hits: Hits) -> Array:
    """Give when articles were published, as numbers that ascend with time; 0 for undated."""
    numbers = view.segment.numbers
    days = numbers["day"].values[hits.docs].astype(np.int64)
    return (days << _DAY_SECONDS) + numbers["second"].values[hits.docs]
