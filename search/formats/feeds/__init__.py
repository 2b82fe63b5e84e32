"""Feeds: RSS, Atom, RDF and JSON Feed, an article an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.formats.kinds import Kind

if TYPE_CHECKING:
    from search.formats.container import Container, Source

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+"
    # atomic: what a comment is doesn't depend on what follows it
    rb"(?>(?:<\?.{0,400}?\?>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,400}>)\s*+)*+"
    rb"<(?:[\w.-]{1,20}:)?(?:rss|feed|rdf|channel)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')


def _open_xml(source: Source, name: str) -> Container:
    from search.formats.feeds.feed_xml import open_feed  # noqa: PLC0415 - only when asked

    return open_feed(source, name)


def _open_json(source: Source, name: str) -> Container:
    from search.formats.feeds.json_feed import open_json_feed  # noqa: PLC0415 - only when asked

    return open_json_feed(source, name)


def is_feed(sample: bytes) -> bool:
    """Tell whether a file is a feed of XML by its first element, whatever is declared before it."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        sample = sample.replace(b"\0", b"").lstrip(b"\xff\xfe")
    return bool(_ROOT.match(sample[:20_000]))


def is_json_feed(sample: bytes) -> bool:
    """Tell whether a file is a JSON Feed by the version it names."""
    return sample[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and bool(
        _JSON_FEED.search(sample)
    )


KINDS = (
    Kind("a feed", (".xml", ".rss", ".atom", ".rdf"), _open_xml, is_feed, signed=True),
    Kind("a JSON feed", (".json",), _open_json, is_json_feed),
)
"""In the order in which a file is tried."""
