"""Waiting for an archive: said while it is late, and asked again where it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import is_archive

if TYPE_CHECKING:
    from textual.timer import Timer

    from search import SearchError
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.results import Results
    from tui.screens.library.status import Status
    from tui.session.session import Session

_FIRST, _LONGEST = 1.0, 30.0
"""Seconds before an archive is asked again: at first, and at most; twice as many each time."""
_LATE = 0.4
"""Seconds after which an answer is late."""


class ArchiveWaiting:
    """Says that what is shown isn't the answer yet, and has the search asked again where an archive failed.

    Libraries that are no archives answer at once, and nothing is done.

    Args:
        screen: owns the waiting, which ends with it.
        session: the library.
        results: asks.
        status: says what failed.
    """

    def __init__(
        self, screen: CommandScreen, session: Session, results: Results, status: Status
    ) -> None:
        self._screen = screen
        self._results = results
        self._status = status
        self._pause = _FIRST
        self._timer: Timer | None = None
        self._late: Timer | None = None
        self._away = is_archive(str(session.library))

    def asked(self) -> None:
        """Say so unless there is an answer soon."""
        if self._away and self._late is None:
            self._late = self._screen.set_timer(_LATE, lambda: self._status.set_late(late=True))

    def failed(self, error: SearchError) -> None:
        """Ask again after a while, if it is the archive that failed and not the query."""
        from search import QueryError  # noqa: PLC0415 - loaded with the desk, after the first frame

        self._in_time()
        if not self._away or isinstance(error, QueryError):
            return
        self._stop()
        self._timer = self._screen.set_timer(self._pause, self._ask)
        self._pause = min(2 * self._pause, _LONGEST)

    def answered(self) -> None:
        """Take it that the archive is well."""
        self._in_time()
        if self._pause > _FIRST:
            self._status.forget_error()
        self._pause = _FIRST
        self._stop()

    def _ask(self) -> None:
        self._timer = None
        self._results.ask()

    def _in_time(self) -> None:
        if self._late is not None:
            self._late.stop()
            self._late = None
            self._status.set_late(late=False)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
