"""Keeping the library screen up to date: opening, syncing, searching again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.screens.library.archive_waiting import ArchiveWaiting
from tui.screens.library.incoming.bringing_in import BringingIn
from tui.screens.library.incoming.feed_updates import FeedUpdates
from tui.screens.library.marking import Marking, Wanted
from tui.screens.library.newcomers import Newcomers
from tui.screens.library.saved_lines import SavedLines
from tui.screens.library.story_counts import StoryCounts
from tui.session.change_watch import ChangeWatch
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search import ArticleId, FirstPage, Hit, SearchError, SyncProgress, SyncReport
    from tui.screens.library.current_article import CurrentArticle
    from tui.screens.library.places import Places
    from tui.screens.library.results import Results
    from tui.screens.library.status import Status
    from tui.screens.reading.reading_screen import ReadingScreen
    from tui.session.requests import ResultPage
    from tui.session.session import Session

Task: TypeAlias = Wanted | Literal["look again", "failures", "bring in", "update feeds"]


class Upkeep:
    """Listens to the session of a library, and updates what is shown.

    Args:
        screen: the library's screen.
        session: the library.
        results: the results of the search.
        status: the status line.
        places: the searches made so far.
        current: the article that is read.
        sync: whether to sync changed files at the start and, unless the settings say otherwise,
            whatever changes from then on.
    """

    def __init__(
        self,
        screen: ReadingScreen,
        session: Session,
        results: Results,
        status: Status,
        places: Places,
        current: CurrentArticle,
        *,
        sync: bool,
    ) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._status = status
        self._places = places
        self._current = current
        self._feeds = FeedUpdates(screen, session, status)
        self._watch = ChangeWatch(screen, session, self._streaming)
        self.bringing_in = BringingIn(
            screen, session, results, current, lambda: self._feeds.running
        )
        self._feeds.may_begin = lambda: not self.bringing_in.open
        self.saved = SavedLines(screen, session, results)
        self._newcomers = Newcomers(screen, session, results)
        self._sync = sync
        self._waiting = ArchiveWaiting(screen, session, results, status)
        results.when_asked, results.when_failed = self._waiting.asked, self._waiting.failed
        self._watches = sync and session.chosen.watch
        results.when_answered = self._answered
        results.when_shown, results.when_filled = self._page_shown, self._rows_added
        self.stories = StoryCounts(screen, session, self._count)
        self.marking = Marking(screen, session, results, status, self.stories.refresh)

    def first_page_loaded(self, first_page: FirstPage) -> None:
        """Show the results saved by the last run, until there is an answer."""
        self._results.show_first_page(first_page)

    def library_opened(self) -> None:
        """Run the search on the index as it is."""
        self._results.ask(self._screen.query_one(SearchLine).value)
        self.marking.begin()
        self._feeds.begin()
        self._places.load()
        self.saved.begin()
        self._screen.keep_places()
        self._screen.post_message(self._screen.Opened())

    def _streaming(self) -> bool:
        """Tell whether articles may be coming in here, one after another."""
        return self._feeds.running or self.bringing_in.open

    def do(self, what: Task) -> None:
        """Do something that a command asks for."""
        match what:
            case "look again":
                self._look_again()
            case "failures":
                self._status.list_failures()
            case "bring in":
                self.bringing_in.ask()
            case "update feeds":
                self._feeds.ask()
            case _:
                self.marking.do(what)

    def _look_again(self) -> None:
        """Look for new and changed files, once the library is open."""
        if self._session.is_open:
            self._newcomers.expect()
            self._session.sync()
            self._status.update()

    def progressed(self, progress: SyncProgress) -> None:
        """Show how far the sync has come; search again if articles were added."""
        if self._session.update_count(progress.articles):
            self._results.ask()
        self._status.set_progress(progress)

    def synced(self, report: SyncReport) -> None:
        """Search again if anything has changed, keeping the current row."""
        self._status.set_report(report)
        if report.news or self._results.answer is None:
            self._results.ask()
        else:
            self._results.show_empty_note()
        self._watch.synced()
        self._newcomers.look()
        self.saved.refresh()
        self.stories.refresh()
        self._screen.refresh_bindings()
        self._screen.post_message(self._screen.Idle())

    def failed(self, error: SearchError) -> None:
        """Show the error, unless that is only that another program took in the same change first."""
        from search import IndexLockedError  # noqa: PLC0415 - loaded with the desk

        by_itself = self._watch.synced(failed=True)
        if not (by_itself and isinstance(error, IndexLockedError)):
            self._results.show_error(error)

    def end(self) -> None:
        """Stop what goes on beside the session."""
        self.stories.forget()
        self._watch.end()

    def notices_posted(self, sentences: tuple[str, ...]) -> None:
        """Show the library's notices."""
        self._screen.warn(sentences)

    def _page_shown(self, page: ResultPage) -> None:
        self._waiting.answered()
        self.saved.show()
        self._current.show(page.reading)
        self._rows_shown(page.rows)

    def _rows_added(self, rows: Mapping[int, Hit]) -> None:
        self._current.rows_added()
        self._rows_shown(rows)

    def _rows_shown(self, rows: Mapping[int, Hit]) -> None:
        """Count other versions of the articles that come into view."""
        self.stories.count_for(hit.head.id for hit in rows.values())

    def _answered(self) -> None:
        """Sync, once, and watch from then on; before the first search it would only delay that."""
        if self._watches:
            self._watches = False
            self._watch.begin()
        if self._sync:
            self._sync = False
            self._session.sync()

    def _count(self, others: Mapping[ArticleId, int]) -> None:
        self._results.list.show_story_counts(others)
