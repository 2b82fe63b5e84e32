"""The searches a user has been on: for the search line, and to come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.remembered import History
from tui.routes import LibraryRoute
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.results import Results


class Places:
    """Remembers searches once the user has gone on to what they found."""

    def __init__(self, screen: CommandScreen, results: Results) -> None:
        self._screen = screen
        self._results = results
        self._history = History()

    def begin(self, search: str) -> None:
        """Put the first search into its line, and let the earlier ones be brought back there."""
        line = self._screen.query_one(SearchLine)
        line.set_text(search)
        line.history = self._history.searches
        self._screen.warn(self._history.faults())
        self._screen.post_message(self._screen.Searched(LibraryRoute(search)))

    def remember(self) -> None:
        """Keep the search of now among the earlier ones, and as a place to come back to."""
        line = self._screen.query_one(SearchLine)
        self._history.remember(line.value)
        self._screen.warn(self._history.faults())
        line.history = self._history.searches
        here = self._results.route
        if here.search != line.value:  # the answer is still to come
            here = LibraryRoute(line.value, self._results.sort)
        self._screen.post_message(self._screen.Searched(here))

    def restore(self, route: LibraryRoute) -> None:
        """Search again for what was searched, and stay on the article that was at hand."""
        self._results.sort = route.sort
        self._results.search_for(route.search, kept=route.article)
