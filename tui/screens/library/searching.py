"""Searching a library on screen: the search line, what it found, and keeping that up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tui.remembered import History
from tui.screens.article.finding import Finding
from tui.screens.library import text
from tui.screens.library.facet_lines import Facets
from tui.screens.library.query_filters import as_written, bare, chosen, filtered
from tui.screens.library.search_status import said
from tui.screens.overlay.sheet import Sheet
from tui.session.requests import Page, Question, Span, ToRead
from tui.widgets.article_list import ArticleList
from tui.widgets.reader import Reader
from tui.widgets.search_line import SearchLine
from tui.widgets.sources_pane import SourcesPane
from tui.widgets.status_line import SaidLine

if TYPE_CHECKING:
    from pathlib import Path

    from search import (
        Answer,
        ArticleId,
        Query,
        SearchError,
        Sort,
        SyncProgress,
        SyncReport,
    )
    from tui.session import events

_SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")


class Searching(Finding):
    """Keeps list, sources and the said line true to the search line.

    The last good answer stays on screen while the query is unfinished or malformed.
    """

    def __init__(
        self,
        library: Path,
        *,
        search: str | None,
        compare: tuple[str, str] | None,
        sync: bool,
    ) -> None:
        super().__init__(library)
        self._pair, self._first = compare, search or ""
        self._asked = self._first, False
        self._sync = sync
        self._history = History()
        self._facets = Facets()
        self._sort: Sort = "relevance"
        self._answer: Answer | None = None
        self._unknown = self._asked_again = False
        self._fault: SearchError | None = None
        self._trouble = ""
        self._report: SyncReport | None = None
        self._progress: SyncProgress | None = None

    @property
    def article_id(self) -> ArticleId | None:
        """The article of the current row."""
        index = self.query_one(ArticleList).index
        if index is None or self._answer is None:
            return None
        return self._answer.found.known_id(index)

    @property
    def asked(self) -> Query | None:
        """The search of now."""
        return self._answer.query if self._answer else None

    @property
    def found(self) -> int | None:
        """How many articles the search found; None before the first answer."""
        return self._answer.total if self._answer else None

    def offers(self, action: str) -> bool:
        """Tell whether an action makes sense now."""
        match action:
            case "suggest":
                return self._answer is not None and self._answer.suggestion is not None
            case "failures":
                return self._report is not None and bool(self._report.failed)
            case "open":
                return self.article_id is not None
            case _:
                return super().offers(action)

    def ask(self, text: str | None = None, *, typing: bool = False) -> None:
        """Search, or search again; the answer is shown when it comes."""
        text, typing = self._asked if text is None else (text, typing)
        self._asked = text, typing
        if not self.session.opened:
            return
        before = self._answer
        again = before is not None and (before.query.text, before.sort) == (text, self._sort)
        kept = self.article_id if again else None
        rows = self.query_one(ArticleList).window
        self.session.search.ask(Question(text, self._sort, typing, rows, kept))

    def search_for(self, text: str) -> None:
        """Put a whole query into the search line, and search for it."""
        self.query_one(SearchLine).put(text)
        self.ask(text)

    def remember(self) -> None:
        """Keep the search of now among the earlier ones."""
        self._history.remember(self.query_one(SearchLine).value)
        self.query_one(SearchLine).history = self._history.searches

    def say(self) -> None:
        """Say how the search was read or what is wrong, and what goes on."""
        self.warn(self._history.faults())
        aside = self._trouble or text.failures(self._report)
        aside = text.still_reading(self._progress) if self.session.syncing else aside
        line = self.query_one(SearchLine)
        line.suggesting = self.offers("suggest")
        self.query_one(SaidLine).show(said(self._answer, self._fault, line, aside))

    def on_session_fronted(self, event: events.Fronted) -> None:
        """Show what an empty search found last time, until the index answers."""
        if self._answer is None:
            front = event.front
            self.show_answer(Page(front.answer, 0, dict(enumerate(front.rows))))

    def on_session_opened(self) -> None:
        """Search what the index knows already."""
        self.ask(self.query_one(SearchLine).value)
        if self._pair is not None:
            self.session.resolving.ask(self._pair)

    def on_session_found(self, event: events.Found) -> None:
        """Show an answer; the first one starts the look for changed files."""
        self._look_for_changes()
        kept, here = event.question.kept, self.article_id
        page = event.page if kept in (None, here) else event.page.moved_to(here)
        if page is None and here is not None and not self._asked_again:
            self._asked_again = True
            self.ask()  # the user has gone on to another row meanwhile, so its place is asked for
        else:
            self._asked_again = False
            self.show_answer(page or event.page)

    def _look_for_changes(self) -> None:
        """Sync once; before the first search it would only hold that up."""
        if self._sync:
            self._sync = False
            self.session.sync()

    def show_answer(self, page: Page) -> None:
        """Show an answer: list, counts, and the article of the current row."""
        answer = self._answer = page.answer
        self._fault = None
        articles = self.query_one(ArticleList)
        if answer.total:
            articles.show(answer, answer.total, page.rows, page.index)
        else:
            articles.say(self._empty(answer))
        self.query_one("#figures", Static).update(text.figures(answer, self.session.articles))
        self.query_one(SourcesPane).show(self._facets.lines(answer, self._report))
        self.say()
        if page.reading is not None:
            self.session.reading.forget()
            self.show_reading(page.reading)
        else:
            self.read_current()

    def on_session_faulty(self, event: events.Faulty) -> None:
        """Say what is wrong with the query; what was found last stays."""
        self._fault = event.error
        self._look_for_changes()
        self.say()

    def on_session_rows(self, event: events.Rows) -> None:
        """Hand rows on to the list; read the current one if it wasn't known which it is."""
        self.query_one(ArticleList).fill(event.answer, event.rows)
        if self._unknown and self.article_id is not None:
            self.read_current()

    def on_session_progressed(self, event: events.Progressed) -> None:
        """Say how far the sync has come; search again when more can be found."""
        self._progress = event.progress
        if self.session.grown(event.progress.articles):
            self.ask()
        self.say()

    def on_session_synced(self, event: events.Synced) -> None:
        """Search again if anything has changed, keeping the place in the list."""
        report = self._report = event.report
        self._progress, self._trouble = None, text.rebuilt(report)
        if report.news or self._answer is None:
            self.ask()
        elif not self._answer.total:
            self.query_one(ArticleList).say(self._empty(self._answer))
        self.say()
        self.refresh_bindings()

    def on_session_failed(self, event: events.Failed) -> None:
        """Say what failed; without a library there is nothing else to show."""
        self._trouble = text.trouble(event.error)
        self.say()
        if not (self.session.opened and self._answer and self._answer.total):
            self.query_one(ArticleList).say(str(event.error))

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Search while it is typed."""
        self.ask(event.text, typing=True)

    def on_search_line_recalled(self, event: SearchLine.Recalled) -> None:
        """Search again for an earlier search."""
        self.ask(event.text)

    def on_search_line_suggestion_taken(self) -> None:
        """Search for the suggested spelling."""
        self.action_suggest()

    def on_sources_pane_picked(self, event: SourcesPane.Picked) -> None:
        """Add a filter to the search, or take it away; it is seen in the search line."""
        text = self.query_one(SearchLine).value
        source, month = chosen(text)
        facet = event.facet
        match facet.kind:
            case "source":
                source = facet.value if source != as_written(facet.value or "") else None
            case "month":
                month = facet.value if month != facet.value else None
            case _:
                source = month = None
        self.search_for(filtered(text, source, month))
        self.remember()

    def on_article_list_wanted(self, event: ArticleList.Wanted) -> None:
        """Fetch rows that come into view."""
        if self._answer is not None and event.answer is self._answer and self.session.opened:
            self.session.rows.ask(Span(self._answer, event.span))

    def on_article_list_chosen(self) -> None:
        """Read the article of the current row."""
        self.read_current()

    def read_current(self) -> None:
        """Have the article of the current row read, with the search lit in it."""
        article = self.article_id
        self._unknown = article is None and bool(self.found)
        if article is None:
            self.session.reading.forget()
            self.query_one(Reader).say("")
        else:
            self.session.reading.ask(ToRead(article, self.asked))
        self.refresh_bindings()

    def on_session_read(self, event: events.Read) -> None:
        """Show an article, unless another one is wanted by now."""
        if event.reading.article.id == self.article_id:
            self.show_reading(event.reading)

    def action_suggest(self) -> None:
        """Search for the suggested spelling."""
        if self._answer is not None and self._answer.suggestion:
            self.search_for(self._answer.suggestion)
            self.remember()

    def action_sort(self) -> None:
        """Sort by the next of relevance, newest, oldest."""
        self._sort = _SORTS[(_SORTS.index(self._sort) + 1) % len(_SORTS)]
        self.ask(self.query_one(SearchLine).value)

    def action_refresh(self) -> None:
        """Look for new and changed files."""
        if self.session.opened:
            self.session.sync()
            self.say()

    def action_failures(self) -> None:
        """List the files that could not be read."""
        if self._report is not None and self._report.failed:
            failed = text.failure_list(self._report.failed)
            self.app.push_screen(Sheet("Files that could not be read", failed))

    def _empty(self, answer: Answer) -> str:
        if self.session.syncing and not self.session.articles:
            return text.still_reading(None)
        if bare(answer.query.text) or chosen(answer.query.text) != (None, None):
            return text.nothing_found(answer)
        return text.no_articles(self.session.library)
