"""Watching the folder of a library."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from search.library.watching.network_disks import on_network_disk
from search.library.watching.polled_changes import polled_changes
from search.library.watching.system_watch import UnwatchedError, system_changes
from search.library.watching.watched_folders import WatchedFolders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from search.library.location import Location

_AGAIN = 1.0
"""Seconds between two looks for a folder that isn't there."""
_CLOCKS = 1.0
"""Seconds by which the times of a file may be behind."""


class FolderWatch:
    """Tells when something in a library's folder changes, to be looked at by a sync.

    Only files that may hold articles count, and folders; nothing hidden does. One thread takes the
    changes, any may end it.
    """

    def __init__(self, where: Location, passed_over: Collection[Path] = ()) -> None:
        """Take a library that is about to be synced, and folders that aren't watched; see `WatchedFolders`."""
        self._watched = WatchedFolders(where, passed_over)
        self._since = time.time() - _CLOCKS
        self._over = Event()

    def end(self) -> None:
        """End it; `changes` does within a second."""
        self._over.set()

    def changes(self) -> Iterator[Path | None]:
        """Yield after each burst of changes, within a second of it: the file if only one changed.

        Told by the system where it can (see `system_changes`), else found by looking (see
        `polled_changes`). A folder that goes away is waited for. Never raises.
        """
        if not on_network_disk(self._watched.where.root):
            try:
                yield from self._told()
            except UnwatchedError:
                pass
            else:
                return
        for _ in polled_changes(self._watched, self._over):
            yield None

    def _told(self) -> Iterator[Path | None]:
        """Yield what the system tells; raise UnwatchedError where it doesn't."""
        again = gone = False
        while not self._over.is_set():
            self._watched.look()
            if not self._watched.folders:
                if not gone:
                    yield None
                again = gone = True
                self._over.wait(_AGAIN)
                continue
            yield from self._burst_by_burst(again=again)
            again, gone = True, False

    def _burst_by_burst(self, *, again: bool) -> Iterator[Path | None]:
        """Yield what the system tells of the folders there are, until others are."""
        watched = self._watched
        for burst in system_changes(watched.folders, self._over):
            if not burst:  # from here on all is told; what came before, in the meantime, isn't
                if again or watched.newest() >= self._since:
                    yield None
                continue
            concerned = [path for path in burst if watched.concerns(path)]
            if any(map(watched.is_folder, concerned)):
                return  # whoever watches the new folders looks at all there is
            if concerned:
                yield Path(concerned[0]) if len(concerned) == 1 else None
