"""JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from search.errors import ArticleError
from search.formats.container import PassedOverError, WholeContainer
from search.formats.feeds.feed_entry import FeedEntry

if TYPE_CHECKING:
    from search.formats.container import Container, Source


def open_json_feed(source: Source, path: str) -> Container:
    """Give the entries of a feed; raise ArticleError, which names `path`, if it is broken.

    Raises PassedOverError if it has no entries. Cost: linear.
    """
    try:
        feed = json.loads(source.read(0, source.size).lstrip(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        raise ArticleError(path, "its JSON is broken") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    entries = [_entry(item, feed) for item in _list(items) if isinstance(item, dict)]
    if not entries:
        raise PassedOverError("a feed without entries")
    return WholeContainer(source.size, entries)


def _entry(item: dict[str, Any], feed: dict[str, Any]) -> FeedEntry:
    url = _text(item.get("url")) or _text(item.get("external_url"))
    plain = _text(item.get("content_text"))
    authors = [*_list(item.get("authors")), item.get("author")]
    if not any(map(_name, authors)):
        authors = [*_list(feed.get("authors")), feed.get("author")]
    return FeedEntry(
        own=_text(item.get("id")) or url,
        title=escape(_text(item.get("title")), quote=False),
        content=_text(item.get("content_html")) or escape(plain, quote=False),
        summary=escape(_text(item.get("summary")), quote=False),
        url=url,
        published=_text(item.get("date_published")),
        updated=_text(item.get("date_modified")),
        language=_text(item.get("language")) or _text(feed.get("language")),
        source=escape(_text(feed.get("title")), quote=False),
        authors=tuple(filter(None, map(_name, authors))),
        tags=tuple(escape(_text(tag), quote=False) for tag in _list(item.get("tags"))),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    """Give a string as it is, and the number that an `id` may be as one."""
    if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value) if abs(value) < 1 << 62 else ""
    return value if isinstance(value, str) else ""


def _name(author: object) -> str:
    return escape(_text(author.get("name")), quote=False) if isinstance(author, dict) else ""
