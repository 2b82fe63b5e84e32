"""What a search found, worked out as far as it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar, overload

import numpy as np

from search.engine.whoosh.retrieval.hits import Hits
from search.engine.whoosh.retrieval.order import best
from search.engine.whoosh.schema import Facts, article_id

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from search.article import ArticleId
    from search.engine.whoosh.retrieval.view import View, Views
    from search.engine.whoosh.segments.kinds import Array, Docs, Scores

T = TypeVar("T")

Sort: TypeAlias = Literal["relevance", "newest", "oldest"]

_FIRST = 256
"""Places put in order at first; whoever looks further has all of them put in order."""
_DAY_SECONDS = 17
"""Bits that hold the seconds of a day."""


class Column(Sequence[T]):
    """One value of each article found, in order, made when it is looked at. Equals its tuple.

    Args:
        size: how many there are.
        make: gives those from one place to another.
        seek: gives the first place of a value, None where there is none; all are made and
            looked through without it.
    """

    def __init__(
        self,
        size: int,
        make: Callable[[int, int], list[T]],
        seek: Callable[[object], int | None] | None = None,
    ) -> None:
        self._size = size
        self._make = make
        self._seek = seek

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            places = range(self._size)[at]
            if not places:
                return ()
            low, high = min(places[0], places[-1]), max(places[0], places[-1])
            made = self._make(low, high + 1)
            return tuple(made[place - low] for place in places)
        place = range(self._size)[at]
        return self._make(place, place + 1)[0]

    def __iter__(self) -> Iterator[T]:
        return iter(self._make(0, self._size))

    def __contains__(self, value: object) -> bool:
        return self._place(value) is not None

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Give the first place of a value in a stretch; raise ValueError if it isn't there."""
        place = self._place(value)
        if place is None or place not in range(self._size)[start:stop]:
            raise ValueError(f"{value!r} isn't there")
        return place

    def _place(self, value: object) -> int | None:
        if self._seek is not None:
            return self._seek(value)
        return next((place for place, made in enumerate(self) if made == value), None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Found:
    """Every article that a query means, and the order to show them in.

    Stays valid after the index has moved on. Safe to use from several threads.
    """

    def __init__(self, views: Views, hits: Sequence[Hits], sort: Sort) -> None:
        self._views = views
        self._hits = hits
        self._sort = sort
        self.total = sum(len(one.docs) for one in hits)
        """How many there are."""

    def of(self, sources: Collection[str | None]) -> Found:
        """Give those of some sources only, in the same order; None means unknown source."""
        kept = []
        for view, hits in zip(self._views.views, self._hits, strict=True):
            groups = view.segment.groups["outlet"]
            wanted = np.array([name in sources for name in groups.names], dtype=bool)
            mask = wanted[groups.numbers[hits.docs]]
            kept.append(Hits(hits.docs[mask], hits.scores[mask]))
        return Found(self._views, kept, self._sort)

    def facts(self, start: int, stop: int) -> list[Facts]:
        """Give what the index knows of the articles from one place to another."""
        return [facts_of(self._views, doc) for doc in self._docs[self._order(stop)[start:stop]]]

    @property
    def ids(self) -> Column[ArticleId]:
        """The article in each place."""
        return Column(self.total, self._ids, self._seek)

    def _ids(self, start: int, stop: int) -> list[ArticleId]:
        return [article_id(one) for one in self._numbers(self._order(stop)[start:stop]).tolist()]

    def _seek(self, article: object) -> int | None:
        """Give the place of an article. Cost: putting all in order once, then a pass over arrays."""
        try:
            number = np.uint64(int(str(article), 16))
        except (ValueError, OverflowError):
            return None
        (places,) = np.nonzero(self._placed == number)
        return int(places[0]) if len(places) else None

    @cached_property
    def _placed(self) -> Array:
        """The number of the article in each place: eight bytes each, once one was sought."""
        return self._numbers(self._order(self.total))

    def _numbers(self, order: Array) -> Array:
        """Give the numbers of the articles, in an order of `_docs`."""
        docs = self._docs[order]
        numbers = np.zeros(len(docs), np.uint64)
        for view in self._views.views:
            here = (docs >= view.base) & (docs < view.base + view.count)
            numbers[here] = view.segment.numbers["number"].values[docs[here] - view.base]
        return numbers

    @property
    def scores(self) -> Column[float]:
        """The score in each place."""

        def make(start: int, stop: int) -> list[float]:
            scores: list[float] = self._scores[self._order(stop)[start:stop]].tolist()
            return scores

        return Column(self.total, make)

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
        return best(self._keys, _FIRST)

    @cached_property
    def _whole(self) -> Array:
        return best(self._keys, self.total)

    @cached_property
    def _keys(self) -> Array:
        """What the order goes by, highest first; of equals, what was indexed first."""
        if self._sort == "relevance":
            return self._scores
        pairs = zip(self._views.views, self._hits, strict=True)
        times = np.concatenate([_times(view, hits) for view, hits in pairs] or [np.zeros(0, int)])
        if self._sort == "newest":
            return times
        return np.where(times > 0, -times, np.iinfo(np.int64).min + 1)

    @cached_property
    def sources(self) -> tuple[tuple[str | None, int], ...]:
        """How many articles each source has, most first; None for unknown."""
        counts = self._counts("outlet").items()
        return tuple(sorted(counts, key=lambda one: (-one[1], one[0] is None, one[0] or "")))

    @cached_property
    def months(self) -> tuple[tuple[str | None, int], ...]:
        """How many articles each month has, `YYYY-MM`, oldest first; None for undated, last."""
        counts = self._counts("month").items()
        return tuple(sorted(counts, key=lambda one: (one[0] is None, one[0] or "")))

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


def _times(view: View, hits: Hits) -> Array:
    """Give when articles were published, as numbers that ascend with time; 0 for undated."""
    numbers = view.segment.numbers
    days = numbers["day"].values[hits.docs].astype(np.int64)
    return (days << _DAY_SECONDS) + numbers["second"].values[hits.docs]


def facts_of(views: Views, doc: int) -> Facts:
    """Read the facts of an article by its number in the index."""
    view = views.holding(int(doc))
    return Facts.load(view.segment.blobs["facts"][int(doc) - view.base])
