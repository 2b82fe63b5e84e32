"""What has come of one subscription in an update so far, and what its rules keep out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from search.arrivals.feeds.feed_cookies import feed_cookies
from search.errors import LibraryError
from search.fetch.fetch_page import NO_VALIDATORS
from search.highlight.article_test import finds
from search.query import parse

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from search.arrivals.arrival import Rejected
    from search.arrivals.feeds.subscription import Subscription
    from search.article import Article
    from search.errors import FetchError
    from search.fetch.cookie_file import Cookies
    from search.fetch.fetch_page import Validators
    from search.query import Node


@dataclass
class Tally:
    """What has come of one subscription so far.

    Attributes:
        subscription: which it is.
        cookies: those of its own file, where it names one.
        mute: what isn't to be brought in.
        before: the day before which nothing is kept.
        awaited: how many answers are.
        validators: of its feed, as it is now.
        digest: of what its server sent, and of its rules.
        target: where that lies, if not where the subscription says.
        added, changed, muted: how many articles.
        failed: what couldn't come in.
        told: sentences for the user.
        passed: pages that gave no article.
        complete: whether nothing was left for the next time.
        broken: why nothing came of it at all.
    """

    subscription: Subscription
    cookies: Cookies | None = None
    mute: Node | None = None
    before: date | None = None
    awaited: int = 1
    validators: Validators = NO_VALIDATORS
    digest: str = ""
    target: str = ""
    added: int = 0
    changed: int = 0
    muted: int = 0
    failed: list[Rejected] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    passed: dict[str, None] = field(default_factory=dict)
    complete: bool = True
    broken: FetchError | None = None

    def refuses(self, article: Article) -> bool:
        """Tell whether a new article isn't to be brought in, and count what was muted."""
        day = article.day
        if self.before and day and day < self.before:
            return True  # it would be taken out again at once
        muted = self.mute is not None and finds(self.mute, article)
        self.muted += muted
        return muted


def tally_of(subscription: Subscription, library: Path, cookies: Path | None) -> Tally:
    """Give the tally with which an update of a subscription begins, whose rules are sound.

    What it says of cookies is told if it can't be kept; `cookies` is the file that the settings name.
    """
    tally = Tally(subscription)
    tally.told += (f"feeds.toml, {said}" for said in subscription.told)
    if subscription.mute:
        tally.mute = parse(subscription.mute).root
    if subscription.keep:
        tally.before = datetime.now(UTC).date() - timedelta(subscription.keep)
    if subscription.cookies:
        try:
            tally.cookies = feed_cookies(subscription.cookies, library, cookies)
        except LibraryError as error:
            tally.told.append(str(error))
    return tally
