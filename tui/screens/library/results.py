"""The results of a search, shown in the list and the sources pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tui.routes import SORTS, LibraryRoute, Lighting
from tui.screens.library import text
from tui.screens.library.filters.facet_lines import Facets
from tui.screens.library.filters.query_filters import bare, chosen
from tui.session.requests import Question, ResultPage, RowRange
from tui.session.search_worker import SearchWorker
from tui.widgets.article_list import ArticleList
from tui.widgets.filters.month_strip import MonthStrip
from tui.widgets.filters.sources_pane import SourcesPane
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from search import Answer, ArticleId, FirstPage, Hit, SearchError, Sort
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.status import Status
    from tui.session.requests import Aside
    from tui.session.session import Session


class Results:
    """Keeps list, sources and status line up to date with the search line.

    The last valid answer stays on screen while the query is unfinished or malformed.

    Args:
        screen: the screen with these widgets.
        session: the library.
        status: receives answers and faults.
        first: the first search.

    Attributes:
        answer: the answer shown; None before the first.
        sort: the chosen order; None while what is best, or newest without words, comes first.
        facets: the counts of the answer, by source and month.
        when_answered: called when a search has an answer or a fault.
        arrange: called to show the panes that an answer wants.
        when_shown: called with the page of an answer that is shown.
        when_filled: called with further rows that are shown.
        when_failed: called with why there is no answer, or no rows.
        when_asked: called when a search is begun.
    """

    def __init__(
        self,
        screen: CommandScreen,
        session: Session,
        status: Status,
        first: str,
    ) -> None:
        self.answer: Answer | None = None
        self.sort: Sort | None = None
        self.when_answered: Callable[[], None] | None = None
        self.arrange: Callable[[], None] = lambda: None
        self.when_shown: Callable[[ResultPage], None] = lambda _: None
        self.when_filled: Callable[[Mapping[int, Hit]], None] = lambda _: None
        self.when_failed: Callable[[SearchError], None] = lambda _: None
        self.when_asked: Callable[[], None] = lambda: None
        self._screen = screen
        self._session = session
        self._status = status
        self._request = first, False
        self._answered = Question(first, None, typing=False, rows=0)
        self.facets = Facets()
        self._repeated = False
        self._chosen = False
        self._going: tuple[str, ArticleId] | None = None
        self.worker = SearchWorker(
            screen,
            session,
            self.take_answer,
            lambda _, error: self._take_fault(error),
            self._add_rows,
            lambda _, error: self.show_error(error),
            self._add_aside,
        )

    @property
    def list(self) -> ArticleList:
        """The list of articles."""
        return self._screen.query_one(ArticleList)

    @property
    def article_id(self) -> ArticleId | None:
        """The article of the current row; None if it isn't known."""
        index = self.list.index
        if index is None or self.answer is None:
            return None
        return self.answer.found.known_id(index)

    @property
    def total(self) -> int | None:
        """How many articles were found; None before the first answer."""
        return self.answer.total if self.answer else None

    @property
    def lighting(self) -> Lighting | None:
        """What is highlighted in an article that was found."""
        shown = self._answered
        return Lighting(shown.text, shown.typing) if self.answer else None

    @property
    def route(self) -> LibraryRoute:
        """The search that is shown, and the article of the current row."""
        if self.answer is None:
            return LibraryRoute(self._request[0], self.sort)
        return LibraryRoute(self._answered.text, self._answered.sort, self.article_id)

    def ask(
        self, query: str | None = None, *, typing: bool = False, kept: ArticleId | None = None
    ) -> None:
        """Search, or search again; the article `kept` becomes the current row if it is found."""
        query, typing = self._request if query is None else (query, typing)
        self._request = query, typing
        if not self._session.is_open:
            return
        if kept is None and self._going is not None and self._going[0] == query:
            kept = self._going[1]  # a sync asked again before its answer was there
        before, index, goes = self._answered, 0, kept is not None
        self._going = (query, kept) if kept is not None else None
        if self.answer is not None:
            again = (before.text, before.sort, before.typing) == (query, self.sort, typing)
            cleared = before.text and not query
            if again and kept is None:
                index = self.list.index or 0  # whose article may have gone
            kept = kept or (self.article_id if self._chosen or again or cleared else None)
        rows = self.list.window
        self.worker.searches.ask(Question(query, self.sort, typing, rows, kept, index, goes))
        self.when_asked()

    def settle(self) -> bool:
        """Search for the very words of the search line, whose last one isn't unfinished any more.

        Tells whether they can be read: what is left open is told only then.
        """
        query, typing = self._request
        if typing:
            self.ask(query)
        return self.answer is None or not self.answer.query.unfinished

    def choose(self) -> None:
        """Have the current row's article stay the current one, in whatever search it is found."""
        self._chosen = True

    def search_for(self, query: str, kept: ArticleId | None = None) -> None:
        """Put a complete query into the search line, and search."""
        self._screen.query_one(SearchLine).set_text(query)
        self.ask(query, kept=kept)

    def sort_next(self) -> None:
        """Search in the next order; without words none fits better than another, so not by that."""
        if self.answer is None:
            return
        shown, own = self.answer.sort, self.answer.own_sort
        orders = [one for one in SORTS if one != "relevance" or own == "relevance"]
        following = orders[(orders.index(shown) + 1) % len(orders) if shown in orders else 0]
        self.sort = following if following != own else None
        self.ask(self._screen.query_one(SearchLine).value)

    def suggest(self) -> bool:
        """Search for the suggested spelling, if one is shown; tell whether there is."""
        if not self._status.suggests or self.answer is None or not self.answer.suggestion:
            return False
        self.search_for(self.answer.suggestion)
        return True

    def show_first_page(self, first_page: FirstPage) -> None:
        """Show the results saved by the last run, until there is an answer."""
        if self.answer is None:
            self._answered = Question(first_page.answer.query.text, None, typing=False, rows=0)
            self.show(ResultPage(first_page.answer, 0, dict(enumerate(first_page.rows))))

    def take_answer(self, question: Question, page: ResultPage) -> None:
        """Show an answer, at the row where the user is by now."""
        self._report_answered()
        kept, current = question.kept, self.article_id
        self._going = None
        stays = kept is None and not self._chosen
        keeps_row = stays or question.goes or current in (None, kept) or self._differs(question)
        moved = page if keeps_row else page.moved_to(current)
        if moved is None and not self._repeated:
            self._repeated = True
            self.ask()  # the user has moved to another row meanwhile, whose index isn't known
            return
        self._repeated = False
        if self._differs(question) and self.answer is not None:
            self._screen.post_message(self._screen.SearchLeft(self.route))
        self._answered = question
        self.show(moved or page)
        self.worker.aside.ask(page.answer)

    def _take_fault(self, error: SearchError) -> None:
        """Show what is wrong with a search; the last results stay."""
        self._going = None
        self._report_answered()
        self._status.set_fault(error)
        self.when_failed(error)

    def _report_answered(self) -> None:
        if self.when_answered is not None:
            self.when_answered()

    def _differs(self, question: Question) -> bool:
        """Tell whether the search shown is another than the question's."""
        shown = self._answered
        return self.answer is None or (shown.text, shown.sort) != (question.text, question.sort)

    def show(self, page: ResultPage) -> None:
        """Show an answer: list, counts, and how the query was read."""
        before = self.article_id
        answer = self.answer = page.answer
        if answer.total:
            self.list.show(answer, answer.total, page.rows, page.index)
        else:
            self.show_empty_note()
        figures = self._screen.query_one("#figures", Static)
        figures.update(text.figures(answer, self._session.articles))
        figures.set_class(answer.query.unfinished, "-unfinished")
        self.facets.set_answer(answer, self._status.report)
        self._show_facets()
        self._chosen = self._chosen and self.article_id == before
        self._status.set_answer(answer)
        self.arrange()  # the timeline is there where months are chosen
        self.when_shown(page)

    def request_rows(self, answer: object, places: range) -> None:
        """Load rows that come into view."""
        if self.answer is not None and answer is self.answer and self._session.is_open:
            self.worker.rows.ask(RowRange(self.answer, places))

    def show_error(self, error: SearchError) -> None:
        """Show what failed; without a library it is shown in the place of the list."""
        self._status.set_error(error)
        self.when_failed(error)
        if not (self._session.is_open and self.total):
            self.list.show_note(str(error))

    def show_empty_note(self) -> None:
        """Show why the list is empty."""
        answer = self.answer
        if answer is None or answer.total:
            return
        if self._session.syncing and not self._session.articles:
            note = text.still_reading(None)
        elif bare(answer.query.text) or chosen(answer.query.text).any:
            note = text.nothing_found(answer, self._status.folded)
        else:
            note = text.no_articles(self._session.library, self._status.report)
        self.list.show_note(note)

    def _show_facets(self) -> None:
        self._screen.query_one(SourcesPane).show(self.facets.lines())
        filters = self.facets.filters
        strip = self._screen.query_one(MonthStrip)
        strip.show(self.facets.months, filters.months, dated=filters.dated)

    def _add_aside(self, answer: Answer, aside: Aside) -> None:
        if answer is self.answer:
            self.facets.take(aside)
            self._show_facets()
            self._status.set_folded(aside.folded)
            self.show_empty_note()

    def _add_rows(self, span: RowRange, rows: dict[int, Hit]) -> None:
        self.list.add_rows(span.answer, rows)
        self.when_filled(rows)
