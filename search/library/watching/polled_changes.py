"""Changes as they are found by looking, where the system doesn't tell them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

    from search.library.watching.watched_folders import WatchedFolders

_SOONEST = 1.0
"""Seconds between two looks at least."""
_PAUSE = 100
"""How many times as long as a look took, no other of its kind is taken: each takes 1 % of the time."""


def polled_changes(watched: WatchedFolders, over: Event) -> Iterator[None]:
    """Yield each time something has changed, until `over` is set.

    Folders are looked at each second, which shows what comes and goes, and files as often as
    `_PAUSE` allows: of 1,000 each second or two, of 100,000 each minute. Cost: 2 % of a core, or of
    the time of whoever has the disk.
    """
    watched.look()
    folders, files = watched.state_of_folders(), watched.state_of_files()
    soon = late = time.monotonic() + _SOONEST
    while not over.wait(max(0.0, min(soon, late) - time.monotonic())):
        begun = time.monotonic()
        if not watched.folders:  # the library isn't there, or wasn't just now
            watched.look()
        seen = watched.state_of_folders()
        soon = time.monotonic() + _pause(begun)
        if changed := seen != folders:  # folders may have come, which are watched from now on
            watched.look()
            folders = watched.state_of_folders()
        if begun >= late:
            changed, files = _look(watched, files, changed=changed)
            late = time.monotonic() + _pause(begun)
        if changed:
            yield


def _look(watched: WatchedFolders, files: int, *, changed: bool) -> tuple[bool, int]:
    """Look at each file; tell whether anything changed, and what is seen now."""
    seen = watched.state_of_files()
    return changed or seen != files, seen


def _pause(begun: float) -> float:
    return max(_SOONEST, _PAUSE * (time.monotonic() - begun))
