"""One update of what a library subscribes to: what is asked, in rounds, and what comes of each.

A round fetches addresses side by side. What they lead to further is the next: the feed that a page
names, the sitemaps of an index, the articles that a sitemap lists.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from search.arrivals.arrival import Arrival, ChangedArticle, FeedSeen, NewArticle, Rejected
from search.arrivals.feeds.feed_state import FeedState
from search.arrivals.feeds.feed_tally import tally_of
from search.arrivals.feeds.feed_update import FeedUpdate, iso_seconds, not_asked
from search.arrivals.feeds.listed_pages import as_listed, new_pages
from search.arrivals.feeds.subscription import READERS
from search.arrivals.named_sources import articles_of
from search.arrivals.side_by_side import Asked, fetch_each
from search.arrivals.taken_out import take_out
from search.errors import ArticleError, FetchError, LibraryError
from search.export.whole_file import NotWrittenError
from search.fetch.fetch_page import NO_VALIDATORS
from search.fetch.robots import Robots
from search.formats.feeds.feed_links import feed_links
from search.formats.feeds.news_sitemap import is_sitemap, read_sitemap
from search.formats.kinds import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from search.arrivals.arrival import Incoming
    from search.arrivals.arrivals import Arrivals
    from search.arrivals.feeds.feed_state import FeedStates
    from search.arrivals.feeds.feed_tally import Tally
    from search.arrivals.feeds.subscription import Subscription
    from search.arrivals.feeds.subscriptions import Subscriptions
    from search.desk.desk import Desk
    from search.fetch.fetch_page import Fetched
    from search.formats.feeds.news_sitemap import ListedPage

NO_FEED = "what is there now is no feed"
_GONE = frozenset({401, 402, 403, 404, 410, 451})
"""What servers answer for pages that they won't give the next time either."""
_WRITERS = 4
"""Files that are written at a time: each waits for the disk, and not for the processor."""
_MOST_PASSED, _MOST_FORMER = 2_000, 20
_MOST_MAPS = 10
"""Sitemaps of an index that are fetched, those changed last: an index may list all years."""


class FeedRun:
    """Brings the subscriptions of a library up to date, once."""

    def __init__(
        self,
        desk: Desk,
        arrivals: Arrivals,
        subscriptions: Subscriptions,
        states: FeedStates,
        *,
        full: bool = False,
    ) -> None:
        """Take the library, what it subscribes to, and what is remembered of that.

        With `full` every feed is read again, and texts that are cut are fetched whole.
        """
        self._full = full
        self._arrivals = arrivals
        self._subscriptions = subscriptions
        self._states = states
        self._desk = desk
        self._writers = ThreadPoolExecutor(_WRITERS)
        self._tallies: dict[str, Tally] = {}
        self._listed: dict[str, ListedPage] = {}

    def updates(self, cancelled: Callable[[], bool]) -> Iterator[FeedUpdate]:
        """Yield what came of each subscription, as soon as that is saved, until it is cancelled."""
        asked: list[Asked] = []
        for subscription in dict.fromkeys(self._subscriptions.feeds):
            if subscription.kind in READERS:
                continue
            wait = self._states.of(subscription.url).wait
            if (untouched := not_asked(subscription, wait)) is not None:
                yield untouched
            elif (first := self._first(subscription)) is not None:
                asked.append(first)
        with self._writers:
            yield from self._rounds(asked, cancelled)

    def _rounds(self, asked: list[Asked], cancelled: Callable[[], bool]) -> Iterator[FeedUpdate]:
        robots = Robots(self._arrivals.access)
        while asked and not cancelled():
            further: list[Asked] = []
            for url, found in fetch_each(asked, self._arrivals.access, robots, cancelled):
                tally = self._tallies.pop(url)
                more = self._take(tally, url, found)
                tally.awaited += len(more) - 1
                self._tallies.update((one.url, tally) for one in more)
                further += more
                if not tally.awaited:
                    yield self._done(tally)
            asked = further

    def _first(self, subscription: Subscription) -> Asked | None:
        """Give what is asked first of a subscription; None for an address that is asked already."""
        url = subscription.url
        if url in self._tallies:
            return None
        cookies = self._arrivals.cookie_file
        tally = self._tallies[url] = tally_of(subscription, self._desk.library, cookies)
        validators = NO_VALIDATORS if self._full else self._states.validators(subscription)
        return Asked(url, validators, subscription.kind == "page", tally.cookies)

    def _take(self, tally: Tally, url: str, found: Fetched | FetchError) -> list[Asked]:
        """Take in what came from an address; give what is to be asked further for its subscription."""
        first = url == (tally.target or tally.subscription.url)
        if isinstance(found, FetchError):
            return self._lost(tally, url, found, first=first)
        if first:
            tally.validators = found.validators
            tally.target = found.moved or tally.target
        if found.body is None or (first and self._is_same(tally, found.body)):
            return []
        try:
            if url in self._listed:
                self._page(tally, url, found)
            elif is_sitemap(found.body[:SAMPLE]):
                return self._sitemap(tally, found, url, nested=not first)
            elif tally.subscription.kind == "page":
                self._save(tally, articles_of(url, found))
            else:
                return self._feed(tally, url, found)
        except NotWrittenError as error:
            tally.broken = FetchError(url, error.reason)
        return []

    def _is_same(self, tally: Tally, body: bytes) -> bool:
        """Tell whether a server sent what was taken in the last time, by the same rules."""
        tally.digest = blake2b(tally.subscription.rules.encode() + body, digest_size=8).hexdigest()
        return not self._full and tally.digest == self._states.of(tally.subscription.url).digest

    def _page(self, tally: Tally, url: str, found: Fetched) -> None:
        """Take in an article that a sitemap lists, and follow no list there; raise NotWrittenError."""
        listed = self._listed.pop(url)
        if is_sitemap((found.body or b"")[:SAMPLE]):
            tally.passed[url] = None
            return
        before = tally.added
        self._save(tally, (as_listed(one, listed) for one in articles_of(url, found)))
        if tally.added == before or not self._arrivals.knows(url):
            tally.passed[url] = None  # what came has another address, or didn't come in

    def _feed(self, tally: Tally, url: str, found: Fetched) -> list[Asked]:
        """Take in a feed, or find one from the page that lies in its place."""
        entries = articles_of(url, found)
        if isinstance(next(entries, None), FeedSeen):
            self._save(tally, entries)
            return []
        # What was a feed before may say for an hour that it is a page.
        worked = self._states.of(tally.subscription.url).checked or url == tally.target
        links = [] if worked else feed_links(found.body or b"", found.url)
        links = [link for link in links if link.url not in self._tallies and link.url != url]
        if not links:
            tally.broken = FetchError(url, NO_FEED)
            return []
        chosen, *others = links
        also = f"; it also names {', '.join(link.url for link in others)}" if others else ""
        tally.told.append(f"{url} is a page; its feed {chosen.url} is taken from now on{also}")
        tally.target = chosen.url
        return [Asked(chosen.url, cookies=tally.cookies)]

    def _sitemap(self, tally: Tally, found: Fetched, url: str, *, nested: bool) -> list[Asked]:
        """Find what is new in a sitemap, or which sitemaps of an index are to be asked."""
        try:
            listed = read_sitemap(found.body or b"", url)
        except ArticleError as error:
            self._lost(tally, url, FetchError(url, error.reason), first=not nested)
            return []
        if not (listed.pages or listed.maps or nested):
            tally.broken = FetchError(url, "it is a sitemap without news")
        own = {url, tally.target, tally.subscription.url, *self._tallies}
        maps = [] if nested else [one for one in listed.maps if one not in own]
        tally.complete &= not maps  # an index stays as it is when one of its sitemaps changes
        if len(maps) > _MOST_MAPS:
            tally.told.append(f"of its {len(maps):,} sitemaps the {_MOST_MAPS} newest were read")
        asked = own | set(self._states.passed(tally.subscription))
        pages, left = new_pages(listed.pages, self._arrivals.knows, asked)
        self._listed.update((page.url, page) for page in pages)
        if left:
            tally.complete = False
            tally.told.append(f"{left:,} more of its articles come with the next updates")
        return [
            *(Asked(one, cookies=tally.cookies) for one in maps[:_MOST_MAPS]),
            *(Asked(page.url, page=True, cookies=tally.cookies) for page in pages),
        ]

    def _lost(self, tally: Tally, url: str, error: FetchError, *, first: bool) -> list[Asked]:
        """Note that an address gave nothing: all of a subscription, or one of its articles."""
        if first:
            tally.broken = error
        else:
            gone = error.status in _GONE
            tally.complete &= gone
            tally.passed.update({url: None} if gone else {})
            tally.failed.append(Rejected(url, error.reason))
        return []

    def _save(self, tally: Tally, incoming: Iterator[Incoming]) -> None:
        """Bring in what is new; raise NotWrittenError. Files are written while the next are read."""
        writing: list[Future[str]] = []
        wanted = self._wanted(tally, incoming)
        whole = self._full or tally.subscription.full
        for one in self._arrivals.whole(wanted) if whole else wanted:
            decision = self._arrivals.decide(one)
            if isinstance(decision, NewArticle | ChangedArticle):
                writing.append(self._writers.submit(self._arrivals.carry_out, decision))
                tally.added += isinstance(decision, NewArticle)
                tally.changed += isinstance(decision, ChangedArticle)
            tally.failed += [decision] if isinstance(decision, Rejected) else []
        wait(writing)
        for written in writing:
            written.result()

    def _wanted(self, tally: Tally, incoming: Iterator[Incoming]) -> Iterator[Incoming]:
        """Yield what comes from a subscription and isn't kept out by its rules."""
        feed = tally.target or tally.subscription.url
        for one in incoming:
            if not isinstance(one, Arrival):
                yield one
            elif self._arrivals.has(one) or not tally.refuses(one.article):
                yield replace(one, feed=feed)

    def _done(self, tally: Tally) -> FeedUpdate:
        """Say what came of a subscription, and remember what its server said."""
        url, title = tally.subscription.url, tally.subscription.title
        before = self._states.of(url)
        if tally.broken is not None:
            until = time.time() + tally.broken.wait if tally.broken.wait else 0.0
            self._states.note(url, before._replace(wait=until, failing=before.failing + 1))
            after, told = iso_seconds(until) if until else None, tuple(tally.told)
            reason = tally.broken.reason
            return FeedUpdate(url, title, "failed", reason=reason, next=after, told=told)
        validators = tally.validators if tally.complete else NO_VALIDATORS
        articles = before.articles + tally.added
        known = self._states.passed(tally.subscription)
        passed = tuple({**dict.fromkeys(known), **tally.passed})[-_MOST_PASSED:]
        state = FeedState(
            *validators,
            checked=iso_seconds(time.time()),
            articles=articles,
            passed=passed,
            former=before.former,
            digest=(tally.digest or before.digest) if tally.complete else "",
            rules=tally.subscription.rules,
        )
        now_at = self._moved(url, tally.target)
        if now_at != url:
            state = state._replace(former=(*before.former, url)[-_MOST_FORMER:])
        self._states.note(now_at, state)
        removed = self._removed(tally, (now_at, *state.former))
        return FeedUpdate(
            url,
            title,
            "new" if tally.added or tally.changed else "unchanged",
            tally.added,
            tally.changed,
            tuple(tally.failed),
            muted=tally.muted,
            removed=removed,
            told=tuple(tally.told),
        )

    def _removed(self, tally: Tally, feeds: Sequence[str]) -> int:
        """Take out what a subscription's `keep` lets go; tell how many articles."""
        if not tally.before:
            return 0
        aged = self._arrivals.aged(feeds, tally.before)
        try:
            return take_out(self._desk, aged)
        except LibraryError as error:
            tally.told.append(str(error))
            return 0

    def _moved(self, url: str, target: str) -> str:
        """Give a feed the address where it lies for good now; give the one that it has then.

        It keeps its own where the file can't be changed, and is looked for there again.
        """
        if not target or target == url:
            return url
        try:
            self._subscriptions.move(url, target)
        except (LibraryError, NotWrittenError):
            return url
        return target
