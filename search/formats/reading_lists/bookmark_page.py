"""Pages and XML of bookmarks: what browsers, Pocket, Pinboard and Shaarli export."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.decode import decode
from search.formats.limits import LARGEST_WHOLE
from search.formats.reading_lists.saved_articles import saved_articles
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from search.formats.container import Container, Source

_PAGE = re.compile(
    rb"<!DOCTYPE\s+NETSCAPE-Bookmark-file-1\b|<title>\s*(?:Pocket Export|Instapaper: Export)\s*</title>",
    re.IGNORECASE,
)
_POSTS = re.compile(rb"\s*(?:<\?xml[^<>]*>\s*)?<posts\b[^<>]*>\s*<post\s[^<>]*\bhref=")
_ADDRESS = re.compile(
    r"<(?:a|post)\s[^<>]{0,10000}?\bhref\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))",
    re.IGNORECASE,
)


def is_bookmark_page(sample: bytes) -> bool:
    """Tell a page of bookmarks by the words that all of them begin with."""
    return bool(_PAGE.search(sample[:_HEAD]))


def is_bookmark_xml(sample: bytes) -> bool:
    """Tell XML of bookmarks as Delicious wrote it and Pinboard writes it."""
    return bool(_POSTS.match(sample.removeprefix(b"\xef\xbb\xbf")))


def open_bookmark_page(source: Source, name: str) -> Container:
    """Count its addresses; raises PassedOverError, as there are no texts. Cost: linear."""
    if source.size > LARGEST_WHOLE:
        raise ArticleError(name, f"larger than {LARGEST_WHOLE >> 20} MB")
    text = decode(source.read(0, source.size), name)
    count = 0
    for found in _ADDRESS.finditer(text):
        count += is_web_address(unescape(found[1] or found[2] or found[3] or ""))
    return saved_articles(source.size, (), count)


_HEAD = 4_096
"""Bytes of a page in which its title stands."""
