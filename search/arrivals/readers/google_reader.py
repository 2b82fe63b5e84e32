"""FreshRSS, and other servers that answer as Google Reader did (freshrss.github.io, *API compatible Google Reader*)."""

from __future__ import annotations

from functools import cached_property
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from search.arrivals.feeds.feed_update import iso_seconds
from search.arrivals.readers.other_reader import (
    MOST,
    EntryState,
    ReaderEntry,
    number,
    objects,
    text,
)
from search.errors import FetchError
from search.fetch.api_call import ApiCall, call, call_json
from search.formats.feeds.feed_entry import FeedEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from search.fetch.access import Access

_STATE = "user/-/state/com.google/"
_LONG = "tag:google.com,2005:reader/item/"
_HEX = frozenset("0123456789abcdefABCDEF")
_LONGEST_HEX = 16
_IDS = 10_000
_PAGE = 50
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_LAST_SECOND = 1 << 35


class GoogleReader:
    """A server that answers as Google Reader did; see `Reader`."""

    def __init__(self, url: str, user: str, password: str, access: Access) -> None:
        """Take its address, such as `https://rss.example/api/greader.php`, and a login."""
        self._url = url.rstrip("/")
        self._login = {"Email": user, "Passwd": password}
        self._access = access

    def new(self, known: Collection[int]) -> Iterator[ReaderEntry]:
        """See `Reader`."""
        unknown = sorted(set(self._ids("reading-list")).difference(known))[:MOST]
        for at in range(0, len(unknown), _PAGE):
            yield from self._contents(unknown[at : at + _PAGE])

    def states(self, known: Collection[int], since: int) -> Mapping[int, EntryState]:
        """See `Reader`; of entries that its lists are too long for nothing is said."""
        del since
        there = set(self._ids("reading-list"))
        unread = set(self._ids("reading-list", xt=f"{_STATE}read"))
        starred = set(self._ids("starred"))
        told = there | starred
        return {one: EntryState(one not in unread, one in starred) for one in known if one in told}

    def mark(
        self, numbers: Collection[int], *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """See `Reader`."""
        every = list(numbers)
        for name, wanted in (("read", read), ("starred", starred)):
            for at in range(0, len(every) if wanted is not None else 0, _PAGE):
                form = [("i", f"{_LONG}{one:016x}") for one in every[at : at + _PAGE]]
                form += [("a" if wanted else "r", _STATE + name), ("T", self._token)]
                self._post("/reader/api/0/edit-tag", form)

    @cached_property
    def _headers(self) -> dict[str, str]:
        """Log in."""
        body = urlencode(self._login).encode()
        said = call(ApiCall("POST", f"{self._url}/accounts/ClientLogin", _FORM, body), self._access)
        for line in said.decode("utf-8", "replace").splitlines():
            name, _, ticket = line.partition("=")
            if name == "Auth" and ticket.isascii() and ticket.isprintable():
                return {"Authorization": f"GoogleLogin auth={ticket}"}
        raise FetchError(self._url, "it gives no ticket for the login")

    @cached_property
    def _token(self) -> str:
        asked = ApiCall("GET", f"{self._url}/reader/api/0/token", self._headers)
        return call(asked, self._access).decode("utf-8", "replace").strip()

    def _ids(self, stream: str, **more: str) -> list[int]:
        asked = urlencode({"output": "json", "s": _STATE + stream, "n": str(_IDS), **more})
        url = f"{self._url}/reader/api/0/stream/items/ids?{asked}"
        said = call_json(ApiCall("GET", url, self._headers), self._access)
        found = (_item(one.get("id")) for one in objects(said.get("itemRefs")))
        return [one for one in found if one]

    def _contents(self, numbers: Sequence[int]) -> Iterator[ReaderEntry]:
        form = [("i", f"{_LONG}{one:016x}") for one in numbers]
        form += [("output", "json"), ("T", self._token)]
        said = self._post("/reader/api/0/stream/items/contents?output=json", form)
        for item in objects(said.get("items")):
            if (one := _entry(item)).number in numbers:
                yield one

    def _post(self, path: str, form: Sequence[tuple[str, str]]) -> dict[str, object]:
        headers = {**self._headers, **_FORM}
        asked = ApiCall("POST", self._url + path, headers, urlencode(form).encode())
        if path.endswith("edit-tag"):
            call(asked, self._access)
            return {}
        return call_json(asked, self._access)


def _item(said: object) -> int:
    """Give the number of an item, which is written in decimal digits or behind a prefix in sixteen others."""
    written = text(said)
    digits = written.removeprefix(_LONG)
    if digits == written:
        return number(said)
    fits = 0 < len(digits) <= _LONGEST_HEX and _HEX.issuperset(digits)
    return number(int(digits, 16)) if fits else 0


def _entry(said: Mapping[str, object]) -> ReaderEntry:
    def within(name: str, part: str) -> str:
        inner = said.get(name)
        return text(inner.get(part)) if isinstance(inner, dict) else ""

    links = objects(said.get("canonical")) + objects(said.get("alternate"))
    states = said.get("categories")
    marked = {text(one).rpartition("/")[2] for one in states} if isinstance(states, list) else set()
    seconds = number(said.get("published"))
    draft = FeedEntry(
        title=escape(text(said.get("title")), quote=False),
        content=within("content", "content") or within("summary", "content"),
        url=next((url for link in links if (url := text(link.get("href")))), ""),
        published=iso_seconds(seconds) if 0 < seconds < _LAST_SECOND else "",
        source=escape(within("origin", "title"), quote=False),
        authors=tuple(filter(None, [escape(text(said.get("author")), quote=False)])),
    )
    state = EntryState("read" in marked, "starred" in marked)
    return ReaderEntry(_item(said.get("id")), draft, state)
