"""Filters that are picked in the sources and on the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library.filters.query_filters import all_sources, in_months, toggled
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.filters.query_filters import Months
    from tui.screens.library.places import Places
    from tui.screens.library.results import Results
    from tui.widgets.filters.facet import Facet


class PickFilters:
    """Writes filters into the search line, and searches."""

    def __init__(self, screen: CommandScreen, results: Results, places: Places) -> None:
        self._screen = screen
        self._results = results
        self._places = places

    def source(self, facet: Facet) -> None:
        """Add a source to the filter, or take it out; the line of all sources takes out each."""
        if facet.kind == "source":
            self._search(toggled(self._text, facet.value, self._results.facets.names))
        else:
            self._search(all_sources(self._text))

    def months(self, months: Months) -> None:
        """Filter by months, or no longer by just these."""
        self._search(in_months(self._text, months))

    @property
    def _text(self) -> str:
        return self._screen.query_one(SearchLine).value

    def _search(self, text: str) -> None:
        self._results.search_for(text)
        self._places.remember(made=False)
