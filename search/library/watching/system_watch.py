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
_BEGUN = 200
"""Milliseconds without any change after which it is known that the folders are watched."""
_MOST_FOLDERS = 4_096
"""Folders that are watched at most: older systems give 8,192 to all programs of a user."""


class UnwatchedError(Exception):
    """The system can't tell changes of these folders."""


def system_changes(folders: Sequence[str], over: Event) -> Iterator[frozenset[str]]:
    """Yield the paths that changed, burst by burst, until `over` is set.

    An empty burst says, once, that the folders are watched. Folders in them aren't. Raises
    UnwatchedError without `watchfiles`, where folders are too many for the system or one of them
    isn't there. Cost at rest: waking ten times a second.
    """
    if len(folders) > _MOST_FOLDERS:
        raise UnwatchedError
    try:
        from watchfiles import watch  # noqa: PLC0415 - an extra, and loaded in a thread
    except ImportError:
        raise UnwatchedError from None
    begun = False
    try:
        for told in watch(
            *folders,
            watch_filter=None,
            debounce=_LONGEST,
            step=_QUIET,
            stop_event=over,
            rust_timeout=_BEGUN,
            yield_on_timeout=True,
            debug=False,
            raise_interrupt=False,
            force_polling=False,
            recursive=False,
            ignore_permission_denied=True,
        ):
            if told or not begun:
                begun = begun or not told
                yield frozenset(path for _, path in told)
    except (OSError, RuntimeError):  # its own error is one of these
        raise UnwatchedError from None
