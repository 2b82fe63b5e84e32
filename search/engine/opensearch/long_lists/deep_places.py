"""Places far down in a long list: where to go on reading, found by counting instead of walking.

A list is read on from an *anchor*: the values by which articles are sorted at a place before it. They are
found key by key: of a field of values by how many articles have each; of a time by splitting the times
between two others into parts, and counting how many articles lie in each, again and again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.long_lists.counted_places import (
    LACKING,
    all_of,
    equal_values,
    within_range,
)
from search.engine.opensearch.point_in_time import buckets_of, starts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.long_lists.counted_places import SortKey

    Ask = Callable[[dict[str, Any]], dict[str, Any]]

_PARTS = 512
_MOST_ROUNDS = 8
"""Parts of parts of parts …: more than all times there are."""
_MOST_VALUES = 10_000
"""Values of a field that are counted; a place behind them isn't found."""


class Anchor(NamedTuple):
    """A place, and the values after which it comes; if it was counted, the query for its equals."""

    place: int
    after: list[Any]
    equals: Asked | None = None


class _Step(NamedTuple):
    """How many articles come before those of one value of a key, and the value."""

    before: int
    value: object


def anchor_by_counting(
    ask: Ask, query: Asked, place: int, keys: Sequence[SortKey]
) -> Anchor | None:
    """Give an anchor before a place, and at most those of equal values away from it.

    Its values are those of the keys, up to the first time. None where it isn't found: behind more values
    than are counted. Cost: a question for each field of values, some four for a time.
    """
    before = 0
    after: list[object] = []
    for key in keys:
        step = (_by_time if key.is_time else _by_value)(ask, query, place - before, key)
        if step is None:
            return None
        before += step.before
        after.append(step.value)
        query = all_of(query, equal_values(key, step.value))
        if key.is_time:
            break
    return Anchor(before, after, query) if after else None


def _by_value(ask: Ask, query: Asked, place: int, key: SortKey) -> _Step | None:
    way = "desc" if key.descending else "asc"
    counted = {"field": key.name, "size": _MOST_VALUES, "order": {"_key": way}}
    told = _counted(ask, query, {"values": {"terms": counted}})
    before = 0
    buckets = buckets_of(told, "values")
    for bucket in buckets:
        if before + bucket["doc_count"] > place:
            return _Step(before, bucket.get("key"))
        before += bucket["doc_count"]
    return _Step(before, None) if len(buckets) < _MOST_VALUES else None


def _by_time(ask: Ask, query: Asked, place: int, key: SortKey) -> _Step | None:
    """Split times; articles without one come last."""
    ends = {"first": {"min": {"field": key.name}}, "last": {"max": {"field": key.name}}}
    told = _counted(ask, query, ends)
    lacking = -LACKING if key.descending else LACKING
    found = [_value(told, name) for name in ends]
    if found[0] is None or found[1] is None:
        return _Step(0, lacking)
    low, high = int(found[0]), int(found[1]) + 1
    before, within = 0, query
    for _ in range(_MOST_ROUNDS):
        step = max(1, -(-(high - low) // _PARTS))
        parts = starts_of(_counted(ask, within, _spans(key, low, step)), "spans")
        for start, count in reversed(parts) if key.descending else parts:
            if before + count > place:
                low, high = start, min(start + step, high)
                break
            before += count
        else:
            return _Step(before, lacking)
        if step == 1:
            return _Step(before, low)
        within = all_of(query, within_range(key, {"gte": low, "lt": high}))
    return None


def _spans(key: SortKey, low: int, step: int) -> dict[str, Any]:
    """Ask how many articles are in each span of times, of those that have any."""
    how: dict[str, Any] = {"field": key.name, "min_doc_count": 1}
    if key.dated:
        spans = {"fixed_interval": f"{step}ms", "offset": f"{low % step}ms"}
        return {"spans": {"date_histogram": how | spans}}
    return {"spans": {"histogram": how | {"interval": step, "offset": low % step}}}


def _counted(ask: Ask, query: Asked, asked: dict[str, Any]) -> dict[str, Any]:
    return ask({"query": query, "size": 0, "track_total_hits": False, "aggs": asked})


def _value(told: dict[str, Any], name: str) -> float | None:
    held = told.get("aggregations")
    one = held.get(name) if isinstance(held, dict) else None
    value = one.get("value") if isinstance(one, dict) else None
    return value if isinstance(value, int | float) else None
