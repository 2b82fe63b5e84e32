"""The articles that a news sitemap lists: which are to be fetched, and what it says of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from search.arrivals.arrival import Arrival
from search.formats.heads.stated_head import stated_head

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from search.arrivals.arrival import Incoming
    from search.formats.feeds.news_sitemap import ListedPage

MOST_PAGES = 50
"""Articles of a sitemap that are fetched in an update, one after another: a few minutes' work."""
_FIELDS = ("title", "source", "published", "language")


def new_pages(
    listed: Sequence[ListedPage], known: Callable[[str], bool], asked: Collection[str]
) -> tuple[list[ListedPage], int]:
    """Give the articles that aren't there yet, the newest `MOST_PAGES`, and how many more there are."""
    new = [page for page in listed if page.url not in asked and not known(page.url)]
    return new[:MOST_PAGES], max(0, len(new) - MOST_PAGES)


def as_listed(one: Incoming, listed: ListedPage) -> Incoming:
    """Give an article what the sitemap says of it and its page doesn't: of headlines and times, say."""
    if not isinstance(one, Arrival):
        return one
    head = stated_head({name: getattr(listed, name) for name in _FIELDS}, "news sitemap")
    lacking: dict[str, Any] = {
        name: said
        for name in _FIELDS
        if (said := getattr(head, name)) and not getattr(one.article, name)
    }
    if not lacking:
        return one
    evidence = {**one.article.evidence, **dict.fromkeys(lacking, "news sitemap")}
    return replace(one, article=replace(one.article, evidence=evidence, **lacking))
