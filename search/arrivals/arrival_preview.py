"""What would come into a library, kept until it is brought in or not: nothing is fetched twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from search.arrivals.arrival import ChangedArticle, Duplicate, FeedSeen, NewArticle, Rejected
from search.arrivals.arrivals import Arrivals
from search.arrivals.feeds.subscriptions import NAME
from search.arrivals.passed_over import passed_over
from search.arrivals.updates import Updates
from search.errors import LibraryError, SearchError

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Sequence
    from pathlib import Path

    from search.arrivals.arrival import Decision
    from search.desk.desk import Desk
    from search.ingest.sync_report import Skipped

MOST_PREVIEWED = 10_000
"""Things that are looked at for one preview."""
_MOST_CHARACTERS = 64 << 20
"""Characters of the articles that are kept for one."""


@dataclass(frozen=True, slots=True)
class LookingAt:
    """Which of the things named is being fetched or read, counted from 1."""

    name: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class CutOff:
    """There is more than is kept for one preview."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """The kinds of files among what was named that nothing reads, most files first; at least one."""

    kinds: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of a decision: the path of the file in the library, and why it couldn't be done.

    Either is empty, and for a feed that was subscribed to both are.
    """

    decision: Decision
    path: str = ""
    fault: str = ""


Previewed: TypeAlias = "LookingAt | CutOff | PassedOver | Decision"


class ArrivalPreview:
    """Looks at what is named, and brings in what is wanted of it. Not for several threads at once."""

    def __init__(
        self,
        desk: Desk,
        allowed: Collection[str] = (),
        cache: Path | None = None,
        cookies: Path | None = None,
    ) -> None:
        """Take a library, which should be in sync; see `Arrivals`, also for what is raised."""
        self._desk = desk
        self._allowed = allowed
        self._cache = cache
        self._cookies = cookies
        self._arrivals: Arrivals | None = None

    def look(self, names: Sequence[str]) -> Generator[Previewed, None, None]:
        """Yield what is to become of each thing that comes, and before what of each name what is looked at.

        Changes nothing on the disk but a cache. At most `MOST_PREVIEWED` things come, with 64 million
        characters, and then `CutOff`. First of all `PassedOver`, where there is any such file. A feed that is subscribed to is a duplicate of `feeds.toml`.
        Raises LibraryError; see `Arrivals.decisions` for all else.
        """
        arrivals = self._arrivals = Arrivals(self._desk, self._allowed, self._cache, self._cookies)
        feeds = self._subscribed()
        things = characters = 0
        if kinds := passed_over(names):
            yield PassedOver(kinds)
        for number, name in enumerate(names, 1):
            yield LookingAt(name, number, len(names))
            for decision in arrivals.decisions([name]):
                if things == MOST_PREVIEWED or characters > _MOST_CHARACTERS:
                    yield CutOff()
                    return
                things += 1
                if isinstance(decision, NewArticle | ChangedArticle):
                    characters += sum(len(one.text) for one in decision.arrival.article.blocks)
                if isinstance(decision, FeedSeen) and decision.url in feeds:
                    yield Duplicate(decision.url, NAME, "address")
                else:
                    yield decision

    def _subscribed(self) -> frozenset[str]:
        """Give the addresses of the feeds; none where their file can't be read, which subscribing tells."""
        try:
            return frozenset(feed.url for feed, _ in self._updates().feeds)
        except LibraryError:
            return frozenset()

    def _updates(self) -> Updates:
        return Updates(self._desk, self._allowed, self._cache, self._cookies)

    def bring_in(self, decisions: Iterable[Decision]) -> Generator[BroughtIn, None, None]:
        """Do what was decided, and yield what became of each; of what comes in only. Never raises SearchError."""
        for decision in decisions:
            if self._arrivals is None or isinstance(decision, Duplicate | Rejected):
                continue
            try:
                if isinstance(decision, FeedSeen):
                    self._updates().subscribe(decision.url, decision.title)
                    yield BroughtIn(decision)
                else:
                    yield BroughtIn(decision, self._arrivals.carry_out(decision))
            except SearchError as error:
                yield BroughtIn(decision, fault=f"{error.what}: {error.reason}")
