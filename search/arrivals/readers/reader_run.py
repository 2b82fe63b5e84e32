"""One update from another reader of feeds: its new entries, and the marks of both."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from search.arrivals.arrival import Arrival, ChangedArticle, NewArticle, Rejected
from search.arrivals.feeds.feed_tally import tally_of
from search.arrivals.feeds.feed_update import FeedUpdate
from search.arrivals.named_sources import arrival_of
from search.arrivals.readers.credentials import secret_for, variables
from search.arrivals.readers.google_reader import GoogleReader
from search.arrivals.readers.miniflux import Miniflux
from search.arrivals.readers.reader_state import KnownEntry, ReaderState
from search.arrivals.readers.shared_marks import exchange_marks
from search.errors import FetchError, LibraryError
from search.export.whole_file import NotWrittenError
from search.untrusted import web_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.arrivals.arrivals import Arrivals
    from search.arrivals.feeds.feed_tally import Tally
    from search.arrivals.feeds.feed_update import Status
    from search.arrivals.feeds.subscription import Subscription
    from search.arrivals.readers.other_reader import Reader, ReaderEntry
    from search.arrivals.readers.reader_state import ReaderStates
    from search.arrivals.readers.shared_marks import Exchanged
    from search.desk.desk import Desk


class ReaderRun:
    """Brings a library up to date with other readers."""

    def __init__(
        self, desk: Desk, arrivals: Arrivals, states: ReaderStates, sync: Callable[[], object]
    ) -> None:
        """Take the library, what is remembered of readers, and what has the index brought up to date."""
        self._desk = desk
        self._arrivals = arrivals
        self._states = states
        self._sync = sync

    def update(self, subscription: Subscription) -> FeedUpdate:
        """Take in what a reader has, and exchange marks; say what came of it. Never raises SearchError."""
        url = subscription.url
        tally = tally_of(subscription, self._desk.library, self._arrivals.cookie_file)
        before = self._states.of(url)
        entries, since = dict(before.entries), before.since
        asked = int(time.time())
        try:
            reader = self._reader(subscription, tally)
            told = reader.states(entries.keys(), since) if entries else {}
            entries |= {one: entries[one].told(state) for one, state in told.items()}
            since = asked  # what was said until then is noted
            for one in reader.new(before.entries):
                entries[one.number] = KnownEntry(self._take(tally, one)).told(one.state)
            done = exchange_marks(self._desk, reader, entries, self._sync)
            entries = done.entries
            tally.told += _told(url, done)
        except (FetchError, LibraryError, NotWrittenError) as error:
            tally.broken = FetchError(url, error.reason)
        self._states.keep(url, ReaderState(since, entries))
        return _said(tally)

    def _reader(self, subscription: Subscription, tally: Tally) -> Reader:
        url, access = subscription.url, self._arrivals.access
        parts = web_address(url)
        host = parts.host if parts else ""
        secret = secret_for(url, host, os.environ, subscription.token)
        if subscription.token:
            name, _ = variables(host)
            tally.told.append(f"feeds.toml has the login for {host} in clear; {name} is for that")
        if subscription.kind == "miniflux":
            return Miniflux(url, secret, access)
        return GoogleReader(url, subscription.user, secret, access)

    def _take(self, tally: Tally, entry: ReaderEntry) -> str:
        """Bring in an entry, if it is new; give the path of its article, empty where it has none."""
        url = tally.subscription.url
        one = arrival_of(entry.draft, f"{url}#{entry.number}", url)
        if isinstance(one, Arrival) and not self._arrivals.has(one) and tally.refuses(one.article):
            return ""
        decision = self._arrivals.decide(one)
        self._arrivals.carry_out(decision)
        tally.added += isinstance(decision, NewArticle)
        tally.changed += isinstance(decision, ChangedArticle)
        if isinstance(decision, Rejected):
            tally.failed.append(decision)
        return getattr(decision, "path", "")


def _told(url: str, done: Exchanged) -> list[str]:
    """Say what became of the marks, in one line; nothing where nothing did."""
    parts = []
    if done.taken or done.sent:
        parts.append(f"{done.taken:,} marks came from there, {done.sent:,} went")
    if done.waiting:
        parts.append(f"{done.waiting:,} wait for the next update ({done.reason})")
    if done.left:
        parts.append(f"of {done.left:,} entries marks are exchanged no longer: they were refused")
    return [f"{url}: {'; '.join(parts)}"] if parts else []


def _said(tally: Tally) -> FeedUpdate:
    url, title, told = tally.subscription.url, tally.subscription.title, tuple(tally.told)
    counts = (tally.added, tally.changed, tuple(tally.failed))
    if tally.broken is not None:
        return FeedUpdate(url, title, "failed", *counts, reason=tally.broken.reason, told=told)
    status: Status = "new" if tally.added or tally.changed else "unchanged"
    return FeedUpdate(url, title, status, *counts, muted=tally.muted, told=told)
