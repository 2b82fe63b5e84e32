"""Places far down in a long list: where to go on reading, found by counting instead of walking.

A list is read on from an *anchor*: the values by which the article before a place is sorted. In an
order by time an anchor is found by splitting the times between two others into 64 parts, and counting
how many articles lie in each, again and again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.point_in_time import buckets_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.engine.opensearch.leaf_query import Asked

    Ask = Callable[[dict[str, Any]], dict[str, Any]]

_PARTS = 64
_MOST_ROUNDS = 12
"""Sixty-four parts of sixty-four parts …: more than all times there are."""


class Anchor(NamedTuple):
    """A place, and the values after which it comes."""

    place: int
    after: list[Any]


class TimeField(NamedTuple):
    """A field with the time of an article: whole numbers or, if `dated`, dates."""

    name: str
    dated: bool = False


def anchor_by_time(
    ask: Ask, query: Asked, place: int, time: TimeField, *, newest: bool
) -> Anchor | None:
    """Give an anchor before a place of an order by time, and at most those of one time away from it.

    Of the values by which articles are sorted it has the first.

    None if the place is among the articles without a time, which come last. Cost: some five questions
    for an archive of many years.
    """
    ends = {"first": {"min": {"field": time.name}}, "last": {"max": {"field": time.name}}}
    told = ask({"query": query, "size": 0, "track_total_hits": False, "aggs": ends})
    found = [_value(told, name) for name in ends]
    if found[0] is None or found[1] is None:
        return None
    low, high = int(found[0]), int(found[1]) + 1
    before = 0
    for _ in range(_MOST_ROUNDS):
        parts = _split(low, high)
        counts = _counted(ask, query, parts, time)
        order = range(len(parts)) if not newest else range(len(parts) - 1, -1, -1)
        for at in order:
            if before + counts[at] > place:
                low, high = parts[at]
                break
            before += counts[at]
        else:
            return None
        if high - low == 1:
            return Anchor(before, [low])
    return None


def _split(low: int, high: int) -> list[tuple[int, int]]:
    """Split whole numbers into at most 64 spans, without their ends."""
    step = max(1, -(-(high - low) // _PARTS))
    return [(at, min(at + step, high)) for at in range(low, high, step)]


def _counted(ask: Ask, query: Asked, parts: list[tuple[int, int]], time: TimeField) -> list[int]:
    form = {"format": "epoch_millis"} if time.dated else {}
    filters = [{"range": {time.name: {"gte": low, "lt": high} | form}} for low, high in parts]
    asked = {"parts": {"filters": {"filters": filters}}}
    told = ask({"query": query, "size": 0, "track_total_hits": False, "aggs": asked})
    return [int(one["doc_count"]) for one in buckets_of(told, "parts")]


def _value(told: dict[str, Any], name: str) -> float | None:
    held = told.get("aggregations")
    one = held.get(name) if isinstance(held, dict) else None
    value = one.get("value") if isinstance(one, dict) else None
    return value if isinstance(value, int | float) else None
