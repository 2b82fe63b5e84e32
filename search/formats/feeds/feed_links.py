"""The feeds that a web page names in its head: `<link rel="alternate" type="application/rss+xml">`."""

from __future__ import annotations

import re
from html import unescape

from search.formats.feeds.opml import ListedFeed
from search.text.clean import clean, one_line
from search.untrusted import decoded, is_web_address, joined_address

_READ = 1 << 18
"""Bytes that are looked through: a page's head has some ten thousand."""
_MOST = 20
"""Feeds of a page: sites name two or three, and some a list of all their sections."""
_LINK = re.compile(r"<link\s([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(rel|type|href|title)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_KINDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/x-rss+xml",
    }
)


def feed_links(page: bytes, url: str) -> list[ListedFeed]:
    """Give the feeds that a page at `url` names, each once, in its order; maybe none.

    Those of comments on an article come last: who asks for a site's feed means its news. Never
    raises. Cost: linear in what is read of the page.
    """
    found: dict[str, ListedFeed] = {}
    for link in _LINK.finditer(decoded(page[:_READ], "utf-8") or ""):
        said = {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(link[1])
        }
        kind = said.get("type", "").partition(";")[0].strip().lower()
        if kind not in _KINDS or "alternate" not in said.get("rel", "").lower().split():
            continue
        target = said.get("href", "").strip()
        address = one_line(clean(joined_address(url, target))) if target else ""
        if is_web_address(address) and len(found) < _MOST:
            found.setdefault(address, ListedFeed(address, one_line(clean(said.get("title", "")))))
    return sorted(found.values(), key=_of_comments)


def _of_comments(feed: ListedFeed) -> bool:
    return "comments" in feed.url.lower()
