"""The library opened, brought up to date and searched again, behind the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library.story_counts import StoryCounts
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search import ArticleId, FirstPage, Hit, SearchError, SyncProgress, SyncReport
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.results import Results
    from tui.screens.library.status import Status
    from tui.session.session import Session


class Upkeep:
    """Listens to the session of a library, and keeps what is shown up to date.

    Args:
        screen: shows the library.
        session: the library.
        results: what the search line found.
        status: says what goes on.
        sync: whether to look for changed files at the start.
    """

    def __init__(
        self,
        screen: CommandScreen,
        session: Session,
        results: Results,
        status: Status,
        *,
        sync: bool,
    ) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._status = status
        self._sync = sync
        results.when_answered = self._answered
        self.stories = StoryCounts(screen, session, self._count)

    def first_page_loaded(self, first_page: FirstPage) -> None:
        """Show what an empty search found last time, until the index answers."""
        self._results.show_first_page(first_page)

    def library_opened(self) -> None:
        """Search what the index knows already."""
        self._results.ask(self._screen.query_one(SearchLine).value)

    def progressed(self, progress: SyncProgress) -> None:
        """Say how far the sync has come; search again when more can be found."""
        if self._session.update_count(progress.articles):
            self._results.ask()
        self._status.progressed(progress)

    def synced(self, report: SyncReport) -> None:
        """Search again if anything has changed, keeping the place in the list."""
        self._status.synced(report)
        if report.news or self._results.answer is None:
            self._results.ask()
        else:
            self._results.say_empty()
        self.stories.refresh()
        self._screen.refresh_bindings()
        self._screen.post_message(self._screen.Idle())

    def failed(self, error: SearchError) -> None:
        """Say what went wrong."""
        self._results.went_wrong(error)

    def notices_posted(self, sentences: tuple[str, ...]) -> None:
        """Say what the library has to say besides answers."""
        self._screen.warn(sentences)

    def seen(self, rows: Mapping[int, Hit]) -> None:
        """Count the other versions of articles that come into view."""
        self.stories.see(hit.head.id for hit in rows.values())

    def _answered(self) -> None:
        """Look for changed files, once; before the first search it would only hold that up."""
        if self._sync:
            self._sync = False
            self._session.sync()

    def _count(self, others: Mapping[ArticleId, int]) -> None:
        self._results.list.show_story_counts(others)
