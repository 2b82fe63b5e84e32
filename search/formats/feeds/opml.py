"""Lists of feeds: OPML 1.0 and 2.0, as readers of feeds exchange them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from search.formats.bounded_xml import walk_xml
from search.formats.feeds.feed_xml import mended
from search.text.clean import clean, one_line
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?>(?:<\?.{0,400}?\?>|<!--.{0,4000}?-->)\s*+)*+<opml[\s>]",
    re.IGNORECASE | re.DOTALL,
)


class ListedFeed(NamedTuple):
    """A feed of a list: its address, and what the list calls it; maybe empty."""

    url: str
    title: str


def is_opml(sample: bytes) -> bool:
    """Tell whether a file is a list of feeds, by its first element."""
    return bool(_ROOT.match(sample))


def read_opml(data: bytes, path: str) -> list[ListedFeed]:
    """Give the feeds of a list, each address once, in its order.

    Folders are passed through. Raises ArticleError, which names `path`, if it is broken. Cost: linear.
    """
    walker = _Outlines()
    walk_xml(mended(data), walker, path)
    return list(walker.feeds.values())


def write_opml(feeds: Iterable[ListedFeed]) -> str:
    """Give a list of feeds as OPML 2.0."""
    rows = [
        f"    <outline type={quoteattr('rss')} text={quoteattr(title or url)} xmlUrl={quoteattr(url)}/>\n"
        for url, title in feeds
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"  <head><title>Feeds</title></head>\n  <body>\n{''.join(rows)}  </body>\n</opml>\n"
    )


class _Outlines:
    def __init__(self) -> None:
        self.feeds: dict[str, ListedFeed] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """See `Walker`."""
        if name.lower() == "outline":
            said = {key.lower(): value for key, value in attributes.items()}
            url = one_line(clean(said.get("xmlurl", "")))
            title = one_line(clean(said.get("title") or said.get("text") or ""))
            if is_web_address(url):
                self.feeds.setdefault(url, ListedFeed(url, "" if title == url else title))

    def end(self, name: str) -> None:
        """See `Walker`."""

    def text(self, text: str) -> None:
        """See `Walker`."""
