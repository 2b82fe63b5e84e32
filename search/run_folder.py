"""Folders for one run among the system's temporary files, and those that killed programs left there."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PREFIX = "diptych-run-"
_HELD = "held"
"""A file in the folder that its program keeps locked. The system lets go of it when that ends, however
it does, and whatever number a process has had before or in another container."""


class RunFolder:
    """A folder of one's own that is there as long as this program wants it.

    Attributes:
        path: where it is; only the user can look into it.
    """

    def __init__(self, place: str) -> None:
        """Make it in a place; raise OSError."""
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        made = self.path / f"{_HELD}-"
        self._lock = os.open(made, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with suppress(OSError):  # without locks nobody sweeps
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            made.rename(self.path / _HELD)  # it is never there unlocked while this program runs

    def delete(self) -> None:
        """Delete it with all there is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        with suppress(OSError):
            os.close(self._lock)


def sweep(places: Iterable[str]) -> None:
    """Delete the folders that are the user's own and whose programs are gone. Cost: a look at each place."""
    for place in dict.fromkeys(places):
        with suppress(OSError), os.scandir(place) as entries:
            for folder in [entry.path for entry in entries if entry.name.startswith(_PREFIX)]:
                _sweep(folder)


def _sweep(folder: str) -> None:
    with suppress(OSError):
        seen = os.lstat(folder)
        if not stat.S_ISDIR(seen.st_mode) or seen.st_uid != os.geteuid():
            return
        held = os.open(Path(folder, _HELD), os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(held)
