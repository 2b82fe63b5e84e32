"""Fetching what a library subscribes to, and bringing in what is new."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from search.arrivals.arrival import ChangedArticle, FeedSeen, NewArticle, Rejected
from search.arrivals.arrivals import Arrivals
from search.arrivals.feed_state import FeedState, FeedStates
from search.arrivals.named_sources import articles_of
from search.arrivals.side_by_side import Asked, fetch_each
from search.arrivals.subscriptions import Subscriptions
from search.desk.cache_folder import index_folder
from search.errors import FetchError, LibraryError
from search.export.whole_file import NotWrittenError
from search.formats.feeds.opml import ListedFeed, write_opml
from search.library.location import locate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from search.desk.desk import Desk
    from search.fetch.fetch_page import Fetched

NO_FEED = "what is there now is no feed"


class FeedUpdate(NamedTuple):
    """What an update brought of one feed.

    Attributes:
        url, title: as the library has them.
        status: whether anything came.
        added, changed: how many articles.
        failed: the entries that couldn't come in.
        reason: why nothing was asked, or came; None where it went well.
        next: before which time its server doesn't want to be asked, in ISO 8601; None if it said nothing.
    """

    url: str
    title: str
    status: Literal["new", "unchanged", "failed"]
    added: int = 0
    changed: int = 0
    failed: tuple[Rejected, ...] = ()
    reason: str | None = None
    next: str | None = None


class Updates:
    """The feeds of one library, and bringing them up to date. Not safe to use from several threads."""

    def __init__(
        self,
        desk: Desk,
        allowed: Collection[str] = (),
        cache: Path | None = None,
        cookies: Path | None = None,
    ) -> None:
        """Take a library; raise LibraryError if its feeds can't be read. See `Arrivals`."""
        self._desk = desk
        self._allowed = allowed
        self._cache = cache
        self._cookies = cookies
        self._subscriptions = Subscriptions(desk.library)
        self._states = FeedStates(index_folder(locate(desk.library), cache))

    @property
    def feeds(self) -> tuple[tuple[ListedFeed, FeedState], ...]:
        """The feeds with what is remembered of each, in the order of their file."""
        return tuple((feed, self._states.of(feed.url)) for feed in self._subscriptions.feeds)

    def subscribe(self, url: str, title: str = "") -> bool:
        """Subscribe to a feed; tell whether that is new. Raises LibraryError, NotWrittenError."""
        return bool(self._subscriptions.add([ListedFeed(url, title)]))

    def remove(self, url: str) -> bool:
        """End a subscription; tell whether there was one. Raises as `subscribe` does."""
        return self._subscriptions.remove(url)

    def opml(self) -> str:
        """Give the feeds as OPML."""
        return write_opml(self._subscriptions.feeds)

    def run(self) -> Iterator[FeedUpdate]:
        """Fetch every feed, and yield what came of each as soon as that is saved.

        One whose server asked to wait isn't asked before. What is remembered of a feed is kept after its
        articles are on the disk, so that a run that is killed leaves nothing out.
        """
        arrivals = Arrivals(self._desk, self._allowed, self._cache, self._cookies)
        now = time.time()
        titles = {feed.url: feed.title for feed in self._subscriptions.feeds}
        asked: list[Asked] = []
        for url, title in titles.items():
            state = self._states.of(url)
            if state.wait > now:
                yield FeedUpdate(
                    url,
                    title,
                    "unchanged",
                    reason="its server asked to wait",
                    next=_iso(state.wait),
                )
            else:
                asked.append(Asked(url, state.validators))
        try:
            for url, found in fetch_each(asked, arrivals.access):
                yield self._take(arrivals, url, titles[url], found)
        finally:
            self._states.save()

    def _take(
        self, arrivals: Arrivals, url: str, title: str, found: Fetched | FetchError
    ) -> FeedUpdate:
        if isinstance(found, FetchError):
            return self._failed(url, title, found.reason, found.wait)
        known = self._states.of(url).articles
        state = FeedState(*found.validators, checked=_iso(time.time()), articles=known)
        if found.body is None:
            self._states.note(url, state)
            return FeedUpdate(url, title, "unchanged")
        added = changed = 0
        failed: list[Rejected] = []
        seen = False
        for one in articles_of(url, found):
            seen = seen or isinstance(one, FeedSeen)
            if not seen:
                return self._failed(url, title, NO_FEED, None)
            decision = arrivals.decide(one)
            try:
                arrivals.carry_out(decision)
            except NotWrittenError as error:
                return self._failed(url, title, error.reason, None)
            added += isinstance(decision, NewArticle)
            changed += isinstance(decision, ChangedArticle)
            failed += [decision] if isinstance(decision, Rejected) else []
        self._states.note(self._moved(url, found.moved), state._replace(articles=known + added))
        status: Literal["new", "unchanged"] = "new" if added or changed else "unchanged"
        return FeedUpdate(url, title, status, added, changed, tuple(failed))

    def _moved(self, url: str, target: str) -> str:
        """Give a feed the address where it lies for good now; give the one that it has then.

        It keeps its own where the file can't be changed, and is looked for there again.
        """
        if not target:
            return url
        try:
            self._subscriptions.move(url, target)
        except (LibraryError, NotWrittenError):
            return url
        return target

    def _failed(self, url: str, title: str, reason: str, wait: int | None) -> FeedUpdate:
        before = self._states.of(url)
        until = time.time() + wait if wait else 0.0
        self._states.note(url, before._replace(wait=until, failing=before.failing + 1))
        return FeedUpdate(url, title, "failed", reason=reason, next=_iso(until) if until else None)


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
