"""Searches to come back to: the history of the search line, and earlier places."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.routes import LibraryRoute
from tui.session.background import in_background
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.results import Results
    from tui.session.session import Session


class Places:
    """Saves a search once the user has used its results."""

    def __init__(self, screen: CommandScreen, session: Session, results: Results) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._turn = asyncio.Lock()
        self._clicked = ""

    def begin(self, search: str) -> None:
        """Put the first search into the search line."""
        self._line.set_text(search)
        self._screen.post_message(self._screen.Searched(LibraryRoute(search)))

    def load(self) -> None:
        """Load the history, once the library is open."""
        in_background(self._screen, self._load)

    def remember(self, *, made: bool = True) -> None:
        """Save the current search as a place to come back to, and, as it was made, to the history.

        One that isn't `made` came about by a click on a filter, and stays out of the history.
        """
        text = self._line.value.strip()
        self._clicked = self._clicked if made else text
        if text and text != self._clicked and [*self._line.history][-1:] != [text]:
            self._line.history = [*(one for one in self._line.history if one != text), text]
            if self._session.is_open:
                in_background(self._screen, self._keep, text)
        here = self._results.route
        if here.search != self._line.value:  # the answer isn't here yet
            here = LibraryRoute(self._line.value, self._results.sort)
        self._screen.post_message(self._screen.Searched(here))

    def restore(self, route: LibraryRoute) -> None:
        """Repeat an earlier search, with the article that was the current one."""
        # By relevance is how sessions of earlier versions kept that no order was chosen.
        self._results.sort = route.sort if route.sort != "relevance" else None
        self._results.search_for(route.search, kept=route.article)

    @property
    def _line(self) -> SearchLine:
        return self._screen.query_one(SearchLine)

    async def _load(self) -> None:
        searches = self._session.desk.marks.store.searches
        async with self._turn:
            earlier = await asyncio.to_thread(searches.every)
        made = [*self._line.history]  # meanwhile
        self._line.history = [*(one for one in earlier if one not in made), *made]
        self._session.post_notices()

    async def _keep(self, text: str) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        async with self._turn:
            try:
                await asyncio.to_thread(self._session.desk.marks.store.searches.add, text)
            except SearchError as error:
                self._screen.warn([str(error)])
