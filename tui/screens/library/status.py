"""The state of a search and its library, shown in the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library import text
from tui.screens.library.search_status import status_text
from tui.widgets.search_line import SearchLine
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search import Answer, FeedUpdate, SearchError, SyncProgress, SyncReport
    from tui.screens.command_screen import CommandScreen
    from tui.session.session import Session


class Status:
    """Collects what the status line shows.

    Attributes:
        fault: what is wrong with the last search.
        report: the result of the last sync.
        folded: how many more articles have the words of the search in folded text only.
        feeds: what of the last update of feeds failed.
    """

    def __init__(self, screen: CommandScreen, session: Session) -> None:
        self.fault: SearchError | None = None
        self.report: SyncReport | None = None
        self.folded = 0
        self.feeds: tuple[FeedUpdate, ...] = ()
        self._screen = screen
        self._session = session
        self._answer: Answer | None = None
        self._error_note = ""
        self._progress: SyncProgress | None = None
        self._task = ""
        self._late = False
        self._stop: Callable[[], object] | None = None
        self._busy = False

    @property
    def suggests(self) -> bool:
        """Whether a spelling is suggested."""
        return self._answer is not None and self._answer.suggestion is not None

    @property
    def failed(self) -> bool:
        """Whether some files could not be read, or were passed over, or feeds failed."""
        files = self.report is not None and bool(self.report.failed or self.report.skipped)
        return files or bool(self.feeds)

    def set_answer(self, answer: Answer) -> None:
        """Set an answer, which clears the fault."""
        self._answer, self.fault, self.folded = answer, None, 0
        self.update()

    def set_folded(self, count: int) -> None:
        """Set how many more articles an answer would have with folded text."""
        if count != self.folded:
            self.folded = count
            self.update()

    def set_fault(self, fault: SearchError) -> None:
        """Set what is wrong with a search."""
        self.fault = fault
        self.update()

    def set_progress(self, progress: SyncProgress) -> None:
        """Set how far a sync has come."""
        self._progress = progress
        self.update()

    @property
    def busy(self) -> bool:
        """Whether something is going on, which only one thing does at a time."""
        return self._busy

    @property
    def stoppable(self) -> bool:
        """Whether something is going on that can be stopped."""
        return self._stop is not None

    def begin_task(self, stop: Callable[[], object] | None) -> None:
        """Have something go on until `end_task`, which `stop` stops, if the user may."""
        self._stop, self._busy = stop, True
        self._screen.refresh_bindings()

    def tell_task(self, said: str) -> None:
        """Say how far that is, while it goes on."""
        if self._busy:
            self._task = said
            self.update()

    def stop_task(self) -> None:
        """Stop it."""
        if self._stop is not None:
            self._stop()

    def end_task(self) -> None:
        """Have it end."""
        self._task, self._stop, self._busy = "", None, False
        self.update()
        self._screen.refresh_bindings()

    def list_failures(self) -> None:
        """Show the files that were not read and the feeds that failed, if there are any."""
        if self.failed:
            failed = text.failure_list(self.report, self.feeds)
            heading = "What failed" if self.feeds else "Files that were not read"
            self._screen.post_message(self._screen.ShowText(heading, failed))

    def set_feeds(self, failed: Sequence[FeedUpdate]) -> None:
        """Set what of an update of feeds failed."""
        self.feeds = tuple(failed)
        self.update()

    def set_report(self, report: SyncReport) -> None:
        """Set the result of a sync."""
        self.report, self._progress = report, None
        self._error_note = text.rebuilt_note(report)
        self.update()

    def set_error(self, error: SearchError) -> None:
        """Set what is wrong with the library."""
        self._error_note = text.error_note(error)
        self.update()

    def set_late(self, *, late: bool) -> None:
        """Set whether the answer is late, so that what is shown is that of an earlier search."""
        if late != self._late:
            self._late = late
            self.update()

    def forget_error(self) -> None:
        """Take it that the library is well again."""
        self._error_note = text.rebuilt_note(self.report) if self.report else ""
        self.update()

    def update(self) -> None:
        """Update the status line."""
        aside = self._error_note or text.failures(self.report, self.feeds)
        if self._session.syncing:
            aside = text.still_reading(self._progress)
        aside = self._task or (text.late(self._answer) if self._late else aside)
        line = self._screen.query_one(SearchLine)
        line.suggesting = self.suggests
        shown = status_text(self._answer, self.fault, line, aside, self.folded)
        self._screen.query_one(StatusLine).show(shown)
