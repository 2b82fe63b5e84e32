"""What an update brought of a feed: a frozen value."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from search.arrivals.arrival import Rejected
    from search.arrivals.feeds.subscription import Subscription


Status: TypeAlias = Literal["new", "unchanged", "failed"]


class FeedUpdate(NamedTuple):
    """What an update brought of one feed.

    Attributes:
        url, title: as the library has them.
        status: whether anything came.
        added, changed: how many articles.
        failed: the entries that couldn't come in.
        reason: why nothing was asked, or came; None where it went well.
        next: before which time its server doesn't want to be asked, in ISO 8601; None if it said nothing.
        muted: how many new entries its `mute` kept out.
        removed: how many articles its `keep` took out.
        told: what its user should know besides, in sentences without a full stop.
    """

    url: str
    title: str
    status: Status
    added: int = 0
    changed: int = 0
    failed: tuple[Rejected, ...] = ()
    reason: str | None = None
    next: str | None = None
    muted: int = 0
    removed: int = 0
    told: tuple[str, ...] = ()


def iso_seconds(seconds: float) -> str:
    """Give a time, in seconds since 1970, as ISO 8601."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def not_asked(subscription: Subscription, wait: float) -> FeedUpdate | None:
    """Say why a subscription isn't asked now; None if it is.

    Args:
        subscription: which it is.
        wait: the time before which its server doesn't want to be asked, in seconds since 1970.
    """
    url, title = subscription.url, subscription.title
    if subscription.fault:
        return FeedUpdate(url, title, "failed", reason=f"feeds.toml, {subscription.fault}")
    if wait <= time.time():
        return None
    until = iso_seconds(wait)
    return FeedUpdate(url, title, "unchanged", reason="its server asked to wait", next=until)
