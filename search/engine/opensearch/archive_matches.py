"""The result of a search in an archive: read as it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.article import ArticleId
from search.engine.answers import Row, Total
from search.engine.opensearch.archive_query import translate
from search.engine.opensearch.article_json import load_article
from search.engine.opensearch.point_in_time import buckets_of, hits_of, total_of
from search.query import only_folded, without

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from search.engine.answers import Counts
    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.point_in_time import View
    from search.engine.sort_order import Sort
    from search.query import Facet, Node

REACH = 10_000
"""Places that an archive gives straight away; those behind are reached page by page."""
_VALUES = 10_000
"""Values of a facet that are counted."""
_FIELDS: dict[Facet, str] = {
    "source": "outlet",
    "author": "authors",
    "tag": "tags",
    "lang": "language",
    "month": "month",
}
_LATEST = {"when": {"order": "desc", "missing": "_last"}}
_AS_INDEXED = [{"_seq_no": "asc"}, {"id": "asc"}]
"""The order of equals: as they were sent, which is about as they lie in their library."""
_ORDERS: dict[Sort, list[Any]] = {
    "relevance": [{"_score": "desc"}],
    "newest": [_LATEST],
    "oldest": [{"when": {"order": "asc", "missing": "_last"}}],
    "source": [
        {"outlet_order": {"order": "asc", "missing": "_last"}},
        {"outlet": {"order": "asc", "missing": "_last"}},
        _LATEST,
    ],
}


class ArchiveMatches:
    """Every article that a query means, and the order to show them in; see `protocol.Found`.

    It stays on its view of the archive; where that has expired meanwhile, what is read later comes
    from the archive as it is then, in the same order.
    """

    def __init__(self, view: View, root: Node, rules: Sequence[str], sort: Sort) -> None:
        self._view = view
        self._root = root
        self._rules = rules
        self._order = [*_ORDERS[sort], *_AS_INDEXED]
        self._query = translate(root, rules)
        self._seen: dict[int, ArticleId] = {}
        self._anchors: dict[int, list[Any]] = {}
        answer = view.ask({"query": self._query, "size": 0, "track_total_hits": True})
        self.total = Total(total_of(answer))

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give rows; one question, and one more for each 10,000 places behind the first."""
        stop = min(stop, self.total.count)
        if start >= stop:
            return []
        hits = self._page(start, stop)
        for place, hit in enumerate(hits, start):
            self._seen[place] = ArticleId(str(hit["_id"]))
        return [_row(hit) for hit in hits]

    def known_id(self, place: int) -> ArticleId | None:
        """Give the article of a row that was given."""
        return self._seen.get(place)

    def places(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Look through the first 10,000 places; who stands behind them is left out."""
        if not articles:
            return {}
        hits = hits_of(self._view.ask_again(self._body(size=REACH, _source=False)))
        ids = [ArticleId(str(hit["_id"])) for hit in hits]
        wanted = set(articles)
        return {one: place for place, one in enumerate(ids) if one in wanted}

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Count in the archive, or what the wider query finds there."""
        wider = without(self._root, facet)
        query = self._query if own_filters else translate(wider, self._rules)
        return self._counted(query, facet)

    def folded(self) -> int:
        """Search again, in folded text too."""
        root = only_folded(self._root)
        if root is None:
            return 0
        query = translate(root, self._rules)
        return total_of(self._view.ask_again({"query": query, "size": 0, "track_total_hits": True}))

    def _counted(self, query: Asked, facet: Facet) -> Counts:
        field = _FIELDS[facet]
        asked = {
            "values": {"terms": {"field": field, "size": _VALUES}},
            "lacking": {"missing": {"field": field}},
        }
        answer = self._view.ask_again(
            {"query": query, "size": 0, "track_total_hits": False, "aggs": asked}
        )
        counts: list[tuple[str | None, int]] = [
            (str(one["key"]), int(one["doc_count"])) for one in buckets_of(answer, "values")
        ]
        lacking = int(answer.get("aggregations", {}).get("lacking", {}).get("doc_count", 0))
        counts += [(None, lacking)] if lacking else []
        if facet == "month":
            return tuple(sorted(counts, key=lambda one: (one[0] is None, one[0] or "")))
        return tuple(sorted(counts, key=lambda one: (-one[1], one[0] is None, one[0] or "")))

    def _body(self, **how: Any) -> dict[str, Any]:
        scores = {"track_scores": True, "track_total_hits": False}
        return {"query": self._query, "sort": self._order} | scores | how

    def _page(self, start: int, stop: int) -> list[dict[str, Any]]:
        fields = ["article"]
        if stop <= REACH:
            size = stop - start
            return hits_of(
                self._view.ask_again(self._body(**{"from": start}, size=size, _source=fields))
            )
        return self._behind(start, stop, fields)

    def _behind(self, start: int, stop: int, fields: list[str]) -> list[dict[str, Any]]:
        """Walk to a place from the nearest one before it that is known."""
        at = max((place for place in self._anchors if place <= start), default=0)
        while at < start:
            size = min(REACH, start - at)
            hits = hits_of(self._view.ask_again(self._body(size=size, **self._after(at))))
            if not hits:
                return []
            at += len(hits)
            self._anchors[at] = hits[-1]["sort"]
        body = self._body(size=min(stop - start, REACH), **self._after(at, fields))
        return hits_of(self._view.ask_again(body))

    def _after(self, at: int, fields: list[str] | None = None) -> dict[str, Any]:
        how: dict[str, Any] = {"_source": fields or False}
        return how | ({"search_after": self._anchors[at]} if at else {})


def _row(hit: dict[str, Any]) -> Row:
    article = load_article(hit.get("_source", {}).get("article", ""))
    return Row(article.head, float(hit.get("_score") or 0.0), article)
