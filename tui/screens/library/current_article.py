"""The article of the current row, read as that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session.requests import ToRead

if TYPE_CHECKING:
    from tui.render.article_page import Reading
    from tui.screens.library.results import Results
    from tui.screens.reading.reading_screen import ReadingScreen


class CurrentArticle:
    """Keeps the reader true to the list."""

    def __init__(self, screen: ReadingScreen, results: Results) -> None:
        self._screen = screen
        self._results = results
        self._unknown = False

    def read(self) -> None:
        """Have the article of the current row read, with the search lit in it."""
        article, answer = self._results.article_id, self._results.answer
        self._unknown = article is None and bool(self._results.total)
        if article is None or answer is None:
            self._screen.reading.forget()
            self._screen.reader.show_note("")
        else:
            self._screen.reading.ask(ToRead(article, answer.query))
        self._screen.refresh_bindings()

    def show(self, reading: Reading | None) -> None:
        """Show the article of a row that has become the current one; have it read, if it isn't yet."""
        if reading is not None:
            self._screen.reading.forget()
            self._screen.show_reading(reading)
        else:
            self.read()

    def filled(self) -> None:
        """Read the article if it wasn't known which it is, before further rows came."""
        if self._unknown and self._results.article_id is not None:
            self.read()
