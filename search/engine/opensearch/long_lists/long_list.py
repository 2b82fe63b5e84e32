"""A list of any length in an archive, read where it is looked at: from either end, or from an anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.long_lists.counted_places import counted_places
from search.engine.opensearch.long_lists.deep_places import Anchor, TimeField, anchor_by_time
from search.engine.opensearch.point_in_time import hits_of, total_of

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
_SENT = "sent"
"""The field of when an article was sent, a number."""
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
    """

    fields: list[Any]
    keys: tuple[SortKey, ...] = ()

    @property
    def time(self) -> TimeField | None:
        """The time that articles are sorted by before all else; None in any other order."""
        first = self.keys[0] if self.keys else None
        return TimeField(first.name, first.dated) if first and first.is_time else None


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
        self._time = order.time
        self._total = total
        self._exact = exact
        self._anchors: dict[int, list[Any]] = {}

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
        if stop <= REACH:
            return self._asked({"from": start, "size": stop - start, "_source": fields})
        end = self._total - stop
        if self._exact and end + stop - start <= REACH:
            how = {"from": max(0, end), "size": stop - start + min(0, end), "_source": fields}
            return self._asked(how | {"sort": _reversed(self._order)})[::-1]
        at, after = self._anchor(start)
        at, after = self._walk(at, after, start)
        hits = self._asked({"size": stop - start, "_source": fields} | _behind(after))
        if hits:
            self._know(start + len(hits), hits[-1]["sort"])
        return hits

    def _anchor(self, place: int) -> Anchor:
        """Give the nearest anchor before a place."""
        at = max((one for one in self._anchors if one <= place), default=0)
        if place - at > REACH and self._time:
            newest = self._order[0][self._time.name]["order"] == "desc"
            ask = self._view.ask_again
            found = anchor_by_time(ask, self._query, place, self._time, newest=newest)
            if found is not None and found.place > at:
                return Anchor(found.place, [*found.after, *map(_least, self._order[1:])])
        return Anchor(at, self._anchors.get(at, []))

    def _walk(self, at: int, after: list[Any], place: int) -> Anchor:
        """Go on from an anchor up to a place."""
        if place - at > _MOST_STEPS * REACH:
            raise TooFarError
        while at < place:
            size = min(REACH, place - at)
            hits = self._asked({"size": size, "_source": False} | _behind(after))
            if not hits:
                break
            at, after = at + len(hits), hits[-1]["sort"]
            self._know(at, after)
        return Anchor(at, after)

    def _know(self, place: int, after: list[Any]) -> None:
        self._anchors[place] = after
        if len(self._anchors) > _MOST_ANCHORS:
            del self._anchors[next(iter(self._anchors))]

    def _asked(self, how: dict[str, Any]) -> list[dict[str, Any]]:
        body = {"query": self._query, "sort": self._order, "track_scores": True}
        return hits_of(self._view.ask_again(body | {"track_total_hits": False} | how))


def _behind(after: list[Any]) -> dict[str, Any]:
    return {"search_after": after} if after else {}


def _least(how: dict[str, Any]) -> object:
    """Give what comes before all values by which equals are sorted."""
    return -1 if _SENT in how else ""


def _reversed(order: list[Any]) -> list[Any]:
    """Give the order from the end."""
    return [{name: _turned(how) for name, how in one.items()} for one in order]


def _turned(how: str | dict[str, str]) -> object:
    if isinstance(how, str):
        return _OTHER[how]
    return {name: _OTHER.get(value, value) for name, value in how.items()}  # a type stays
