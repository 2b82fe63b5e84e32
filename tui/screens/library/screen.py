"""The library screen: sources, list and reader beside each other, as far as they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.widgets import Static

from tui.commands import bindings
from tui.controls.roomy_label import Roomy
from tui.screens.key_hints import hints
from tui.screens.library.against import Against
from tui.screens.library.pane_layout import ONE_PANE_BELOW, PANES, arrange
from tui.settings import COLUMN, MEMORY
from tui.widgets.article_list import ArticleList
from tui.widgets.key_line import KeyLine
from tui.widgets.reader import Reader
from tui.widgets.search_line import SearchLine
from tui.widgets.sources_pane import SourcesPane
from tui.widgets.status_line import SaidLine

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId
    from tui.commands import Home
    from tui.screens.library.pane_layout import Pane

_WIDE_FROM = 160
_HOMES: dict[str | None, Home] = {
    "search": "search",
    "find-text": "find",
    "sources": "sources",
    "articles": "list",
    "reader": "reader",
}


class LibraryScreen(Against):
    """Shows one library. Nothing heavier than the first frame is loaded before it is drawn."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    AUTO_FOCUS = "#articles"

    def __init__(
        self,
        library: Path,
        *,
        search: str | None = None,
        compare: tuple[str, str] | None = None,
        sync: bool = True,
        column: int = COLUMN,
        memory: int = MEMORY,
    ) -> None:
        super().__init__(library, search=search, compare=compare, sync=sync)
        self.session.memory = memory << 20
        self._column = column
        self._pane: Pane = "articles"
        self._alone = False
        self._panes: tuple[SourcesPane, ArticleList, Reader]

    def compose(self) -> ComposeResult:
        """Head, said line, panes, key line."""
        with Horizontal(id="head"):
            yield Static("diptych", id="brand", markup=False)
            yield SearchLine(id="search")
            yield Roomy("", id="figures", markup=False)
        yield SaidLine(id="said")
        sources, articles = SourcesPane(id="sources"), ArticleList(id="articles")
        sources.border_title, articles.border_title = "Sources", "Articles"
        reader = Reader(id="reader")
        reader.set_reactive(Reader.column, self._column)
        self._panes = sources, articles, reader
        # Before the first layout, so that there is only one.
        self._arrange(self.app.size.width)
        with Horizontal(id="panes"):
            yield from self._panes
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Open the library once the first frame is drawn."""
        line = self.query_one(SearchLine)
        line.put(self._first)
        line.history = self._history.searches
        self.bindings_updated_signal.subscribe(self, lambda _: self._hint())
        self.call_after_refresh(self.session.open, front=not self._first)

    def on_unmount(self) -> None:
        """Let go of the library."""
        self.session.close()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, the nearest first, for help."""
        focused = self.focused.id if self.focused else None
        near = _HOMES.get(focused, "list")
        others = tuple(home for home in _HOMES.values() if home != near)
        return (near, "library", "pane", "app", *others)

    @property
    def settled(self) -> bool:
        """Whether the reader shows the article of the current row."""
        return self.article_id is None or self.article is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense now."""
        del parameters
        return self._layers() if action == "back" else self.offers(action)

    def show_mark(self, article: ArticleId | None) -> None:
        """Show which article is marked for comparing."""
        self.query_one(ArticleList).mark(article)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the panes that fit."""
        self._arrange(event.size.width)

    def on_screen_resume(self) -> None:
        """Choose the panes anew: the window may have changed while something lay over it."""
        self._arrange(self.app.size.width)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which pane has the focus, however it came there."""
        here = event.widget.id
        if here in PANES and here != self._pane and event.widget is self.focused:
            self._pane = here
            self._arrange(self.size.width)

    def on_search_line_left(self) -> None:
        """Go from the search line to what was found."""
        self.remember()
        self._go("articles")

    def on_article_list_opened(self) -> None:
        """Read the current article."""
        self.remember()
        self._go("reader")
        self.query_one(Reader).choose_visible()

    def on_article_list_leftward(self) -> None:
        """Go to the sources."""
        self._go("sources")

    def on_sources_pane_rightward(self) -> None:
        """Go to the list."""
        self._go("articles")

    def on_reader_back(self) -> None:
        """Leave the article."""
        self.action_back()

    async def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """Run a hint that was clicked, where its key would have run it."""
        for _, binding, enabled, _ in self.active_bindings.values():
            if binding.action == event.action and enabled:
                await self.run_action(event.action)
                return

    def action_search(self) -> None:
        """Go to the search line, its text chosen so that typing begins anew."""
        line = self.query_one(SearchLine)
        self.set_focus(line)
        line.action_select_all()

    def action_next_match(self) -> None:
        """Go to the next match, opening the reader if it is not in view."""
        self._go_to_match(1)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._go_to_match(-1)

    def action_next_article(self) -> None:
        """Show the next article of the list."""
        self.query_one(ArticleList).action_down()

    def action_previous_article(self) -> None:
        """Show the article before."""
        self.query_one(ArticleList).action_up()

    def action_reader_alone(self) -> None:
        """Give the reader the whole window, or give it back."""
        self._alone = not self._alone or self._pane != "reader"
        self._go("reader")

    def action_pane_sources(self) -> None:
        """Go to the sources."""
        self._go("sources")

    def action_pane_articles(self) -> None:
        """Go to the list."""
        self._go("articles")

    def action_pane_reader(self) -> None:
        """Go to the reader."""
        self._go("reader")

    def to_reader(self) -> None:
        """Go to the reader, showing it if need be."""
        self._go("reader")

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._turn(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._turn(-1)

    def action_back(self) -> None:
        """Close one layer: what lies on top first, the search last."""
        if self.selections:
            self.clear_selection()
        elif self.find_bar is not None:
            self.close_find()
            self.read_current()
            self._go("reader")
        elif self.focused is self.query_one(SearchLine):
            self.remember()
            self._go("articles")
        elif self._pane == "reader" and self._alone:
            self._alone = False
            self._go("reader")
        elif self._pane != "articles":
            self._go("articles")
        elif self.query_one(SearchLine).value:
            self.search_for("")

    def _layers(self) -> bool:
        """Tell whether there is anything to close."""
        return (
            self._pane != "articles"
            or (self.focused is not None and self.focused.id != "articles")
            or bool(self.query_one(SearchLine).value or self.selections)
        )

    def _go_to_match(self, step: int) -> None:
        reader = self.query_one(Reader)
        if not reader.display:
            self._go("reader")
        reader.go(step)

    def _turn(self, step: int) -> None:
        if self.focused is not None and self.focused.id not in PANES:
            self._go("articles" if step > 0 else "reader")
        else:
            self._go(PANES[(PANES.index(self._pane) + step) % len(PANES)])

    def _go(self, pane: Pane) -> None:
        self._pane = pane
        self._arrange(self.size.width)
        self.set_focus(self.query_one(f"#{pane}"))

    def _arrange(self, width: int) -> None:
        """Show the panes that fit, and the one in focus always."""
        shown = arrange(width, self._pane, alone=self._alone)
        self._panes[0].set_class(shown.drawer, "-drawer")
        for name, widget in zip(PANES, self._panes, strict=True):
            widget.display = name in shown.panes
        self.set_class(width < ONE_PANE_BELOW, "-one")
        self.set_class(width >= _WIDE_FROM, "-wide")

    def _hint(self) -> None:
        self.query_one(KeyLine).show(hints(self.active_bindings))
