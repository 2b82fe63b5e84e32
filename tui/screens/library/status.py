"""How a search and its library are doing, said in the line below the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library import text
from tui.screens.library.search_status import status_text
from tui.widgets.search_line import SearchLine
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.screen import Screen

    from search import Answer, SearchError, SyncProgress, SyncReport
    from tui.session.session import Session


class Status:
    """Keeps what is to be said, and says it.

    Attributes:
        fault: what is wrong with the search that was asked last.
        report: what the last look for changed files found.
    """

    def __init__(self, screen: Screen[None], session: Session) -> None:
        self.fault: SearchError | None = None
        self.report: SyncReport | None = None
        self._screen = screen
        self._session = session
        self._answer: Answer | None = None
        self._trouble = ""
        self._progress: SyncProgress | None = None

    @property
    def suggests(self) -> bool:
        """Whether another spelling is known that finds more."""
        return self._answer is not None and self._answer.suggestion is not None

    @property
    def failed(self) -> bool:
        """Whether files could not be read."""
        return self.report is not None and bool(self.report.failed)

    def answered(self, answer: Answer) -> None:
        """Take an answer; what was wrong before is right now."""
        self._answer, self.fault = answer, None
        self.say()

    def refused(self, fault: SearchError) -> None:
        """Take what is wrong with a search."""
        self.fault = fault
        self.say()

    def progressed(self, progress: SyncProgress) -> None:
        """Take how far a look for changed files has come."""
        self._progress = progress
        self.say()

    def synced(self, report: SyncReport) -> None:
        """Take what a look for changed files found."""
        self.report, self._progress = report, None
        self._trouble = text.rebuilt(report)
        self.say()

    def went_wrong(self, error: SearchError) -> None:
        """Take what is wrong with the library."""
        self._trouble = text.trouble(error)
        self.say()

    def say(self) -> None:
        """Say how the search was read or what is wrong, and what goes on."""
        aside = self._trouble or text.failures(self.report)
        if self._session.syncing:
            aside = text.still_reading(self._progress)
        line = self._screen.query_one(SearchLine)
        line.suggesting = self.suggests
        self._screen.query_one(StatusLine).show(status_text(self._answer, self.fault, line, aside))
