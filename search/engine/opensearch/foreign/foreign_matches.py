"""The result of a search in an index that others built; see `search.engine.protocol.Found`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.article import ArticleId
from search.engine.answers import Row, Total
from search.engine.opensearch.foreign.foreign_documents import article_of
from search.engine.opensearch.long_lists.deep_places import TimeField
from search.engine.opensearch.long_lists.long_list import REACH, LongList, TooFarError
from search.engine.opensearch.point_in_time import buckets_of, hits_of, is_exact, total_of
from search.engine.opensearch.word_texts import clean
from search.errors import IndexFailedError
from search.query import without

if TYPE_CHECKING:
    from collections.abc import Collection

    from search.engine.answers import Counts
    from search.engine.opensearch.foreign.field_map import FieldMap
    from search.engine.opensearch.foreign.foreign_view import ForeignView
    from search.engine.sort_order import Sort
    from search.query import Facet, Node

BY = "words as the archive's own analyzers take them"
_VALUES = 1_000
_MOST_SEEN = 100_000
_ROLES: dict[Facet, str] = {
    "source": "source",
    "author": "author",
    "tag": "tag",
    "lang": "language",
}
_TOO_FAR = "it is too far from both ends in this order; sort by date, or narrow the search"


class ForeignMatches:
    """Every article that a query means there, in the order asked for.

    Args:
        there: the index.
        root: the query.
        sort: the order; one that its mapping can't give is refused.
    """

    def __init__(self, there: ForeignView, root: Node, sort: Sort) -> None:
        self._there = there
        self._root = root
        self._query = there.query.translate(root)
        self._seen: dict[int, ArticleId] = {}
        self._order = [*_order(there, sort), {"_id": "asc"}]
        answer = there.view.ask(
            {
                "query": self._query,
                "size": 0,
                "track_total_hits": there.options.count_to,
                "aggs": _counting(there.fields, "source") | _counting(there.fields, "month"),
            }
        )
        self.total = Total(total_of(answer), is_exact(answer), BY)
        self._counts = {facet: _counts_of(answer, facet) for facet in ("source", "month")}
        self._list = LongList(
            there.view,
            self._query,
            self._order,
            self.total.count,
            exact=self.total.exact,
            time=TimeField(there.fields.day or "_id", dated=True),
        )

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give rows; see `ArchiveMatches.rows`."""
        stop = min(stop, self.total.count) if self.total.exact else stop
        if start >= stop:
            return []
        try:
            hits = self._list.page(start, stop, self._there.source)
        except TooFarError:
            raise IndexFailedError(f"row {start + 1:,}", _TOO_FAR) from None
        rows: list[Row | None] = []
        for place, hit in enumerate(hits, start):
            article = article_of(hit, self._there.fields)
            self._there.memory.keep(article)
            self._seen[place] = article.id
            rows.append(Row(article.head, float(hit.get("_score") or 0.0), article))
        while len(self._seen) > _MOST_SEEN:
            self._seen.pop(next(iter(self._seen)), None)
        return rows

    def known_id(self, place: int) -> ArticleId | None:
        """Give the article of a row that was given."""
        return self._seen.get(place)

    def places(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Look through the first 10,000 places, if any of the articles is found at all."""
        ids = {"ids": {"values": sorted(map(clean, articles))}}
        both = {"bool": {"filter": [self._query, ids]}}
        asked = {"query": both, "size": 0, "track_total_hits": 1}
        if not articles or not total_of(self._there.view.ask_again(asked)):
            return {}
        body = {"query": self._query, "sort": self._order, "size": REACH, "_source": False}
        hits = hits_of(self._there.view.ask_again(body | {"track_total_hits": False}))
        places = ((ArticleId(str(hit["_id"])), place) for place, hit in enumerate(hits))
        return {one: place for one, place in places if one in set(articles)}

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Count there; what its mapping can't count has no counts."""
        wider = self._root if own_filters else without(self._root, facet)
        if wider == self._root and facet in self._counts:
            return self._counts[facet]
        counting = _counting(self._there.fields, facet)
        if not counting:
            return ()
        query = self._there.query.translate(wider)
        body = {"query": query, "size": 0, "track_total_hits": False, "aggs": counting}
        return _counts_of(self._there.view.ask_again(body), facet)

    def folded(self) -> int:
        """Tell of none: such an index has no folded text."""
        return 0


def _order(there: ForeignView, sort: Sort) -> list[dict[str, Any]]:
    day = there.fields.day
    # Anchors are milliseconds, also of a field with nanoseconds.
    by_day = {
        "order": "asc" if sort == "oldest" else "desc",
        "missing": "_last",
        "numeric_type": "date",
    }
    match sort:
        case "relevance":
            return [{"_score": "desc"}]
        case "source":
            field = there.fields.get("source")
            if field is None or not field.counted:
                raise there.refused("sort by source: it has no whole values of it")
            by_source = {field.counted: {"order": "asc", "missing": "_last"}}
            return [by_source, *([{day: by_day}] if day else [])]
        case _:
            if not day:
                there.tell_once("its mapping has no day, so articles come in no order of time")
                return []
            return [{day: by_day}]


def _counting(fields: FieldMap, facet: Facet) -> dict[str, Any]:
    """Ask how many articles have each value of a facet, and how many none; nothing if it can't be."""
    if facet == "month":
        if not fields.day:
            return {}
        how = {"field": fields.day, "calendar_interval": "month", "format": "yyyy-MM"}
        values: dict[str, Any] = {"date_histogram": how | {"min_doc_count": 1}}
        field = fields.day
    else:
        known = fields.get(_ROLES[facet])
        if known is None or not known.counted:
            return {}
        field = known.counted
        values = {"terms": {"field": field, "size": _VALUES}}
    return {facet: values, f"no {facet}": {"missing": {"field": field}}}


def _counts_of(answer: dict[str, Any], facet: Facet) -> Counts:
    if facet not in (answer.get("aggregations") or {}):
        return ()
    buckets = buckets_of(answer, facet)
    counts: list[tuple[str | None, int]] = [
        (str(one.get("key_as_string", one["key"])), int(one["doc_count"])) for one in buckets
    ]
    lacking = answer["aggregations"].get(f"no {facet}", {}).get("doc_count", 0)
    counts += [(None, int(lacking))] if lacking else []
    if facet == "month":
        return tuple(sorted(counts, key=lambda one: (one[0] is None, one[0] or "")))
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0] is None, one[0] or "")))
