"""The result of a search in an archive: read as it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.article import ArticleId
from search.engine.answers import Row, Total
from search.engine.opensearch.archive_query import translate
from search.engine.opensearch.article_json import load_article
from search.engine.opensearch.long_lists.long_list import (
    NEWEST,
    OLDEST,
    REACH,
    LongList,
    TooFarError,
)
from search.engine.opensearch.point_in_time import buckets_of, hits_of, is_exact, total_of
from search.engine.opensearch.word_texts import clean
from search.errors import IndexFailedError
from search.query import only_folded, without

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from search.engine.answers import Counts
    from search.engine.opensearch.article_memory import ArticleMemory
    from search.engine.opensearch.point_in_time import View
    from search.engine.sort_order import Sort
    from search.query import Facet, Node

_TOO_FAR = "it is too far from both ends in this order; sort by date, or narrow the search"
_VALUES = 10_000
"""Values of a facet that are counted."""
_MOST_SEEN = 100_000
"""Places of which is known which article has them."""
_FIELDS: dict[Facet, str] = {
    "source": "outlet",
    "author": "authors",
    "tag": "tags",
    "lang": "language",
    "month": "month",
}
_AS_INDEXED = [{"_seq_no": "asc"}, {"id": "asc"}]
"""The order of equals: as they were sent, which is about as they lie in their library."""
_FIRST_FACETS: tuple[Facet, ...] = ("source", "month")
"""Counted with each search, in the same question."""
_ORDERS: dict[Sort, list[Any]] = {
    "relevance": [{"_score": "desc"}],
    "newest": [NEWEST],
    "oldest": [OLDEST],
    "source": [
        {"outlet_order": {"order": "asc", "missing": "_last"}},
        {"outlet": {"order": "asc", "missing": "_last"}},
        NEWEST,
    ],
}


class ArchiveMatches:
    """Every article that a query means, and the order to show them in; see `protocol.Found`.

    It stays on its view of the archive; where that has expired meanwhile, what is read later comes
    from the archive as it is then, in the same order.

    Args:
        view: of the archive.
        root: the query.
        rules: those that stem any of its articles.
        sort: the order.
        count_to: up to how many articles the total is exact.
        memory: keeps the articles of rows that were given.
    """

    def __init__(
        self,
        view: View,
        root: Node,
        rules: Sequence[str],
        sort: Sort,
        count_to: int,
        memory: ArticleMemory,
    ) -> None:
        self._view = view
        self._root = root
        self._rules = rules
        self._count_to = count_to
        self._memory = memory
        self._order = [*_ORDERS[sort], *_AS_INDEXED]
        self._query = translate(root, rules)
        self._seen: dict[int, ArticleId] = {}
        asked = {name: how for facet in _FIRST_FACETS for name, how in _counting(facet).items()}
        body = {"query": self._query, "size": 0, "track_total_hits": count_to, "aggs": asked}
        answer = view.ask(body)
        self.total = Total(total_of(answer), is_exact(answer))
        self._counts = {facet: _counts_of(answer, facet) for facet in _FIRST_FACETS}
        self._list = LongList(
            view, self._query, self._order, self.total.count, exact=self.total.exact
        )

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give rows: one question for each 500; see `LongList.page` for those far from both ends."""
        if self.total.exact:
            stop = min(stop, self.total.count)
        if start >= stop:
            return []
        try:
            hits = self._list.page(start, stop, ["article"])
        except TooFarError:
            raise IndexFailedError(f"row {start + 1:,}", _TOO_FAR) from None
        for place, hit in enumerate(hits, start):
            self._seen[place] = ArticleId(str(hit["_id"]))
        while len(self._seen) > _MOST_SEEN:
            self._seen.pop(next(iter(self._seen)), None)
        rows = [_row(hit) for hit in hits]
        for row in rows:
            if row.article:
                self._memory.keep(row.article)
        return list(rows)

    def known_id(self, place: int) -> ArticleId | None:
        """Give the article of a row that was given."""
        return self._seen.get(place)

    def places(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Look through the first 10,000 places, if any of the articles is found at all.

        Who stands behind them is left out.
        """
        if not articles:
            return {}
        ids = {"ids": {"values": sorted(map(clean, articles))}}
        both = {"bool": {"filter": [self._query, ids]}}
        body: dict[str, Any] = {"query": both, "size": 0, "track_total_hits": 1}
        if not total_of(self._view.ask_again(body)):
            return {}
        body = {"query": self._query, "sort": self._order, "size": REACH, "_source": False}
        hits = hits_of(self._view.ask_again(body | {"track_total_hits": False}))
        wanted = set(articles)
        places = ((ArticleId(str(hit["_id"])), place) for place, hit in enumerate(hits))
        return {one: place for one, place in places if one in wanted}

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Count in the archive, or what the wider query finds there."""
        if own_filters and facet in self._counts:
            return self._counts[facet]
        wider = self._root if own_filters else without(self._root, facet)
        if wider == self._root and facet in self._counts:
            return self._counts[facet]
        query = translate(wider, self._rules)
        body = {"query": query, "size": 0, "track_total_hits": False, "aggs": _counting(facet)}
        return _counts_of(self._view.ask_again(body), facet)

    def folded(self) -> int:
        """Search again, in folded text too."""
        root = only_folded(self._root)
        if root is None:
            return 0
        query = translate(root, self._rules)
        body = {"query": query, "size": 0, "track_total_hits": self._count_to}
        return total_of(self._view.ask_again(body))


def _counting(facet: Facet) -> dict[str, Any]:
    """Ask how many articles have each value of a facet, and how many none."""
    field = _FIELDS[facet]
    return {
        facet: {"terms": {"field": field, "size": _VALUES}},
        f"no {facet}": {"missing": {"field": field}},
    }


def _counts_of(answer: dict[str, Any], facet: Facet) -> Counts:
    counts: list[tuple[str | None, int]] = [
        (str(one["key"]), int(one["doc_count"])) for one in buckets_of(answer, facet)
    ]
    lacking = answer["aggregations"].get(f"no {facet}", {}).get("doc_count", 0)
    counts += [(None, int(lacking))] if lacking else []
    if facet == "month":
        return tuple(sorted(counts, key=lambda one: (one[0] is None, one[0] or "")))
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0] is None, one[0] or "")))


def _row(hit: dict[str, Any]) -> Row:
    article = load_article(hit.get("_source", {}).get("article", ""))
    return Row(article.head, float(hit.get("_score") or 0.0), article)
