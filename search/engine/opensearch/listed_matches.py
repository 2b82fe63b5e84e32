"""The result of a search in any archive: read as it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from search.engine.answers import Row, Total
from search.engine.opensearch.long_lists.long_list import LongList, TooFarError
from search.engine.opensearch.point_in_time import buckets_of, hits_of, is_exact, total_of
from search.engine.opensearch.word_texts import clean
from search.errors import IndexFailedError
from search.query import only_folded, without

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from search.article import Article, ArticleId
    from search.engine.answers import Counts
    from search.engine.opensearch.article_memory import ArticleMemory
    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.long_lists.long_list import ListOrder
    from search.engine.opensearch.point_in_time import View
    from search.query import Facet, Node

_TOO_FAR = "it is too far from both ends in this order; sort by date, or narrow the search"
_FIRST_ROWS = 32
"""Rows that come with the count: what a window shows first, in one question as one types."""
_MOST_SEEN = 100_000
"""Places of which is known which article has them."""
_FIRST_FACETS: tuple[Facet, ...] = ("source", "month")
"""Counted with each search, in the same question."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How an archive is asked for a list.

    Attributes:
        translate: gives the query for a tree.
        counting: what asks how many articles have each value of a facet; empty where that can't be.
        order: how the list is sorted.
        source: the fields that an article is read from.
        article: reads one from a document.
        count_to: up to how many articles the total is exact.
        memory: keeps the articles of rows that were given.
        by: how words are taken, for those who are told the total; empty for our own way.
        folded: whether it has what pages say besides their stories.
    """

    translate: Callable[[Node], Asked]
    counting: Callable[[Facet], dict[str, Any]]
    order: ListOrder
    source: list[str]
    article: Callable[[dict[str, Any]], Article]
    count_to: int
    memory: ArticleMemory
    by: str = ""
    folded: bool = True


class ListedMatches:
    """Every article that a query means, and the order to show them in; see `protocol.Found`.

    It stays on its view of the archive; where that has expired meanwhile, what is read later comes
    from the archive as it is then, in the same order.

    Args:
        view: of the archive.
        root: the query.
        listing: how it is asked.
    """

    def __init__(self, view: View, root: Node, listing: Listing) -> None:
        self._view = view
        self._root = root
        self._listing = listing
        self._seen: dict[int, ArticleId] = {}
        query = listing.translate(root)
        asked = {name: how for one in _FIRST_FACETS for name, how in listing.counting(one).items()}
        sort = listing.order.fields
        first = {
            "size": _FIRST_ROWS,
            "_source": listing.source,
            "sort": sort,
            "track_scores": listing.order.scored,
        }
        body = {"query": query, "track_total_hits": listing.count_to, "aggs": asked}
        answer = view.ask(body | first)
        self._first = hits_of(answer)
        self.total = Total(total_of(answer), is_exact(answer), listing.by)
        self._counts = {facet: _counts_of(answer, facet) for facet in _FIRST_FACETS}
        count, exact = self.total.count, self.total.exact
        self._list = LongList(view, query, listing.order, count, exact=exact)

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give rows: the first were asked with the count, others take one question for each 500.

        See `LongList.page` for those far from both ends.
        """
        if self.total.exact:
            stop = min(stop, self.total.count)
        if start >= stop:
            return []
        hits = self._first[start:stop] if stop <= len(self._first) else self._page(start, stop)
        rows: list[Row | None] = []
        for place, hit in enumerate(hits, start):
            article = self._listing.article(hit)
            self._listing.memory.keep(article)
            self._seen[place] = article.id
            rows.append(Row(article.head, float(hit.get("_score") or 0.0), article))
        while len(self._seen) > _MOST_SEEN:
            self._seen.pop(next(iter(self._seen)), None)
        return rows

    def _page(self, start: int, stop: int) -> list[dict[str, Any]]:
        try:
            return self._list.page(start, stop, self._listing.source)
        except TooFarError:
            raise IndexFailedError(f"row {start + 1:,}", _TOO_FAR) from None

    def known_id(self, place: int) -> ArticleId | None:
        """Give the article of a row that was given."""
        return self._seen.get(place)

    def places(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Find where some articles stand; see `LongList.places` for which are left out."""
        names = {clean(one): one for one in articles}
        found = self._list.places(names)
        within = self.total.exact
        return {
            names[one]: place
            for one, place in found.items()
            if one in names and (within or place < self.total.count)
        }

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Count in the archive, or what the wider query finds there; nothing where it can't count."""
        wider = self._root if own_filters else without(self._root, facet)
        if wider == self._root and facet in self._counts:
            return self._counts[facet]
        counting = self._listing.counting(facet)
        if not counting:
            return ()
        query = self._listing.translate(wider)
        body = {"query": query, "size": 0, "track_total_hits": False, "aggs": counting}
        return _counts_of(self._view.ask_again(body), facet)

    def folded(self) -> int:
        """Search again, in folded text too."""
        root = only_folded(self._root) if self._listing.folded else None
        if root is None:
            return 0
        query = self._listing.translate(root)
        body = {"query": query, "size": 0, "track_total_hits": self._listing.count_to}
        return total_of(self._view.ask_again(body))


def count_values(facet: Facet, field: str, values: dict[str, Any]) -> dict[str, Any]:
    """Ask how many articles have each value of a facet, by an aggregation, and how many none."""
    return {facet: values, f"no {facet}": {"missing": {"field": field}}}


def _counts_of(answer: dict[str, Any], facet: Facet) -> Counts:
    if facet not in (answer.get("aggregations") or {}):
        return ()
    counts: list[tuple[str | None, int]] = [
        (str(one.get("key_as_string", one["key"])), int(one["doc_count"]))
        for one in buckets_of(answer, facet)
    ]
    lacking = answer["aggregations"].get(f"no {facet}", {}).get("doc_count", 0)
    counts += [(None, int(lacking))] if lacking else []
    if facet == "month":
        return tuple(sorted(counts, key=lambda one: (one[0] is None, one[0] or "")))
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0] is None, one[0] or "")))
