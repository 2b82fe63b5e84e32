"""News sitemaps, which list a site's latest articles, and indexes of sitemaps (sitemaps.org, Google News).

They hold no texts: addresses, and of news the outlet, the time and the headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from search.formats.bounded_xml import walk_xml
from search.formats.feeds.feed_xml import mended
from search.text.clean import clean, one_line
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?>(?:<\?.{0,400}?\?>|<!--.{0,4000}?-->)\s*+)*+"
    rb"<(?:[\w.-]{1,20}:)?(?:urlset|sitemapindex)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_SPACES = ("http://www.sitemaps.org/", "http://www.google.com/schemas/sitemap-news", "")
"""How the namespaces begin whose elements are read; pictures and videos have `loc` and `title` too."""
_FIELDS = {
    "loc": "url",
    "lastmod": "changed",
    "title": "title",
    "publication_date": "published",
    "name": "source",
    "language": "language",
}


class ListedPage(NamedTuple):
    """An article that a news sitemap lists; all but `url` may be empty."""

    url: str
    title: str = ""
    published: str = ""
    source: str = ""
    language: str = ""


class Sitemap(NamedTuple):
    """What a sitemap lists.

    Attributes:
        pages: articles of news, each address once, the newest first as far as times are stated.
        maps: addresses of other sitemaps, the one changed last first.
        others: how many addresses it has that aren't said to be news.
    """

    pages: tuple[ListedPage, ...]
    maps: tuple[str, ...]
    others: int


def is_sitemap(sample: bytes) -> bool:
    """Tell whether a file is a sitemap, or an index of some, by its first element."""
    return bool(_ROOT.match(sample))


def read_sitemap(data: bytes, path: str) -> Sitemap:
    """Read a sitemap or an index; raise ArticleError, which names `path`, if it is broken.

    Cost: linear, but for putting what it lists in order.
    """
    walker = _Listed()
    walk_xml(mended(data), walker, path)
    pages = dict.fromkeys(walker.pages)
    # Times are compared as they are written: a site writes all of its own in one form.
    ordered = sorted(pages, key=lambda page: page.published, reverse=True)
    first: dict[str, ListedPage] = {}
    for page in ordered:
        first.setdefault(page.url, page)
    maps = sorted(walker.maps.items(), key=lambda listed: listed[1], reverse=True)
    return Sitemap(tuple(first.values()), tuple(url for url, _ in maps), walker.others)


class _Listed:
    def __init__(self) -> None:
        self.pages: list[ListedPage] = []
        self.maps: dict[str, str] = {}
        self.others = 0
        self._fields: dict[str, str] = {}
        self._news = False
        self._field = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """See `Walker`."""
        del attributes
        space, _, local = name.rpartition(" ")
        local = local.lower()
        self._field = ""
        if local in {"url", "sitemap"}:
            self._fields, self._news = {}, False
        elif local == "news":
            self._news = True
        elif any(space.startswith(known) if known else not space for known in _SPACES):
            self._field = _FIELDS.get(local, "")

    def end(self, name: str) -> None:
        """See `Walker`."""
        local = name.rpartition(" ")[2].lower()
        self._field = ""
        if local not in {"url", "sitemap"}:
            return
        said = {field: one_line(clean(text)) for field, text in self._fields.items()}
        url = said.get("url", "")
        if not is_web_address(url):
            return
        if local == "sitemap":
            self.maps.setdefault(url, said.get("changed", ""))
        elif self._news:
            fields = ("title", "published", "source", "language")
            self.pages.append(ListedPage(url, *(said.get(field, "") for field in fields)))
        else:
            self.others += 1

    def text(self, text: str) -> None:
        """See `Walker`."""
        if self._field:
            self._fields[self._field] = self._fields.get(self._field, "") + text
