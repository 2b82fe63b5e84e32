"""Texts that came cut, fetched whole: the page of an article in place of its teaser."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from search.arrivals.arrival import Arrival, Rejected
from search.arrivals.named_sources import articles_of
from search.errors import FetchError
from search.marks.other_readers.address_form import address_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.arrivals.arrival import Incoming
    from search.article import Article
    from search.fetch.fetch_page import Fetched

    Fetch: TypeAlias = Callable[[Sequence[str]], Iterable[tuple[str, Fetched | FetchError]]]
    """Fetches pages and gives what came of each address, in any order."""

_AT_ONCE = 64
"""Articles that are looked at together: pages of several hosts are fetched side by side."""
_HEAD = ("title", "source", "authors", "published", "updated", "language", "tags")


def with_whole_texts(
    incoming: Iterable[Incoming], wanted: Callable[[Arrival], bool], fetch: Fetch
) -> Iterator[Incoming]:
    """Yield what comes, in its order, each text that is cut whole where its page has all of it.

    Of others the reason is told after them, and they come as they are. Memory: `_AT_ONCE` articles.

    Args:
        incoming: what comes.
        wanted: whether an article that is cut is wanted whole; not asked of others.
        fetch: fetches pages.
    """
    rest = iter(incoming)
    while some := list(islice(rest, _AT_ONCE)):
        urls = {
            one.article.url: None
            for one in some
            if isinstance(one, Arrival) and _is_cut(one) and wanted(one)
        }
        pages = {url: _page_of(url, found) for url, found in fetch([url for url in urls if url])}
        for one in some:
            page = pages.get(one.article.url or "") if isinstance(one, Arrival) else None
            if page is None or not isinstance(one, Arrival) or one.article.whole:
                yield one
                continue
            whole = made_whole(one, page)
            if isinstance(whole, Rejected):
                yield one
            yield whole


def whole_text(one: Arrival, found: Fetched | FetchError) -> Arrival | Rejected:
    """Give an article that is cut with the text of its page; say why where that isn't all of it."""
    return made_whole(one, _page_of(one.article.url or one.origin, found))


def made_whole(one: Arrival, page: Article | str) -> Arrival | Rejected:
    """Put the text of a page in place of one that is cut; the head says what it said.

    `page` may be why there is none.
    """
    article = one.article
    if isinstance(page, str):
        why = page
    elif not page.whole:
        why = "its page shows only a part of it too"
    elif _words(page) <= _words(article):
        why = "its page says no more"
    else:
        evidence = {name: said for name, said in article.evidence.items() if name != "whole"}
        lacking = {name: getattr(page, name) for name in _HEAD if not getattr(article, name)}
        told = {**page.evidence, **evidence}
        text = replace(article, blocks=page.blocks, cuts=page.cuts, whole=True, evidence=told)
        return replace(one, article=replace(text, **lacking))
    return Rejected(article.url or one.origin, f"not all of its text could be fetched: {why}")


def _is_cut(one: Arrival) -> bool:
    """Tell whether a page may have more of a text: not the one that it was read from."""
    url = one.article.url
    return (
        not one.article.whole and bool(url) and address_form(one.origin) != address_form(url or "")
    )


def _page_of(url: str, found: Fetched | FetchError) -> Article | str:
    """Give the article of a page; why there is none if there isn't."""
    if isinstance(found, FetchError):
        return found.reason
    came = list(islice(articles_of(url, found), 2))
    first = next((one for one in came if isinstance(one, Arrival)), None)
    if first is not None and first is came[0]:
        return first.article
    refused = next((one.reason for one in came if isinstance(one, Rejected)), "")
    return refused or "its address leads to no article"


def _words(article: Article) -> int:
    return sum(len(block.text.split()) for _, block in article.story)
