"""Finding text within the article shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.session import lit_article
from tui.session.latest import Latest
from tui.session.requests import ToFind
from tui.widgets.find_bar import FindBar, FindLine
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from textual.screen import Screen

    from search import Article, SearchError
    from tui.render.article_page import Place, Reading


class Finder:
    """The find bar of a screen; while it is open, its matches are highlighted.

    Args:
        screen: a screen with one reader, and a footer above which the bar is shown.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._start: Place | None = None
        self._requests: Latest[ToFind, Reading] = Latest(
            screen,
            lit_article.find,
            lambda wanted, reading: self._show_found(wanted.text, reading),
            lambda _, error: self._show_error(error),
        )

    @property
    def bar(self) -> FindBar | None:
        """The bar; None while it is closed."""
        return next(iter(self._screen.query(FindBar)), None)

    @property
    def focused(self) -> bool:
        """Whether the bar has the focus."""
        return self.bar is not None and self.bar.has_focus_within

    async def open(self) -> None:
        """Open the bar, to search from the current position; text in it is selected."""
        if self.bar is None:
            self._start = self._reader.place
            await self._screen.mount(FindBar(), before="#keys")
        line = self._screen.query_one(FindLine)
        self._screen.set_focus(line)
        line.action_select_all()

    def close(self) -> None:
        """Close the bar; its highlights stay until the article is read again."""
        self._requests.forget()
        if (bar := self.bar) is not None:
            bar.remove()

    def find(self, text: str, article: Article | None) -> None:
        """Find a text in the article shown."""
        if article is not None:
            self._requests.ask(ToFind(article, text))

    def step(self, step: int) -> None:
        """Go to the next place found, or the previous."""
        self._reader.go(step)

    @property
    def _reader(self) -> Reader:
        return self._screen.query_one(Reader)

    def _show_found(self, text: str, reading: Reading) -> None:
        """Highlight the places found, and go to the first; say so if there is none."""
        if (bar := self.bar) is None:
            return
        reader = self._reader
        if (before := reader.reading) is not None:
            reading = replace(reading, tags=before.tags, notes=before.notes, listed=before.listed)
        reader.show(reading, noun="place")
        bar.show_fault("" if reader.matches or not text.strip() else "not in this article")
        if reader.current is None:
            reader.scroll_to_place(self._start)
            reader.go(1)
        self._screen.refresh_bindings()

    def _show_error(self, error: SearchError) -> None:
        """Show what is wrong with the text; highlights stay."""
        if (bar := self.bar) is not None:
            bar.show_fault(getattr(error, "reason", str(error)))
