"""The layers of the library screen that the `back` command closes one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from tui.screens.library.current_article import CurrentArticle
    from tui.screens.library.panes import Panes
    from tui.screens.library.places import Places
    from tui.screens.library.results import Results
    from tui.screens.library.status import Status
    from tui.screens.reading.reading_screen import ReadingScreen


class Layers:
    """Closes the topmost layer.

    The order is: what is going on and can be stopped, a selection, the find bar, the search line, the reader alone, panes, the search.
    """

    def __init__(
        self,
        screen: ReadingScreen,
        panes: Panes,
        results: Results,
        status: Status,
        places: Places,
        current: CurrentArticle,
    ) -> None:
        self._screen = screen
        self._panes = panes
        self._results = results
        self._current = current
        self._places = places
        self._status = status

    @property
    def any(self) -> bool:
        """Whether there is a layer to close."""
        focused = self._screen.focused
        return (
            self._status.stoppable
            or self._panes.current != "articles"
            or (focused is not None and focused.id != "articles")
            or bool(self._line.value or self._screen.selections)
        )

    def close(self) -> None:
        """Close the topmost layer; the search is the last one."""
        screen, panes = self._screen, self._panes
        if self._status.stoppable:
            self._status.stop_task()
        elif screen.selections:
            screen.clear_selection()
        elif screen.finder.bar is not None:
            screen.finder.close()
            self._current.read()
            panes.go("reader")
        elif screen.focused is self._line:
            self._places.remember()
            panes.go("articles")
        elif panes.current == "reader" and panes.alone:
            panes.toggle_alone()
        elif panes.current != "articles":
            panes.go("articles")
        elif self._line.value:
            self._results.search_for("")

    @property
    def _line(self) -> SearchLine:
        return self._screen.query_one(SearchLine)
