"""What a user names, taken apart into articles: files, folders, exports, addresses, feeds."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from search.arrivals.arrival import Arrival, FeedSeen, InLibrary, Rejected
from search.arrivals.name_by_content import name_by_content
from search.article import ArticleId
from search.errors import ArticleError, FetchError, LibraryError, reason_of
from search.fetch.access import Access
from search.fetch.fetch_page import fetch
from search.fetch.robots import Robots
from search.formats import BytesSource, PassedOverError, is_candidate, open_container
from search.formats.feeds import is_feed, is_json_feed
from search.formats.feeds.feed_links import feed_links
from search.formats.feeds.news_sitemap import is_sitemap
from search.formats.feeds.opml import is_opml, read_opml
from search.formats.kinds import SAMPLE
from search.formats.limits import LARGEST_WHOLE
from search.formats.open_container import find_kind
from search.formats.tables.named_columns import check_columns
from search.library.article_files import understand
from search.library.folder_scan import scan
from search.library.location import locate
from search.library.open_file import FileSource
from search.marks.other_readers.address_form import address_form, without_origin
from search.typed_path import named_path
from search.untrusted import decoded, is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.arrivals.arrival import Incoming
    from search.article import Article
    from search.fetch.fetch_page import Fetched
    from search.formats import Source
    from search.formats.container import Draft
    from search.formats.feeds.opml import ListedFeed
    from search.formats.kinds import ColumnNames
    from search.library.location import Location

STANDARD_INPUT = "-"
_NO_ID = ArticleId("0" * 16)
"""The id of an article that no library has yet."""
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/x-ndjson": ".jsonl",
}
_PAGES = frozenset({".html", ".htm", ".xhtml", ".pdf", ".epub", ".txt", ".md"})
"""Suffixes of what is one article, whose address is that of the page."""
_HTML = frozenset({"text/html", "application/xhtml+xml", ""})
_FRONT = re.compile(r"https?://[^/]*/?", re.IGNORECASE)
_FEED_NAME = re.compile(
    r"(?:[/.](?:rss|atom|rdf|feed|xml)/?|feed\.json)(?:\?[^/]*)?$", re.IGNORECASE
)

_DECLARES = (b"charset", b"encoding=")
_HEAD = 2_048
"""Bytes in which a page or a document declares its encoding."""


def incoming(
    what: str,
    library: Path,
    robots: Robots | None = None,
    given: bytes = b"",
    columns: ColumnNames = (),
) -> Iterator[Incoming]:
    """Yield the articles that something named has, in its order, and what is wrong with others.

    Never raises SearchError. Memory: an article at a time, but for files that are read whole.

    Args:
        what: a path, an address of the web, or `-`.
        library: where they will go; files that lie there are only told.
        robots: what hosts allow, and how the web is asked.
        given: what `-` stands for.
        columns: what those of tables are called, which a table has to have then.
    """
    if what == STANDARD_INPUT:
        source = BytesSource(given)
        name = name_by_content(source, columns)
        yield from _articles(source, name, STANDARD_INPUT, columns)
    elif "://" in what or is_web_address(what):
        yield from fetched_articles(what, robots or Robots(Access()), columns)
    else:
        yield from _files(what, library, columns)


def fetched_articles(url: str, robots: Robots, columns: ColumnNames = ()) -> Iterator[Incoming]:
    """Yield what an address leads to; see `incoming`.

    Of the front page of a site, and of a page without a story, that is its feed, if it names any.
    Hosts are asked whether they allow a page to be fetched, but not a feed: that is made for
    programs. So an address that is named as feeds are is fetched first.
    """
    feed_like = _FEED_NAME.search(url) is not None
    try:
        found = fetch(url, robots.access, check=_any if feed_like else robots.check)
        if feed_like and not _is_listing((found.body or b"")[:SAMPLE]):
            robots.check(found.url)
    except FetchError as error:
        yield Rejected(url, error.reason)
        return
    entries = articles_of(url, found, columns)
    links = feed_links(found.body or b"", found.url) if found.kind in _HTML else []
    if links:
        told = list(entries)
        if _FRONT.fullmatch(found.url) or all(isinstance(one, Rejected) for one in told):
            entries = _found_feed(url, links, robots.access)
        else:
            entries = iter(told)
    yield from entries


def _found_feed(url: str, links: Sequence[ListedFeed], access: Access) -> Iterator[Incoming]:
    """Yield the first of the feeds that a page names, and its entries."""
    chosen, *others = links
    try:
        found = fetch(chosen.url, access)
    except FetchError as error:
        yield Rejected(chosen.url, error.reason)
        return
    also = f"; it also names {', '.join(link.url for link in others)}" if others else ""
    for one in articles_of(chosen.url, found):
        if isinstance(one, FeedSeen):
            yield replace(one, told=f"{url} is a page that names it{also}")
        else:
            yield one


def articles_of(url: str, found: Fetched, columns: ColumnNames = ()) -> Iterator[Incoming]:
    """Yield the articles of what was fetched; see `incoming`."""
    body = _declared(found)
    sample = body[:SAMPLE]
    if is_sitemap(sample):
        yield FeedSeen(found.moved or url, told="what it lists comes with the next update")
        return
    if is_feed(sample) or is_json_feed(sample):
        yield FeedSeen(feed := found.moved or url)
        name = "feed.json" if is_json_feed(sample) else "feed.xml"
        for one in _articles(BytesSource(body), name, url):
            yield replace(one, feed=feed) if isinstance(one, Arrival) else one
        return
    name = _name_of(found)
    page = PurePosixPath(name).suffix.lower() in _PAGES
    for one in _articles(BytesSource(body), name, url, columns):
        if isinstance(one, Arrival) and page and one.origin == url:
            yield _placed(one, found.url)
        else:  # the articles of a dump have addresses of their own, or none
            yield one


def arrival_of(draft: Draft, origin: str, feed: str) -> Arrival | Rejected:
    """Give the article of an entry that another reader has."""
    try:
        return Arrival(origin, _known_by(understand(draft, origin, _NO_ID)), draft.own, feed)
    except ArticleError as error:
        return Rejected(origin, error.reason)


def _is_listing(sample: bytes) -> bool:
    return is_feed(sample) or is_json_feed(sample) or is_sitemap(sample) or is_opml(sample)


def _any(url: str) -> None:
    """Allow any address."""


def _declared(found: Fetched) -> bytes:
    """Give a body in UTF-8 where only the server said what encoding it is in."""
    body = found.body or b""
    text_like = not found.kind or found.kind.startswith("text/") or found.kind.endswith("xml")
    if not found.charset or not text_like or any(sign in body[:_HEAD] for sign in _DECLARES):
        return body
    text = decoded(body, found.charset)
    return body if text is None else codecs.BOM_UTF8 + text.encode("utf-8", "replace")


def _name_of(found: Fetched) -> str:
    """Name what was fetched so that its kind is told as a file's is."""
    name = PurePosixPath(found.url.partition("?")[0].partition("://")[2]).name
    if suffix := _SUFFIXES.get(found.kind):
        return f"page{suffix}"
    return name if name and is_candidate(name) else "page.html"


def _placed(arrival: Arrival, url: str) -> Arrival:
    """Give an article of a page its address: the one it states, if that is of the same host.

    A page may state any; it isn't believed that it is another outlet's.
    """
    stated = arrival.article.url
    if stated is None or _host(stated) != _host(url):
        evidence = {**arrival.article.evidence, "url": "the address it was fetched from"}
        article = replace(arrival.article, url=without_origin(url), evidence=evidence)
        arrival = replace(arrival, article=article)
    return arrival


def _known_by(article: Article) -> Article:
    """Give an article with its address as it is saved: without what only tells where one came from."""
    return replace(article, url=without_origin(article.url)) if article.url else article


def _host(url: str) -> str:
    return (address_form(url) or "").partition("/")[0].partition("?")[0]


def _files(what: str, library: Path, columns: ColumnNames) -> Iterator[Incoming]:
    """Yield the articles of a file, or of all files of a folder that may hold any."""
    try:
        where = locate(named_path(what))
        listing = scan(where)
    except LibraryError as error:
        yield Rejected(what, error.reason)
        return
    for failed in listing.failed:
        yield Rejected(str(Path(what) / failed.path), failed.reason)
    for file in listing.files:
        origin = what if where.only else str(Path(what) / file.path)
        yield from _file(where, file.path, origin, library, columns)


def _file(
    where: Location, path: str, origin: str, library: Path, columns: ColumnNames
) -> Iterator[Incoming]:
    file = where.root / path
    real = file.resolve()
    if real.is_relative_to(library):
        yield InLibrary(origin, real.relative_to(library).as_posix())
        return
    try:
        with FileSource(file, path) as source:
            yield from _articles(source, path, origin, columns, any_text=bool(where.only))
    except ArticleError as error:
        yield Rejected(origin, error.reason)


def _articles(
    source: Source, name: str, origin: str, columns: ColumnNames = (), *, any_text: bool = True
) -> Iterator[Incoming]:
    """Yield the articles of a source, each as soon as it is read."""
    number = 0
    try:
        if is_opml(source.read(0, SAMPLE)):
            feeds = read_opml(source.read(0, LARGEST_WHOLE), name)
            yield from (FeedSeen(feed.url, feed.title) for feed in feeds)
            return
        if columns and find_kind(source, name, any_text=any_text).by_columns:
            check_columns(source, name, columns)
        container = open_container(source, name, any_text=any_text, columns=columns)
        for span in container.spans():
            alone = span.records == 1 and not span.start and span.stop >= source.size
            for draft in container.drafts(span.start, span.stop):
                number += 1
                where = origin if alone else f"{origin}#{number}"
                try:
                    yield Arrival(where, _known_by(understand(draft, name, _NO_ID)), draft.own)
                except ArticleError as error:
                    yield Rejected(where, error.reason)
    except (ArticleError, PassedOverError) as error:
        yield Rejected(origin, error.reason)
    except OSError as error:
        yield Rejected(origin, reason_of(error))
