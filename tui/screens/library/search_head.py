"""The first line of the library screen: the search line, and what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from tui.controls.roomy_label import RoomyLabel
from tui.screens.library.filters.query_filters import filter_spans
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.screens.library.panes import Panes
    from tui.screens.library.places import Places
    from tui.screens.library.results import Results


class SearchHead(Horizontal):
    """Searches for what is typed, and leaves the line."""

    def __init__(self, results: Results, places: Places, panes: Panes) -> None:
        super().__init__(id="head")
        self._results = results
        self._places = places
        self._panes = panes

    def compose(self) -> ComposeResult:
        """Name, search line, figures."""
        yield Static("diptych", id="brand", markup=False)
        line = SearchLine(id="search")
        line.chips = filter_spans
        yield line
        yield RoomyLabel("", id="figures", markup=False)

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Search; the last word may be unfinished."""
        self._results.ask(event.text, typing=True)

    def on_search_line_recalled(self, event: SearchLine.Recalled) -> None:
        """Search for an earlier search."""
        self._results.ask(event.text)

    def on_search_line_left(self) -> None:
        """Keep the search, and go to the list."""
        self._places.remember()
        self._panes.go("articles")
