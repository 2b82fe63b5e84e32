"""Fetching what a library subscribes to, and bringing in what is new."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from search.arrivals.arrivals import Arrivals
from search.arrivals.feeds.feed_run import FeedRun
from search.arrivals.feeds.feed_state import FeedStates
from search.arrivals.feeds.feed_update import iso_seconds
from search.arrivals.feeds.subscription import READERS, Subscription
from search.arrivals.feeds.subscriptions import NAME, Subscriptions
from search.desk.cache_folder import index_folder
from search.formats.feeds.opml import ListedFeed, write_opml
from search.library.location import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from search.arrivals.feeds.feed_state import FeedState
    from search.arrivals.feeds.feed_update import FeedUpdate
    from search.arrivals.feeds.subscription import Kind
    from search.desk.desk import Desk


class Updates:
    """The feeds of one library, and bringing them up to date. Not safe to use from several threads."""

    def __init__(
        self,
        desk: Desk,
        allowed: Collection[str] = (),
        cache: Path | None = None,
        cookies: Path | None = None,
        sync: Callable[[], object] = lambda: None,
    ) -> None:
        """Take a library; raise LibraryError if its feeds can't be read. See `Arrivals`."""
        self._desk = desk
        self._allowed = allowed
        self._cache = cache
        self._cookies = cookies
        self._sync = sync
        self._subscriptions = Subscriptions(desk.library)
        self._states = FeedStates(index_folder(locate(desk.library), cache))

    @property
    def feeds(self) -> tuple[tuple[Subscription, FeedState], ...]:
        """The feeds with what is remembered of each, in the order of their file."""
        return tuple((feed, self._states.of(feed.url)) for feed in self._subscriptions.feeds)

    @property
    def faults(self) -> tuple[str, ...]:
        """What in their file means nothing and so is no feed, a sentence each."""
        return tuple(f"{NAME}, {fault}" for fault in self._subscriptions.faults)

    def subscribe(self, url: str, title: str = "", kind: Kind = "feed") -> bool:
        """Subscribe to an address; tell whether that is new. Raises LibraryError, NotWrittenError."""
        return bool(self._subscriptions.add([Subscription(url, title, kind)]))

    def remove(self, url: str) -> bool:
        """End a subscription; tell whether there was one. Raises as `subscribe` does."""
        return self._subscriptions.remove(url)

    def opml(self) -> str:
        """Give the feeds as OPML, which has no pages."""
        feeds = (one for one in self._subscriptions.feeds if one.kind == "feed")
        return write_opml(ListedFeed(one.url, one.title) for one in feeds)

    def run(
        self, cancelled: Callable[[], bool] = lambda: False, *, full: bool = False
    ) -> Iterator[FeedUpdate]:
        """Fetch all that is subscribed to, and yield what came of each as soon as that is saved.

        With `full`, and for feeds whose table in the file says `full = true`, texts that are cut are
        fetched whole: with `full` every feed is read again for that, whether it has changed or not.
        One whose server asked to wait isn't asked before. What is remembered of a feed is kept after
        its articles are on the disk, so that a run that is killed leaves nothing out; one that is
        cancelled ends within a second. What in the file is no feed is told by `faults`.
        """
        arrivals = Arrivals(self._desk, self._allowed, self._cache, self._cookies, self._sync)
        arrivals.sweep()
        run = FeedRun(self._desk, arrivals, self._subscriptions, self._states, full=full)
        try:
            yield from run.updates(cancelled)
            yield from self._readers(arrivals, cancelled)
        finally:
            arrivals.keep()
            self._states.save()

    def _readers(self, arrivals: Arrivals, cancelled: Callable[[], bool]) -> Iterator[FeedUpdate]:
        """Yield what came from other readers."""
        others = [one for one in self._subscriptions.feeds if one.kind in READERS]
        if not others:
            return
        from search.arrivals.readers.reader_run import ReaderRun  # noqa: PLC0415 - few have any
        from search.arrivals.readers.reader_state import ReaderStates  # noqa: PLC0415 - likewise

        states = ReaderStates(index_folder(locate(self._desk.library), self._cache))
        run = ReaderRun(self._desk, arrivals, states, self._sync)
        for one in others:
            if cancelled():
                return
            done = run.update(one)
            before = self._states.of(one.url)
            failing = before.failing + 1 if done.status == "failed" else 0
            checked = before.checked if failing else iso_seconds(time.time())
            articles = before.articles + done.added
            state = before._replace(articles=articles, failing=failing, checked=checked)
            self._states.note(one.url, state)
            yield done
