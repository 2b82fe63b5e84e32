"""The feeds a library subscribes to: a readable file in it, `feeds.toml`, that its user may edit.

Comments and order stay: a feed is put at the end, taken out with its lines, or given another address in
its line. What servers said of a feed is a cache and lies elsewhere (`feed_state`).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from search.arrivals.feeds.feeds_places import FeedsPlaces
from search.arrivals.feeds.subscription import FeedsFile, read_subscriptions
from search.errors import LibraryError, reason_of
from search.export.whole_file import write_whole
from search.marks.other_readers.address_form import address_form
from search.regular_file import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from search.arrivals.feeds.subscription import Subscription

NAME = "feeds.toml"
_HEAD = "# The feeds of this library, which `diptych update` fetches. Edit it as you like.\n"
_LARGEST = 4 << 20


class Subscriptions:
    """The feeds of a library, in the order of its file. Not safe to use from several threads.

    Attributes:
        feeds: those that are subscribed to.
        faults: what in the file means nothing, each with its line.
    """

    def __init__(self, library: Path) -> None:
        """Read them; none where there is no file. Raises LibraryError for one that can't be read."""
        self._file = library / NAME
        try:
            self._text = read_regular(self._file, _LARGEST, links=True).decode()
        except FileNotFoundError:
            self._text = ""
        except (OSError, ValueError) as error:
            raise LibraryError(self._file, f"it can't be read: {reason_of(error)}") from None
        self.feeds, self.faults = self._read(self._text)

    def add(self, feeds: Iterable[Subscription]) -> list[Subscription]:
        """Subscribe to feeds; give those that are new. Raises LibraryError, NotWrittenError."""
        known = {address_form(feed.url) for feed in self.feeds}
        new: list[Subscription] = []
        for feed in feeds:
            if (form := address_form(feed.url)) is not None and form not in known:
                known.add(form)
                new.append(feed)
        if new:
            text = self._text or _HEAD
            text += "" if text.endswith("\n") else "\n"
            self._write(text + "".join(map(_entry, new)), [*self.feeds, *new])
        return new

    def remove(self, url: str) -> bool:
        """End a subscription; tell whether there was one. Raises as `add` does."""
        form = address_form(url)
        places = [i for i, feed in enumerate(self.feeds) if address_form(feed.url) == form]
        if form is None or not places:
            return False
        starts = FeedsPlaces(self._text).starts
        if len(starts) != len(self.feeds):
            raise LibraryError(
                self._file, "it is too intricate to change; take the feed out by hand"
            )
        at = places[0]
        end = starts[at + 1] if at + 1 < len(starts) else len(self._text)
        self._write(
            self._text[: starts[at]] + self._text[end:], [*self.feeds[:at], *self.feeds[at + 1 :]]
        )
        return True

    def move(self, url: str, target: str) -> None:
        """Give a feed another address, for good. Raises as `add` does."""
        quoted = re.escape(json.dumps(url, ensure_ascii=False))
        line = rf"^([ \t]*url[ \t]*=[ \t]*)(?:{quoted}|'{re.escape(url)}')"
        new = json.dumps(target, ensure_ascii=False)
        text = re.sub(line, lambda found: found[1] + new, self._text, flags=re.MULTILINE)
        self._write(text, [f._replace(url=target) if f.url == url else f for f in self.feeds])

    def _write(self, text: str, feeds: list[Subscription]) -> None:
        """Write the file, if it says what it is meant to."""
        try:
            said = read_subscriptions(text)
        except (ValueError, RecursionError):
            said = FeedsFile([], [])
        if list(map(_named, said.feeds)) != list(map(_named, feeds)):
            raise LibraryError(self._file, "it is too intricate to change; edit it by hand")
        write_whole(self._file, [text])
        self._text, self.feeds, self.faults = text, said.feeds, said.faults

    def _read(self, text: str) -> FeedsFile:
        try:
            return read_subscriptions(text)
        except (ValueError, RecursionError) as error:
            raise LibraryError(self._file, f"it is no TOML: {error}") from None


def _named(feed: Subscription) -> tuple[str, str, str]:
    """Give what is written of a feed; what else is known of it may say in which line it stands."""
    return feed.url, feed.title, feed.kind


def _entry(feed: Subscription) -> str:
    """Give the lines of a feed; what JSON writes of a string is TOML."""
    lines = [f"url = {json.dumps(feed.url, ensure_ascii=False)}"]
    lines += [f"title = {json.dumps(feed.title, ensure_ascii=False)}"] if feed.title else []
    lines += [f"kind = {json.dumps(feed.kind)}"] if feed.kind != "feed" else []
    return "\n".join(["", "[[feed]]", *lines, ""])
