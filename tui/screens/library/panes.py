"""The panes of the library: which is focused, and which are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from tui.remembered import ChosenRows, SourcesWidth
from tui.routes import PANES
from tui.screens.library.pane_layout import ONE_PANE_BELOW, arrange
from tui.terminal.linear_mode import LINEAR
from tui.widgets.article_list import ArticleList
from tui.widgets.filters.month_strip import MonthStrip
from tui.widgets.filters.sources_pane import SourcesPane
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.commands import Home
    from tui.routes import Pane
    from tui.screens.command_screen import CommandScreen

_WIDE_FROM = 160
_NARROWEST, _WIDEST = 14, 64
"""Cells of the pane of sources."""
_LOW = 30
"""In a window of fewer lines the timeline is shown only where it is used."""
_HOMES: dict[str | None, Home] = {
    "search": "search",
    "find-text": "find",
    "sources": "sources",
    "timeline": "timeline",
    "articles": "list",
    "reader": "reader",
}
"""The homes of the commands of focused widgets, by their ids."""


class Panes:
    """Sources, list and reader side by side, as far as they fit.

    Attributes:
        current: the active pane.
        alone: whether the reader has the whole window.
        timeline: the months above the panes.
    """

    def __init__(self, screen: CommandScreen, column: int) -> None:
        self.current: Pane = "articles"
        self.alone = False
        self._rows = ChosenRows()
        self._screen = screen
        self._column = column
        self._width = SourcesWidth()
        self.timeline = MonthStrip(id="timeline")
        self._widgets: tuple[SourcesPane, ArticleList, Reader]

    def compose(self) -> ComposeResult:
        """Lay out the panes side by side."""
        sources, articles = SourcesPane(id="sources"), ArticleList(id="articles")
        sources.border_title, articles.heading = "Sources", "Articles"
        articles.show_form(self._rows.form)
        reader = Reader(id="reader")
        reader.set_reactive(Reader.column, self._column)
        self._widgets = sources, articles, reader
        if (cells := self._width.cells) is not None:
            sources.styles.width = max(_NARROWEST, min(_WIDEST, cells))
        # Before the first layout, so that only one is needed.
        self.arrange(self._screen.app.size.width)
        with PaneRow(self):
            yield from self._widgets

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards."""
        focused = self._screen.focused
        home_here = _HOMES.get(focused.id if focused else None, "list")
        others = tuple(home for home in _HOMES.values() if home != home_here)
        return (home_here, "library", "pane", "app", *others)

    def go(self, pane: Pane) -> None:
        """Focus a pane."""
        self.show(pane)
        self._screen.set_focus(self._screen.query_one(f"#{pane}"))

    def show(self, pane: Pane) -> None:
        """Make a pane the active one, without the focus."""
        self.current = pane
        self.arrange(self._screen.size.width)

    def to_timeline(self) -> None:
        """Focus the timeline, where there are months."""
        self.timeline.display = True
        self._screen.set_focus(self.timeline)

    @property
    def takes_search(self) -> bool:
        """Whether what begins a search may be typed here; in the sources it narrows them."""
        focused = self._screen.focused
        return focused is None or focused.id != "sources"

    def widen(self, cells: int) -> None:
        """Make the pane of sources wider by so many cells, also in later runs."""
        wanted = max(_NARROWEST, min(_WIDEST, self._widgets[0].outer_size.width + cells))
        self._widgets[0].styles.width = wanted
        self._screen.warn(self._width.remember(wanted))

    def step_pane(self, step: int) -> None:
        """Focus the next pane, or the previous; with 0 the active one."""
        focused = self._screen.focused
        if step == 0:
            self.go(self.current)
        elif focused is not None and focused.id not in PANES:
            self.go("articles" if step > 0 else "reader")
        else:
            self.go(PANES[(PANES.index(self.current) + step) % len(PANES)])

    def focus_changed(self, widget: Widget) -> None:
        """Make the focused pane the active one; a query that is written gets room."""
        self._screen.set_class(widget.id == "search", "-typing")
        here = next((pane for pane in PANES if pane == widget.id), None)
        if here not in (None, self.current) and widget is self._screen.focused:
            self.current = here
            self.arrange(self._screen.size.width)

    def toggle_alone(self) -> None:
        """Give the reader the whole window, or show the other panes again."""
        self.alone = not self.alone or self.current != "reader"
        self.go("reader")

    def next_rows(self) -> list[str]:
        """Show rows in the next form, which is kept; give what went wrong, a sentence each."""
        faults = self._rows.choose_next()
        self._widgets[1].show_form(self._rows.form)
        return faults

    def arrange(self, width: int) -> None:
        """Show the panes that fit, always including the active one; in linear mode one alone."""
        if self._screen.app.has_class(LINEAR):
            width = min(width, ONE_PANE_BELOW - 1)
        shown = arrange(width, self.current, alone=self.alone)
        self._widgets[0].set_class(shown.drawer, "-drawer")
        for name, widget in zip(PANES, self._widgets, strict=True):
            widget.display = name in shown.panes
        used = self._screen.focused is self.timeline or self.timeline.filters
        self.timeline.display = used or self._screen.app.size.height >= _LOW
        self._screen.set_class(width < ONE_PANE_BELOW, "-one")
        self._screen.set_class(width >= _WIDE_FROM, "-wide")


class PaneRow(Horizontal):
    """The row of panes, which hands on what they ask of one another, and its own size."""

    def __init__(self, panes: Panes) -> None:
        super().__init__(id="panes")
        self._panes = panes

    def on_sources_pane_rightward(self) -> None:
        """Go from the sources to the list."""
        self._panes.go("articles")

    def on_article_list_leftward(self) -> None:
        """Go from the list to the sources."""
        self._panes.go("sources")

    def on_sources_pane_width_wanted(self, event: SourcesPane.WidthWanted) -> None:
        """Give the sources another width."""
        self._panes.widen(event.cells)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Make the pane that is focused the active one."""
        self._panes.focus_changed(event.widget)

    def on_resize(self, event: events.Resize) -> None:
        """Show the panes that fit."""
        self._panes.arrange(event.size.width)
