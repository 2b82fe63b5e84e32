"""Asking an archive again that failed, until it answers."""

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


class Healing:
    """Has the last search asked again where an archive failed to answer it.

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
        self._session = session
        self._results = results
        self._status = status
        self._pause = _FIRST
        self._timer: Timer | None = None

    def failed(self, error: SearchError) -> None:
        """Ask again after a while, if it is the archive that failed and not the query."""
        from search import QueryError  # noqa: PLC0415 - loaded with the desk, after the first frame

        if not is_archive(str(self._session.library)) or isinstance(error, QueryError):
            return
        self._stop()
        self._timer = self._screen.set_timer(self._pause, self._ask)
        self._pause = min(2 * self._pause, _LONGEST)

    def answered(self) -> None:
        """Take it that the archive is well."""
        if self._pause > _FIRST:
            self._status.forget_error()
        self._pause = _FIRST
        self._stop()

    def _ask(self) -> None:
        self._timer = None
        self._results.ask()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
