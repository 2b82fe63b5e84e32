"""What a search in an index that others built is asked by; see `listed_matches` for its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.engine.opensearch.foreign.foreign_documents import article_of
from search.engine.opensearch.listed_matches import ListedMatches, Listing, count_values
from search.engine.opensearch.long_lists.counted_places import SortKey
from search.engine.opensearch.long_lists.long_list import ListOrder
from search.query import seeks_words

if TYPE_CHECKING:
    from search.engine.opensearch.foreign.field_map import FieldMap
    from search.engine.opensearch.foreign.foreign_view import ForeignView
    from search.engine.sort_order import Sort
    from search.query import Facet, Node

BY = "words as the archive's own analyzers take them"
_VALUES = 1_000
_ROLES: dict[Facet, str] = {
    "source": "source",
    "author": "author",
    "tag": "tag",
    "lang": "language",
}


def foreign_matches(there: ForeignView, root: Node, sort: Sort) -> ListedMatches:
    """Search such an index; an order that its mapping can't give is refused (IndexFailedError)."""
    listing = Listing(
        there.query.translate,
        lambda facet: _counting(there.fields, facet),
        _order(there, sort)._replace(scored=seeks_words(root)),
        there.source,
        lambda hit: article_of(hit, there.fields),
        there.options.count_to,
        there.memory,
        BY,
        folded=False,
    )
    return ListedMatches(there.view, root, listing)


def _order(there: ForeignView, sort: Sort) -> ListOrder:
    # What differs in all documents; an index can't count which of them come before one.
    tie = {there.view.tie: "asc"}
    if sort == "relevance":
        return ListOrder([{"_score": "desc"}, tie])
    keys = _keys(there, sort)
    return ListOrder([*map(_sorted_by, keys), tie], keys)


def _keys(there: ForeignView, sort: Sort) -> tuple[SortKey, ...]:
    day = there.fields.day
    by_day = (SortKey(day, sort != "oldest", is_time=True, dated=True),) if day else ()
    if sort == "source":
        field = there.fields.get("source")
        if field is None or not field.counted:
            raise there.refused("sort by source: it has no whole values of it")
        return SortKey(field.counted), *by_day
    if not day:
        there.tell_once("its mapping has no day, so articles come in no order of time")
    return by_day


def _sorted_by(key: SortKey) -> dict[str, Any]:
    # Milliseconds are what is counted by, also of a field with nanoseconds.
    form = {"numeric_type": "date"} if key.dated else {}
    way = "desc" if key.descending else "asc"
    return {key.name: {"order": way, "missing": "_last", **form}}


def _counting(fields: FieldMap, facet: Facet) -> dict[str, Any]:
    """Ask how many articles have each value of a facet; nothing if it can't be counted."""
    if facet == "month":
        if not fields.day:
            return {}
        how = {"field": fields.day, "calendar_interval": "month", "format": "yyyy-MM"}
        return count_values(facet, fields.day, {"date_histogram": how | {"min_doc_count": 1}})
    known = fields.get(_ROLES[facet])
    if known is None or not known.counted:
        return {}
    return count_values(facet, known.counted, {"terms": {"field": known.counted, "size": _VALUES}})
