"""Miniflux, by its own interface (miniflux.app/docs/api.html), of any version since 2.0.49."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from search.arrivals.readers.other_reader import (
    MOST,
    EntryState,
    ReaderEntry,
    number,
    objects,
    text,
)
from search.fetch.api_call import ApiCall, call, call_json
from search.formats.feeds.feed_entry import FeedEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from search.fetch.access import Access

_PAGE = 100
_MOST_CHANGED = 50_000
"""Entries that changed, of which the marks are asked at most: as many as are remembered."""
_OVERLAP = 120
"""Seconds that clocks may differ by."""


class Miniflux:
    """A Miniflux server; see `Reader`."""

    def __init__(self, url: str, token: str, access: Access) -> None:
        """Take its address, a token of the user's, and how the web is asked."""
        self._url = f"{url.rstrip('/')}/v1/entries"
        self._headers = {"X-Auth-Token": token}
        self._access = access

    def new(self, known: Collection[int]) -> Iterator[ReaderEntry]:
        """See `Reader`."""
        yield from self._entries(max(known, default=0), MOST)

    def states(self, known: Collection[int], since: int) -> Mapping[int, EntryState]:
        """See `Reader`."""
        changed = self._entries(0, _MOST_CHANGED, changed_after=max(1, since - _OVERLAP))
        return {one.number: one.state for one in changed if one.number in known}

    def mark(
        self, numbers: Collection[int], *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """See `Reader`."""
        if read is not None and numbers:
            said = {"entry_ids": list(numbers), "status": "read" if read else "unread"}
            self._put("", json.dumps(said).encode())
        if starred is None:
            return
        for one in numbers:  # it can only be turned round, so whoever was quicker is asked first
            if self._one(one).state.starred is not starred:
                self._put(f"/{one}/bookmark")

    def _entries(self, after: int, most: int, **more: int) -> Iterator[ReaderEntry]:
        """Yield entries behind one, so many at most, page by page."""
        for _ in range(most // _PAGE):
            asked = [
                ("status", "unread"),
                ("status", "read"),
                ("order", "id"),
                ("direction", "asc"),
            ]
            asked += [("limit", str(_PAGE)), ("after_entry_id", str(after))]
            asked += [(name, str(value)) for name, value in more.items()]
            said = self._get(f"?{urlencode(asked)}")
            page = [one for one in map(_entry, objects(said.get("entries"))) if one.number > after]
            yield from page
            if len(page) < _PAGE:
                return
            after = page[-1].number

    def _one(self, entry: int) -> ReaderEntry:
        return _entry(self._get(f"/{entry}"))

    def _get(self, path: str) -> dict[str, object]:
        return call_json(ApiCall("GET", self._url + path, self._headers), self._access)

    def _put(self, path: str, body: bytes = b"") -> None:
        headers = {**self._headers, "Content-Type": "application/json"}
        call(ApiCall("PUT", self._url + path, headers, body), self._access)


def _entry(said: Mapping[str, object]) -> ReaderEntry:
    feed = said.get("feed")
    of_feed = feed if isinstance(feed, dict) else {}
    tags = said.get("tags")
    draft = FeedEntry(
        own=text(said.get("hash")),
        title=escape(text(said.get("title")), quote=False),
        content=text(said.get("content")),
        url=text(said.get("url")),
        published=text(said.get("published_at")),
        source=escape(text(of_feed.get("title")), quote=False),
        authors=tuple(filter(None, [escape(text(said.get("author")), quote=False)])),
        tags=tuple(escape(text(tag), quote=False) for tag in tags)
        if isinstance(tags, list)
        else (),
    )
    state = EntryState(said.get("status") == "read", said.get("starred") is True)
    return ReaderEntry(number(said.get("id")), draft, state)
