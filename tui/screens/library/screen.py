"""The library screen: sources, list and reader side by side, as far as they fit."""

from __future__ import annotations

from dataclasses import replace
from functools import partialmethod
from typing import TYPE_CHECKING, ClassVar

from tui.commands import bindings
from tui.routes import StoriesRoute, StoryRoute
from tui.screens.library.current_article import CurrentArticle
from tui.screens.library.filters.completion import Completion
from tui.screens.library.filters.pick_filters import PickFilters
from tui.screens.library.filters.query_filters import bare
from tui.screens.library.frame import frame
from tui.screens.library.layers import Layers
from tui.screens.library.panes import Panes
from tui.screens.library.places import Places
from tui.screens.library.results import Results
from tui.screens.library.source_pair import SourcePair
from tui.screens.library.status import Status
from tui.screens.library.upkeep import Upkeep
from tui.screens.reading.reading_screen import ReadingScreen
from tui.session.session import Session
from tui.session.standing_lists import StandingLists
from tui.session.surroundings import MarkedArticle, Surroundings
from tui.settings import Settings
from tui.widgets.article_list import ArticleList
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId
    from tui.commands import Home, Need
    from tui.render.article_page import Reading
    from tui.routes import LibraryRoute, Lighting, Pane
    from tui.screens.library.upkeep import Task
    from tui.session.mark_changes import ChosenArticle
    from tui.session.requests import ExportOffer
    from tui.widgets.filters.month_strip import MonthStrip
    from tui.widgets.filters.sources_pane import SourcesPane


class LibraryScreen(ReadingScreen):
    """Shows one library. Nothing that loads slowly is imported before the first frame.

    Args:
        library: a folder of articles, or one file.
        search: the first query.
        compare: two articles to compare at the start, as named by the user.
        sync: whether to sync changed files at the start.
        chosen: what the settings say; the defaults when None.
    """

    HOME: ClassVar[Home] = "library"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    AUTO_FOCUS = "#articles"

    def __init__(
        self,
        library: Path,
        *,
        search: str | None = None,
        compare: tuple[str, str] | None = None,
        sync: bool = True,
        chosen: Settings | None = None,
    ) -> None:
        chosen = chosen or Settings()
        super().__init__(lambda: self.session.desk, MarkedArticle(), StandingLists(chosen.words))
        self._first, self._pair = search or "", compare
        self.session = Session(self, library, chosen)
        self.panes = Panes(self, chosen.column)
        self.citation = chosen.citation
        self.status = Status(self, self.session)
        self.results = Results(self, self.session, self.status, self._first)
        self.current = CurrentArticle(self, self.results)
        self.places = Places(self, self.session, self.results)
        parts = self.results, self.status, self.places, self.current
        self._layers = Layers(self, self.panes, *parts)
        self.upkeep = Upkeep(self, self.session, *parts, sync=sync)
        self.results.arrange = lambda: self.panes.arrange(self.app.size.width)
        self._source_pair = SourcePair(self)
        self._filters = PickFilters(self, self.results, self.places)

    def compose(self) -> ComposeResult:
        complete = Completion(self, self.session, self.results)
        yield from frame(self.panes, self.results, self.places, complete)

    def on_mount(self) -> None:
        self.places.begin(self._first)
        self.call_after_refresh(self.session.open, self.upkeep, show_first_page=not self._first)
        if self._pair is not None:
            self.call_after_refresh(self.comparing.compare_named, self._pair)

    def on_unmount(self) -> None:
        self.upkeep.end()
        self.session.close()

    @property
    def homes(self) -> tuple[Home, ...]:
        return self.panes.homes

    @property
    def route(self) -> LibraryRoute:
        return replace(self.results.route, pane=self.panes.current)

    @property
    def surroundings(self) -> Surroundings:
        shared = self._marked, self.session.sync, self.citation, self.words.lists
        return Surroundings(self.session.desk, self.reader.column, *shared)

    @property
    def settled(self) -> bool:
        return self.article_id is None or self.article is not None

    @property
    def article_id(self) -> ArticleId | None:
        """The article of the current row; in the reader, the one that it keeps."""
        return (self.panes.current == "reader" and self.current.held) or self.results.article_id

    @property
    def lighting(self) -> Lighting | None:
        return self.results.lighting

    @property
    def search_words(self) -> str:
        return bare(self._line.value)

    @property
    def chosen(self) -> ChosenArticle | None:
        return self.current.chosen(self.article_id)

    def marks_kept(self, article: ArticleId) -> None:
        self.upkeep.marking.renew(article)

    @property
    def _line(self) -> SearchLine:
        return self.query_one(SearchLine)

    @property
    def offers(self) -> list[ExportOffer]:
        return self.current.offers(reading=self.panes.current == "reader")

    def has(self, need: Need) -> bool:
        match need:
            case "search at once":
                return self.panes.takes_search
            case "suggestion" | "failures":
                return self.status.suggests if need == "suggestion" else self.status.failed
            case "articles":
                return self.session.is_open and self.session.articles > 0
            case "story":
                return self.session.is_open and self.article_id is not None
            case "layers":
                return self._layers.any
            case _:
                return super().has(need)

    def restore(self, route: LibraryRoute) -> None:
        self.current.release()
        self.places.restore(route)
        self.panes.go(route.pane)

    def read(self, reading: Reading) -> None:
        if reading.article.id == self.article_id:
            self.show_reading(reading)

    def mark_read(self, article: ArticleId) -> None:
        self.upkeep.marking.was_read(article)

    def edited(self, file: Path) -> None:
        self.session.sync(file)

    def show_mark(self) -> None:
        self.query_one(ArticleList).show_mark(self._marked.article)

    def on_screen_resume(self) -> None:
        self.panes.arrange(self.app.size.width)
        self.show_mark()
        self.words.resume()
        self.upkeep.stories.count(again=True)  # stories may have been split or merged

    def on_sources_pane_picked(self, event: SourcesPane.Picked) -> None:
        if not self.upkeep.saved.pick(facet := event.facet):
            self._filters.source(facet)

    def on_month_strip_chosen(self, event: MonthStrip.Chosen) -> None:
        self._filters.months(event.months)

    def on_sources_pane_marked(self, event: SourcesPane.Marked) -> None:
        self._source_pair.mark(event.source)

    def on_article_list_wanted(self, event: ArticleList.Wanted) -> None:
        self.results.request_rows(event.answer, event.span)

    def on_article_list_chosen(self) -> None:
        self.results.choose()
        self.current.read()

    def on_article_list_opened(self) -> None:
        self.results.choose()
        self.current.release()
        self.places.remember()
        self.panes.go("reader")
        self.reader.choose_visible()

    def action_search(self) -> None:
        if self.panes.current == "reader":
            self.current.hold()
            self.panes.show("articles")
        self.set_focus(self._line)
        self._line.action_select_all()

    def action_suggest(self) -> None:
        if self.results.suggest():
            self.places.remember()

    on_search_line_suggestion_taken = action_suggest

    def action_sort(self) -> None:
        self.results.sort_next()

    def action_row_form(self) -> None:
        self.warn(self.panes.next_rows())

    def on_paste(self, event: events.Paste) -> None:
        self.upkeep.bringing_in.drop(event.text)

    def _do(self, what: Task) -> None:
        self.upkeep.do(what)

    action_bring_in = partialmethod(_do, "bring in")
    action_update_feeds = partialmethod(_do, "update feeds")
    action_refresh = partialmethod(_do, "look again")
    action_failures = partialmethod(_do, "failures")
    action_toggle_read = partialmethod(_do, "read")
    action_toggle_star = partialmethod(_do, "starred")
    action_undo = partialmethod(_do, "undo")
    action_mark_all_read = partialmethod(_do, "all read")

    def action_save_search(self) -> None:
        self.upkeep.saved.save()

    def on_sources_pane_saved_changed(self, event: SourcesPane.SavedChanged) -> None:
        self.upkeep.saved.change(event.facet, remove=event.remove)

    def action_versions(self) -> None:
        if (article := self.article_id) is not None:
            self.go(StoryRoute(article, self.lighting))

    def action_stories(self) -> None:
        self.results.settle()
        self.go(StoriesRoute(self._line.value, self.results.sort))

    def action_against(self) -> None:
        self._source_pair.compare_sources(self.article)

    def action_back(self) -> None:
        self._layers.close()

    def _step_article(self, step: int) -> None:
        self.current.release()
        (self.results.list.action_down if step > 0 else self.results.list.action_up)()

    action_next_article = partialmethod(_step_article, 1)
    action_previous_article = partialmethod(_step_article, -1)

    def _to_pane(self, pane: Pane) -> None:
        self.panes.go(pane)

    action_pane_sources = partialmethod(_to_pane, "sources")
    action_pane_articles = partialmethod(_to_pane, "articles")
    action_pane_reader = to_reader = partialmethod(_to_pane, "reader")

    def _step_pane(self, step: int) -> None:
        self.panes.step_pane(step)

    action_next_pane = partialmethod(_step_pane, 1)
    action_previous_pane = partialmethod(_step_pane, -1)
    on_month_strip_left = partialmethod(_step_pane, 0)

    def action_timeline(self) -> None:
        self.panes.to_timeline()

    def action_reader_alone(self) -> None:
        self.panes.toggle_alone()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget is not self._line:
            self.results.settle()
