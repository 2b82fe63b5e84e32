"""The first line of the library screen: the search line, and what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal
from textual.widgets import Static

from tui.controls.roomy_label import RoomyLabel
from tui.screens.library.filters.query_filters import filter_spans
from tui.widgets.filters.value_list import ValueList
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.screens.library.filters.completion import Completion
    from tui.screens.library.panes import Panes
    from tui.screens.library.places import Places
    from tui.screens.library.results import Results


_FIGURES = 32
"""Cells that figures may take: `10,000 of 123,456 · relevance`."""


class SearchHead(Horizontal):
    """Searches for what is typed, and leaves the line."""

    def __init__(
        self, results: Results, places: Places, panes: Panes, completion: Completion
    ) -> None:
        super().__init__(id="head")
        self._results = results
        self._places = places
        self._panes = panes
        self._completion = completion

    def compose(self) -> ComposeResult:
        """Name, search line, figures."""
        yield Static("diptych", id="brand", markup=False)
        line = SearchLine(id="search")
        line.chips = filter_spans
        yield line
        yield RoomyLabel("", id="figures", markup=False)
        yield ValueList(id="offers")

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Search; the last word may be unfinished."""
        self._give_room(event.text)
        self._results.ask(event.text, typing=True)
        self._completion.typed()

    def on_search_line_offer_chosen(self, event: SearchLine.OfferChosen) -> None:
        """Show which offer is chosen."""
        self._completion.choose(event.at)

    def on_search_line_offer_taken(self, event: SearchLine.OfferTaken) -> None:
        """Write an offer."""
        self._completion.take(event.at)

    def on_search_line_offers_closed(self) -> None:
        """Offer nothing."""
        self._completion.close()

    def on_value_list_clicked(self, event: ValueList.Clicked) -> None:
        """Write the offer that was clicked."""
        self._completion.take(event.at)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Give the line the room it needs."""
        self._panes.focus_changed(event.widget)
        self._give_room(self.query_one(SearchLine).value)

    def _give_room(self, query: str) -> None:
        """Have a query that doesn't fit beside the figures take their place where room is scarce."""
        self.screen.set_class(cell_len(query) > self.size.width - _FIGURES, "-long")

    def on_descendant_blur(self) -> None:
        """Offer nothing once the line is left."""
        self._completion.close()

    def on_search_line_recalled(self, event: SearchLine.Recalled) -> None:
        """Search for an earlier search."""
        self._give_room(event.text)
        self._results.ask(event.text)
        self._completion.close()

    def on_search_line_left(self) -> None:
        """Keep the search, and go to the list, unless it is unfinished."""
        if self._results.settle():
            self._places.remember()
            self._panes.go("articles")
