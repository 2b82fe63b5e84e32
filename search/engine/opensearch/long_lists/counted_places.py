"""Where articles stand in a list of any length, found by counting those that come before them.

An article comes before another if its first value does, or that is the same and its second does, and so
on; each of these is a range, and an archive counts ranges quickly. Ids of documents can't be counted so:
articles that differ in these alone are walked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.point_in_time import counts_of, hits_of, sort_values_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from search.engine.opensearch.leaf_query import Asked

    Ask = Callable[[dict[str, Any]], dict[str, Any]]

_LACKING = (1 << 63) - 1
"""What stands for a number that a document hasn't got, or what lies beside it on the other side of zero."""


class SortKey(NamedTuple):
    """A field by which a list is sorted; documents without it come last.

    Attributes:
        name: the field.
        descending: whether the largest come first.
        is_time: whether it is the time of an article.
        dated: whether its values are milliseconds of a date.
    """

    name: str
    descending: bool = False
    is_time: bool = False
    dated: bool = False


def counted_places(
    ask: Ask,
    query: Asked,
    order: Sequence[Asked],
    keys: Sequence[SortKey],
    articles: Collection[str],
    walk: tuple[int, int],
) -> dict[str, int]:
    """Give the place of each article that a query finds.

    Left out is one that stands too far behind its first equal. Cost: two questions, one more for
    each article whose equals are walked through.

    Args:
        ask: asks the archive.
        query: what the list has.
        order: how it is sorted, a field that differs in all documents last.
        keys: the fields of that order that can be counted, from the first on.
        articles: their ids; a few.
        walk: how many equals are asked for at once, and how often.
    """
    ids = {"ids": {"values": sorted(articles)}}
    body = {"query": _all_of(query, ids), "sort": order, "size": len(articles), "_source": False}
    hits = hits_of(ask(body | {"track_total_hits": False}))
    if not hits:
        return {}
    sorted_by = sort_values_of(hits)
    before = [_before(keys, values) for values in sorted_by]
    asked = {"before": {"filters": {"filters": before}}}
    told = ask({"query": query, "size": 0, "track_total_hits": False, "aggs": asked})
    counts = counts_of(told, "before", len(hits))
    places = {str(hit["_id"]): count for hit, count in zip(hits, counts, strict=True)}
    if len(keys) == len(order):
        return places
    found: dict[str, int] = {}
    for hit, values, first in zip(hits, sorted_by, before, strict=True):
        equal = [_equal(key, value) for key, value in zip(keys, values, strict=False)]
        same = {"bool": {"filter": [query, *equal], "must_not": [first]}}
        name = str(hit["_id"])
        for place, other in enumerate(_each(ask, same, order[len(keys) :], walk)):
            if other == name:
                found[name] = places[name] + place
                break
    return found


def _each(ask: Ask, query: Asked, order: Sequence[Asked], walk: tuple[int, int]) -> Iterator[str]:
    """Yield the ids of what a query finds, in an order, as far as one may walk."""
    after: dict[str, Any] = {}
    size, most = walk
    for _ in range(most):
        body = {"query": query, "sort": order, "size": size, "_source": False}
        hits = hits_of(ask(body | {"track_total_hits": False} | after))
        yield from (str(hit["_id"]) for hit in hits)
        if len(hits) < size:
            return
        after = {"search_after": hits[-1]["sort"]}


def _before(keys: Sequence[SortKey], values: Sequence[object]) -> Asked:
    """Give the query for what comes before some values."""
    parts: list[Asked] = []
    same: list[Asked] = []
    for key, value in zip(keys, values, strict=False):
        parts.append(_all_of(*same, _ahead(key, value)))
        same.append(_equal(key, value))
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _ahead(key: SortKey, value: object) -> Asked:
    if _is_lacking(value):
        return {"exists": {"field": key.name}}
    if not isinstance(value, int):
        return {"range": {key.name: {"gt" if key.descending else "lt": value}}}
    # A date may be finer than a millisecond, so what is equal goes up to the next.
    return _range(key, {"gte": value + 1} if key.descending else {"lt": value})


def _equal(key: SortKey, value: object) -> Asked:
    if _is_lacking(value):
        return {"bool": {"must_not": [{"exists": {"field": key.name}}]}}
    if not isinstance(value, int):
        return {"term": {key.name: {"value": value}}}
    return _range(key, {"gte": value, "lt": value + 1})


def _range(key: SortKey, ends: dict[str, int]) -> Asked:
    form = {"format": "epoch_millis"} if key.dated else {}
    return {"range": {key.name: {**ends, **form}}}


def _is_lacking(value: object) -> bool:
    return value is None or (isinstance(value, int) and abs(value) >= _LACKING)


def _all_of(*queries: Asked) -> Asked:
    return {"bool": {"filter": list(queries)}}
