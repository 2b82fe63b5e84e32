"""What is remembered of other readers between updates: a cache, without which all is asked again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from search.regular_file import sweep_beside
from search.sealed_file import DamagedFileError, load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from search.arrivals.readers.other_reader import EntryState

_FILE = "readers.json"
_MOST = 50_000
"""Entries of a reader that are remembered, the newest; of older ones no marks are exchanged."""


class KnownEntry(NamedTuple):
    """An entry that was taken in.

    Attributes:
        path: the file of its article; empty for one whose marks aren't exchanged.
        read, starred: as both sides last had it; None before they agreed.
        read_there, starred_there: as the other side said it last, until both agree on that.
        refused: how many updates in a row the other side refused to mark it.
    """

    path: str
    read: bool | None = None
    starred: bool | None = None
    read_there: bool | None = None
    starred_there: bool | None = None
    refused: int = 0

    def told(self, state: EntryState) -> KnownEntry:
        """Note how it is marked there, so that it isn't forgotten where it can't be taken over yet."""
        return self._replace(read_there=state.read, starred_there=state.starred)


class ReaderState(NamedTuple):
    """What is remembered of a reader: when it was last asked, and its entries by their numbers."""

    since: int
    entries: Mapping[int, KnownEntry]


class ReaderStates:
    """What is remembered of all readers, by their addresses."""

    def __init__(self, cache: Path) -> None:
        """Load it from the folder of a library's index; nothing where that can't be."""
        self._file = cache / _FILE
        self._states: dict[str, ReaderState] = {}
        with suppress(DamagedFileError, OSError, TypeError, AttributeError, ValueError):
            for url, (since, entries) in load_sealed(self._file, links=False).items():
                known = {int(one): KnownEntry(*said) for one, said in entries.items()}
                self._states[url] = ReaderState(since, known)

    def of(self, url: str) -> ReaderState:
        """Give what is remembered of a reader."""
        return self._states.get(url, ReaderState(0, {}))

    def keep(self, url: str, state: ReaderState) -> None:
        """Remember it on the disk; where that can't be, the next update asks for more."""
        newest = sorted(state.entries)[-_MOST:]
        entries = {one: state.entries[one] for one in newest}
        self._states[url] = state._replace(entries=entries)
        sweep_beside(self._file)
        with suppress(OSError):
            save_sealed(self._file, self._states, sure=False)
