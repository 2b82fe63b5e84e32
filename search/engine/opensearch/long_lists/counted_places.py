"""Where articles stand in a list of any length, found by counting those that come before them.

An article comes before another if its first value does, or that is the same and its second does, and so
on; each of these is a range, and an archive counts ranges quickly. Ids of documents can't be counted so:
articles that differ in these alone are walked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.point_in_time import counts_of, hits_of, sort_values_of, total_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from search.engine.opensearch.leaf_query import Asked

    Ask = Callable[[dict[str, Any]], dict[str, Any]]

LACKING = (1 << 63) - 1
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
    body = {"query": all_of(query, ids), "sort": order, "size": len(articles), "_source": False}
    hits = hits_of(ask(body | {"track_total_hits": False}))
    if not hits:
        return {}
    sorted_by = sort_values_of(hits)
    before = [_before(keys, values) for values in sorted_by]
    counts = _counts(ask, query, before)
    places = {str(hit["_id"]): count for hit, count in zip(hits, counts, strict=True)}
    if len(keys) == len(order):
        return places
    found: dict[str, int] = {}
    for hit, values, first in zip(hits, sorted_by, before, strict=True):
        equal = [equal_values(key, value) for key, value in zip(keys, values, strict=False)]
        same = {"bool": {"filter": [query, *equal], "must_not": [first]}}
        name = str(hit["_id"])
        for place, other in enumerate(_each(ask, same, order[len(keys) :], walk)):
            if other == values[len(keys) :]:
                found[name] = places[name] + place
                break
    return found


def _counts(ask: Ask, query: Asked, parts: Sequence[Asked]) -> list[int]:
    """Count what a query finds in each of some parts; of one by its total, which an archive has quickly."""
    if len(parts) == 1:
        body = {"query": all_of(query, parts[0]), "size": 0, "track_total_hits": True}
        return [total_of(ask(body))]
    asked = {"parts": {"filters": {"filters": [*parts]}}}
    told = ask({"query": query, "size": 0, "track_total_hits": False, "aggs": asked})
    return counts_of(told, "parts", len(parts))


def _each(
    ask: Ask, query: Asked, order: Sequence[Asked], walk: tuple[int, int]
) -> Iterator[list[Any]]:
    """Yield by what is sorted what a query finds, as far as one may walk; no article is read for that."""
    after: dict[str, Any] = {}
    size, most = walk
    body = {"query": query, "sort": order, "size": size, "stored_fields": "_none_"}
    for _ in range(most):
        told = ask(body | {"track_total_hits": False} | after)
        found = sort_values_of(hits_of(told, key="sort"))
        yield from found
        if len(found) < size:
            return
        after = {"search_after": found[-1]}


def _before(keys: Sequence[SortKey], values: Sequence[object]) -> Asked:
    """Give the query for what comes before some values."""
    parts: list[Asked] = []
    same: list[Asked] = []
    for key, value in zip(keys, values, strict=False):
        parts.append(all_of(*same, _ahead(key, value)))
        same.append(equal_values(key, value))
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _ahead(key: SortKey, value: object) -> Asked:
    if _is_lacking(value):
        return {"exists": {"field": key.name}}
    if not isinstance(value, int):
        return {"range": {key.name: {"gt" if key.descending else "lt": value}}}
    # A date may be finer than a millisecond, so what is equal goes up to the next.
    return within_range(key, {"gte": value + 1} if key.descending else {"lt": value})


def equal_values(key: SortKey, value: object) -> Asked:
    """Give the query for what has a value; what lacks any where it is none."""
    if _is_lacking(value):
        return {"bool": {"must_not": [{"exists": {"field": key.name}}]}}
    if not isinstance(value, int):
        return {"term": {key.name: {"value": value}}}
    return within_range(key, {"gte": value, "lt": value + 1})


def within_range(key: SortKey, ends: dict[str, int]) -> Asked:
    """Give the query for what has a number between two."""
    form = {"format": "epoch_millis"} if key.dated else {}
    return {"range": {key.name: {**ends, **form}}}


def _is_lacking(value: object) -> bool:
    return value is None or (isinstance(value, int) and abs(value) >= LACKING)


def all_of(*queries: Asked) -> Asked:
    """Give the query for what several find."""
    return {"bool": {"filter": list(queries)}}
