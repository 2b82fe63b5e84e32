"""What is remembered of each feed between updates: a cache, without which all are fetched whole."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from search.fetch.fetch_page import NO_VALIDATORS, Validators
from search.regular_file import sweep_beside
from search.sealed_file import DamagedFileError, load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.arrivals.feeds.subscription import Subscription

_FILE = "feeds.json"


class FeedState(NamedTuple):
    """What is remembered of a feed.

    Attributes:
        etag, modified: what its server said of the version that was read last.
        checked: when it last answered, in ISO 8601; empty if it never did.
        wait: the time before which its server doesn't want to be asked, in seconds since 1970.
        failing: how often in a row it has failed.
        articles: how many it has brought while it was remembered.
        passed: addresses that it lists, were fetched, and gave no article: not to be fetched again.
        former: the addresses it had before it moved for good.
        digest: of what its server sent last, and of the rules it was taken in by.
        rules: a digest of these alone.
    """

    etag: str = ""
    modified: str = ""
    checked: str = ""
    wait: float = 0.0
    failing: int = 0
    articles: int = 0
    passed: Sequence[str] = ()
    former: Sequence[str] = ()
    digest: str = ""
    rules: str = ""


class FeedStates:
    """What is remembered of all feeds, by their addresses."""

    def __init__(self, cache: Path) -> None:
        """Load it from the folder of a library's index; nothing where that can't be."""
        self._file = cache / _FILE
        self._states: dict[str, FeedState] = {}
        with suppress(DamagedFileError, OSError, TypeError, AttributeError):
            loaded = load_sealed(self._file, links=False)
            self._states = {url: FeedState(*said) for url, said in loaded.items()}

    def of(self, url: str) -> FeedState:
        """Give what is remembered of a feed."""
        return self._states.get(url, FeedState())

    def validators(self, subscription: Subscription) -> Validators:
        """Give what a server is to be asked with: by other rules than the last all is read anew."""
        state = self.of(subscription.url)
        if state.rules != subscription.rules:
            return NO_VALIDATORS
        return Validators(state.etag, state.modified)

    def passed(self, subscription: Subscription) -> Sequence[str]:
        """Give the pages that gave no article by the rules there are now."""
        state = self.of(subscription.url)
        return state.passed if state.rules == subscription.rules else ()

    def note(self, url: str, state: FeedState) -> None:
        """Remember something of a feed."""
        self._states[url] = state

    def save(self) -> None:
        """Keep it; where that can't be, the next update fetches more."""
        sweep_beside(self._file)
        with suppress(OSError):
            save_sealed(self._file, self._states, sure=False)
