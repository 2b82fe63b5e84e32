"""Changes as the system tells them, by `watchfiles`, an extra that only this module knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from threading import Event

_QUIET = 100
"""Milliseconds without a further change after which a burst is over; the thread wakes as often."""
_LONGEST = 1_000
"""Milliseconds after which a burst is told that isn't over."""
_MOST_FOLDERS = 4_096
"""Folders that are watched at most: older systems give 8,192 to all programs of a user."""


class UnwatchedError(Exception):
    """The system can't tell changes of these folders."""


def system_changes(folders: Sequence[str], over: Event) -> Iterator[frozenset[str]]:
    """Yield the paths that changed, burst by burst, until `over` is set.

    First comes an empty burst, once the folders are watched. Folders in them aren't. Raises
    UnwatchedError without `watchfiles`, where folders are too many for the system or one of them
    isn't there. Cost at rest: waking ten times a second.
    """
    if len(folders) > _MOST_FOLDERS:
        raise UnwatchedError
    try:
        from watchfiles._rust_notify import (  # noqa: PLC0415 - an extra, and loaded in a thread
            RustNotify,
            WatchfilesRustInternalError,
        )
    except ImportError:
        raise UnwatchedError from None
    try:
        watcher = RustNotify([*folders], False, False, 0, False, True)  # noqa: FBT003 - its interface
    except (OSError, WatchfilesRustInternalError):
        raise UnwatchedError from None
    try:
        yield frozenset()
        while not over.is_set():
            told = watcher.watch(_LONGEST, _QUIET, 0, over)
            if isinstance(told, set):
                yield frozenset(path for _, path in told)
    except WatchfilesRustInternalError:
        raise UnwatchedError from None
    finally:
        watcher.close()
