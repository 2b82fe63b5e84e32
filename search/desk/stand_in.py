"""A folder of its own for the index of a library, for one run, where its cache can't be used."""

from __future__ import annotations

import os
import shutil
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from search.errors import SearchError
from search.library.folder_scan import scan
from search.run_folder import RunFolder, sweep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.library import Location

LARGEST = 64 << 20
"""Bytes of a library that is indexed for one run: about ten thousand articles, half a minute."""
_ROOM = 16 << 20
"""Bytes that are free there beyond those of the library."""
_MEMORY = "/dev/shm"  # noqa: S108 - a folder of one's own is made in it


class StandIn:
    """Is made when first asked for, and deleted when it is closed or the program ends.

    What a program that was killed left of its own is deleted then too, or before another is made.
    """

    def __init__(self, where: Location) -> None:
        self._where = where
        self._made: RunFolder | None = None

    @property
    def used(self) -> bool:
        """Whether it was asked for, and given."""
        return self._made is not None

    def folder(self) -> Path | None:
        """Give it; None if the library is too large, or if there is no room for it anywhere.

        It is among the system's temporary files, else in memory, where the system gives files there.
        """
        if self._made is None and (size := self._size()) <= LARGEST:
            sweep(_places())
            for place in _places():
                if _room(place) >= 2 * size + _ROOM:
                    self._made = RunFolder(place)
                    self._end = weakref.finalize(self, self._made.delete)
                    break
        return self._made.path if self._made else None

    def close(self) -> None:
        """Delete it."""
        if self._made is not None:
            self._end()
        sweep(_places())

    def _size(self) -> int:
        try:
            return sum(file.size for file in scan(self._where).files)
        except SearchError:
            return LARGEST + 1


def _places() -> Iterator[str]:
    for place in (os.environ.get("TMPDIR", ""), "/tmp", "/var/tmp", _MEMORY):  # noqa: S108 - as above
        if Path(place).is_absolute() and os.access(place, os.W_OK | os.X_OK):
            yield place


def _room(place: str) -> int:
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return 0
