"""Searches to come back to: the history of the search line, and earlier places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.remembered import History
from tui.routes import LibraryRoute
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.results import Results


class Places:
    """Saves a search once the user has used its results."""

    def __init__(self, screen: CommandScreen, results: Results) -> None:
        self._screen = screen
        self._results = results
        self._history = History()

    def begin(self, search: str) -> None:
        """Put the first search into the search line, and load the history."""
        line = self._screen.query_one(SearchLine)
        line.set_text(search)
        line.history = self._history.searches
        self._screen.warn(self._history.faults())
        self._screen.post_message(self._screen.Searched(LibraryRoute(search)))

    def remember(self) -> None:
        """Save the current search to the history, and as a place to come back to."""
        line = self._screen.query_one(SearchLine)
        self._history.remember(line.value)
        self._screen.warn(self._history.faults())
        line.history = self._history.searches
        here = self._results.route
        if here.search != line.value:  # the answer isn't here yet
            here = LibraryRoute(line.value, self._results.sort)
        self._screen.post_message(self._screen.Searched(here))

    def restore(self, route: LibraryRoute) -> None:
        """Repeat an earlier search, with the article that was the current one."""
        self._results.sort = route.sort
        self._results.search_for(route.search, kept=route.article)
