"""What is asked of another reader of feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from search.untrusted import whole_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from search.formats.feeds.feed_entry import FeedEntry

MOST = 2_000
"""Entries that are taken in by one update, the oldest first; more come with the next."""


class EntryState(NamedTuple):
    """What is marked of an entry."""

    read: bool
    starred: bool


class ReaderEntry(NamedTuple):
    """An entry of another reader: its number there, what it says, and what is marked of it."""

    number: int
    draft: FeedEntry
    state: EntryState


class Reader(Protocol):
    """A reader on a server. All methods raise FetchError."""

    def new(self, known: Collection[int]) -> Iterator[ReaderEntry]:
        """Yield entries that aren't known, the oldest first, `MOST` at most."""

    def states(self, known: Collection[int], since: int) -> Mapping[int, EntryState]:
        """Give how entries are marked there now; those that didn't change may be left out.

        Args:
            known: which entries.
            since: when this was asked last, in seconds since 1970; 0 for never.
        """

    def mark(
        self, numbers: Collection[int], *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """Mark entries there; None leaves things as they are."""


def text(value: object) -> str:
    """Give a string of an answer; empty for anything else."""
    return value if isinstance(value, str) else ""


def number(value: object) -> int:
    """Give a whole number of an answer, written as such or in decimal digits; 0 for anything else."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, int):
        return value if 0 < value < 1 << 63 else 0
    return whole_number(value) or 0 if isinstance(value, str) else 0


def objects(value: object) -> list[dict[str, object]]:
    """Give the objects of a list of an answer."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
