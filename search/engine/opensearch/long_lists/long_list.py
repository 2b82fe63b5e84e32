"""A list of any length in an archive, read where it is looked at: from either end, or from an anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.long_lists.counted_places import counted_places
from search.engine.opensearch.long_lists.deep_places import Anchor, anchor_by_counting
from search.engine.opensearch.point_in_time import POSITION, hits_of, sort_values_of, total_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.long_lists.counted_places import SortKey
    from search.engine.opensearch.point_in_time import View

REACH = 10_000
"""Places that an archive gives straight away, from either end."""
_AT_ONCE = 500
"""Articles asked for at once, with their texts."""
_MOST_STEPS = 50
"""Walks of 10,000 places that are taken to reach one."""
_MOST_ANCHORS = 10_000
_NUMBERS = {"sent", POSITION}
"""Those of the fields that come last in an order that are numbers."""
_OTHER = {"asc": "desc", "desc": "asc", "_last": "_first", "_first": "_last"}


_FEW = 16
"""Articles whose places are counted; for more the beginning of the list is looked through."""


class TooFarError(Exception):
    """A place is too far from both ends and all anchors."""


class ListOrder(NamedTuple):
    """How a list is sorted.

    Attributes:
        fields: as the archive takes it, a field that differs in all documents last.
        keys: the first of these, by which it can be counted what comes before an article; none in an
            order by relevance.
        scored: whether the score of each article is asked for, which has the archive look at all of them.
    """

    fields: list[Any]
    keys: tuple[SortKey, ...] = ()
    scored: bool = True


class LongList:
    """What a query finds, in an order in which no two articles are equal. Safe for several threads.

    Args:
        view: of the archive; where it has expired, the list goes on in a new one at the same place.
        query: what is found.
        order: how it is sorted.
        total: how many there are; with `exact` no more.
        exact: whether places can be counted from the end.
    """

    def __init__(
        self,
        view: View,
        query: Asked,
        order: ListOrder,
        total: int,
        *,
        exact: bool,
    ) -> None:
        self._view = view
        self._query = query
        self._order = order.fields
        self._keys = order.keys
        self._scored = order.scored
        self._total = total
        self._exact = exact
        self._anchors: dict[int, list[Any]] = {}
        self._anchored = view.number

    def page(self, start: int, stop: int, fields: list[str]) -> list[dict[str, Any]]:
        """Give the documents from one place up to another, fewer at the end.

        One question for each 500. Far from both ends it takes more: see `deep_places`, or a walk; raises
        TooFarError where that would take too long.
        """
        found: list[dict[str, Any]] = []
        while start < stop:
            some = self._some(start, min(stop, start + _AT_ONCE), fields)
            found += some
            start += len(some)
            if len(some) < _AT_ONCE:
                break
        return found

    def places(self, articles: Collection[str]) -> dict[str, int]:
        """Find where articles stand, by their ids.

        Left out are those that the list hasn't got, and that stand too far behind their first equal
        (`counted_places`). In an order by relevance, and of many articles, only the first 10,000
        places are looked through.
        """
        if not articles:
            return {}
        if self._keys and len(articles) <= _FEW:
            ask, walk = self._view.ask_again, (REACH, _MOST_STEPS)
            return counted_places(ask, self._query, self._order, self._keys, articles, walk)
        both = {"bool": {"filter": [self._query, {"ids": {"values": sorted(articles)}}]}}
        asked: dict[str, Any] = {"query": both, "size": 0, "track_total_hits": 1}
        if not total_of(self._view.ask_again(asked)):
            return {}
        hits = self._asked({"size": REACH, "_source": False})
        places = ((str(hit["_id"]), place) for place, hit in enumerate(hits))
        return {one: place for one, place in places if one in articles}

    def _some(self, start: int, stop: int, fields: list[str]) -> list[dict[str, Any]]:
        """Give some; once more where the view was opened anew meanwhile, and where they lie in it counts."""
        number = self._view.number
        hits = self._read(start, stop, fields)
        moved = self._view.number != number and self._order[-1].keys() == {POSITION}
        return self._read(start, stop, fields) if moved else hits

    def _read(self, start: int, stop: int, fields: list[str]) -> list[dict[str, Any]]:
        if stop <= REACH:
            return self._asked({"from": start, "size": stop - start, "_source": fields})
        end = self._total - stop
        if self._exact and end + stop - start <= REACH:
            how = {"from": max(0, end), "size": stop - start + min(0, end), "_source": fields}
            return self._asked(how | {"sort": _reversed(self._order)})[::-1]
        after = self._walk(self._anchor(start), start)
        hits = self._asked({"size": stop - start, "_source": fields} | _behind(after))
        if hits:
            self._know(start + len(hits), hits[-1]["sort"])
        return hits

    def _anchor(self, place: int) -> Anchor:
        """Give the nearest anchor before a place."""
        self._forget_moved()
        at = max((one for one in self._anchors if one <= place), default=0)
        if place - at > REACH and self._keys:
            found = anchor_by_counting(self._view.ask_again, self._query, place, self._keys)
            if found is not None and found.place > at:
                rest = self._order[len(found.after) :]
                return found._replace(after=[*found.after, *map(_least, rest)])
        return Anchor(at, self._anchors.get(at, []))

    def _forget_moved(self) -> None:
        """Forget places by where articles lay in an earlier view, where they can be counted anew."""
        number = self._view.number
        if number != self._anchored and self._keys and self._order[-1].keys() == {POSITION}:
            self._anchors.clear()
        self._anchored = number

    def _walk(self, anchor: Anchor, place: int) -> list[Any]:
        """Go on from an anchor up to a place, and give the values before that."""
        at, after, equals = anchor
        if place - at > _MOST_STEPS * REACH:
            raise TooFarError
        while at < place:
            size = min(REACH, place - at)
            found = self._values({"query": equals or self._query, "size": size} | _behind(after))
            if not found:
                break
            at, after = at + len(found), found[-1]
            self._know(at, after)
        return after

    def _know(self, place: int, after: list[Any]) -> None:
        self._anchors[place] = after
        if len(self._anchors) > _MOST_ANCHORS:
            del self._anchors[next(iter(self._anchors))]

    def _values(self, how: dict[str, Any]) -> list[list[Any]]:
        """Give what some articles are sorted by, and nothing for which they would have to be read."""
        body = {"sort": self._order, "stored_fields": "_none_"}
        told = self._view.ask_again(body | {"track_total_hits": False} | how)
        return sort_values_of(hits_of(told, key="sort"))

    def _asked(self, how: dict[str, Any]) -> list[dict[str, Any]]:
        body = {"query": self._query, "sort": self._order, "track_scores": self._scored}
        return hits_of(self._view.ask_again(body | {"track_total_hits": False} | how))


def _behind(after: list[Any]) -> dict[str, Any]:
    return {"search_after": after} if after else {}


def _least(how: dict[str, Any]) -> object:
    """Give what comes before all values by which equals are sorted."""
    return "" if how.keys().isdisjoint(_NUMBERS) else -1


def _reversed(order: list[Any]) -> list[Any]:
    """Give the order from the end."""
    return [{name: _turned(how) for name, how in one.items()} for one in order]


def _turned(how: str | dict[str, str]) -> object:
    if isinstance(how, str):
        return _OTHER[how]
    return {name: _OTHER.get(value, value) for name, value in how.items()}  # a type stays
