"""What the search line found, shown in the list and the sources pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tui.routes import SORTS, LibraryRoute, Lighting
from tui.screens.library import text
from tui.screens.library.facet_lines import Facets
from tui.screens.library.query_filters import bare, chosen
from tui.session.requests import Question, ResultPage, RowRange
from tui.session.search_worker import SearchWorker
from tui.widgets.article_list import ArticleList
from tui.widgets.search_line import SearchLine
from tui.widgets.sources_pane import SourcesPane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from search import Answer, ArticleId, FirstPage, Hit, SearchError, Sort
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.status import Status
    from tui.session.session import Session


class Results:
    """Keeps list, sources and the line of status true to the search line.

    The last good answer stays on screen while the query is unfinished or malformed.

    Args:
        screen: has all these.
        session: the library.
        status: is told of answers and of what is wrong.
        first: the search to begin with.
        shown: is given the page of an answer that is shown.
        filled: is given further rows that are shown.

    Attributes:
        answer: what is shown; None before the first.
        sort: the order that is wanted.
        when_answered: is called when a search has been answered, or it is known what is wrong with it.
    """

    def __init__(
        self,
        screen: CommandScreen,
        session: Session,
        status: Status,
        first: str,
        shown: Callable[[ResultPage], None],
        filled: Callable[[Mapping[int, Hit]], None],
    ) -> None:
        self.answer: Answer | None = None
        self.sort: Sort = "relevance"
        self.when_answered: Callable[[], None] | None = None
        self._screen = screen
        self._session = session
        self._status = status
        self._shown = shown
        self._filled = filled
        self._asked = first, False
        self._answered = Lighting(first)
        self._facets = Facets()
        self._asked_again = False
        self.worker = SearchWorker(
            screen,
            session,
            self.take,
            lambda _, error: self._refuse(error),
            self._fill,
            lambda _, error: self.went_wrong(error),
        )

    @property
    def list(self) -> ArticleList:
        """The list of articles."""
        return self._screen.query_one(ArticleList)

    @property
    def article_id(self) -> ArticleId | None:
        """The article of the current row, where it is known."""
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
        """What is lit in an article that was found."""
        return self._answered if self.answer else None

    @property
    def route(self) -> LibraryRoute:
        """The search that is shown, and the article of the current row."""
        if self.answer is None:
            return LibraryRoute(self._asked[0], self.sort)
        return LibraryRoute(self._answered.query, self.answer.sort, self.article_id)

    def ask(
        self, query: str | None = None, *, typing: bool = False, kept: ArticleId | None = None
    ) -> None:
        """Search, or search again; the answer is shown when it comes, at the article kept."""
        query, typing = self._asked if query is None else (query, typing)
        self._asked = query, typing
        if not self._session.is_open:
            return
        before = self.answer
        if before is not None and (before.query.text, before.sort) == (query, self.sort):
            kept = kept or self.article_id
        rows = self.list.window
        self.worker.searches.ask(Question(query, self.sort, typing, rows, kept))

    def search_for(self, query: str, kept: ArticleId | None = None) -> None:
        """Put a whole query into the search line, and search for it."""
        self._screen.query_one(SearchLine).set_text(query)
        self.ask(query, kept=kept)

    def sort_next(self) -> None:
        """Search in the next order."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self.ask(self._screen.query_one(SearchLine).value)

    def suggest(self) -> None:
        """Search for the spelling that is suggested, if one is."""
        if self.answer is not None and self.answer.suggestion:
            self.search_for(self.answer.suggestion)

    def show_first_page(self, first_page: FirstPage) -> None:
        """Show what an empty search found last time, until the index answers."""
        if self.answer is None:
            self._answered = Lighting(first_page.answer.query.text)
            self.show(ResultPage(first_page.answer, 0, dict(enumerate(first_page.rows))))

    def take(self, question: Question, page: ResultPage) -> None:
        """Show an answer, at the row the user is on by now."""
        self._tell_answered()
        kept, here = question.kept, self.article_id
        stays = kept is None or here in (None, kept) or self._differs(question)
        moved = page if stays else page.moved_to(here)
        if moved is None and not self._asked_again:
            self._asked_again = True
            self.ask()  # the user has gone on to another row meanwhile, so its place is asked for
            return
        self._asked_again = False
        if self._differs(question) and self.answer is not None:
            self._screen.post_message(self._screen.SearchLeft(self.route))
        self._answered = Lighting(question.text, question.typing)
        self.show(moved or page)

    def _refuse(self, error: SearchError) -> None:
        """Say what is wrong with a search; what was found last stays."""
        self._tell_answered()
        self._status.refused(error)

    def _tell_answered(self) -> None:
        if self.when_answered is not None:
            self.when_answered()

    def _differs(self, question: Question) -> bool:
        """Tell whether another search is shown than the one whose row was to be kept."""
        shown = self.answer
        return shown is None or (shown.query.text, shown.sort) != (question.text, question.sort)

    def show(self, page: ResultPage) -> None:
        """Show an answer: list, counts, and how it was read."""
        answer = self.answer = page.answer
        if answer.total:
            self.list.show(answer, answer.total, page.rows, page.index)
        else:
            self.say_empty()
        figures = text.figures(answer, self._session.articles)
        self._screen.query_one("#figures", Static).update(figures)
        facets = self._facets.lines(answer, self._status.report)
        self._screen.query_one(SourcesPane).show(facets)
        self._status.answered(answer)
        self._shown(page)

    def want(self, answer: object, places: range) -> None:
        """Fetch rows that come into view."""
        if self.answer is not None and answer is self.answer and self._session.is_open:
            self.worker.rows.ask(RowRange(self.answer, places))

    def went_wrong(self, error: SearchError) -> None:
        """Say what failed; without a library there is nothing else to show."""
        self._status.went_wrong(error)
        if not (self._session.is_open and self.total):
            self.list.show_note(str(error))

    def say_empty(self) -> None:
        """Say why the list is empty."""
        answer = self.answer
        if answer is None or answer.total:
            return
        if self._session.syncing and not self._session.articles:
            said = text.still_reading(None)
        elif bare(answer.query.text) or chosen(answer.query.text) != (None, None):
            said = text.nothing_found(answer)
        else:
            said = text.no_articles(self._session.library)
        self.list.show_note(said)

    def _fill(self, span: RowRange, rows: dict[int, Hit]) -> None:
        self.list.add_rows(span.answer, rows)
        self._filled(rows)
