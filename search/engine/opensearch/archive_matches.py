"""What a search in an archive that was pushed is asked by; see `listed_matches` for its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.engine.opensearch.archive_query import translate
from search.engine.opensearch.article_json import load_article
from search.engine.opensearch.listed_matches import ListedMatches, Listing, count_values
from search.engine.opensearch.long_lists.counted_places import SortKey
from search.engine.opensearch.long_lists.long_list import ListOrder
from search.query import seeks_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import Article
    from search.engine.opensearch.article_memory import ArticleMemory
    from search.engine.opensearch.point_in_time import View
    from search.engine.sort_order import Sort
    from search.query import Facet, Node

_VALUES = 10_000
"""Values of a facet that are counted."""
_FIELDS: dict[Facet, str] = {
    "source": "outlet",
    "author": "authors",
    "tag": "tags",
    "lang": "language",
    "month": "month",
}
_AS_INDEXED = (SortKey("sent"), SortKey("id"))
"""The order of equals: as they were sent, which is about as they lie in their library."""
_NEWEST = SortKey("when", descending=True, is_time=True)
_OLDEST = SortKey("when", is_time=True)
_ORDERS: dict[Sort, tuple[SortKey, ...]] = {
    "newest": (_NEWEST, *_AS_INDEXED),
    "oldest": (_OLDEST, *_AS_INDEXED),
    "source": (SortKey("outlet_order"), SortKey("outlet"), _NEWEST, *_AS_INDEXED),
}
_ALWAYS_THERE = frozenset(_AS_INDEXED)


def archive_matches(
    view: View, root: Node, rules: Sequence[str], sort: Sort, count_to: int, memory: ArticleMemory
) -> ListedMatches:
    """Search an archive.

    Args:
        view: of the archive.
        root: the query.
        rules: those that stem any of its articles.
        sort: the order.
        count_to: up to how many articles the total is exact.
        memory: keeps the articles of rows that were given.
    """
    listing = Listing(
        lambda node: translate(node, rules),
        _counting,
        _order(sort)._replace(scored=seeks_words(root)),
        ["article"],
        _article,
        count_to,
        memory,
    )
    return ListedMatches(view, root, listing)


def _order(sort: Sort) -> ListOrder:
    if sort == "relevance":
        return ListOrder([{"_score": "desc"}, *map(_sorted_by, _AS_INDEXED)])
    return ListOrder([_sorted_by(key) for key in _ORDERS[sort]], _ORDERS[sort])


def _sorted_by(key: SortKey) -> dict[str, Any]:
    way = "desc" if key.descending else "asc"
    return {key.name: way if key in _ALWAYS_THERE else {"order": way, "missing": "_last"}}


def _counting(facet: Facet) -> dict[str, Any]:
    field = _FIELDS[facet]
    return count_values(facet, field, {"terms": {"field": field, "size": _VALUES}})


def _article(hit: dict[str, Any]) -> Article:
    return load_article(hit.get("_source", {}).get("article", ""))
