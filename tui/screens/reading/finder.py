"""Finding within the article that is read."""

from __future__ import annotations

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
    """A bar below the panes of a screen; while it is open, what it finds is lit instead of what was.

    Args:
        screen: has one reader and a line of keys, above which the bar stands.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._from: Place | None = None
        self._looks: Latest[ToFind, Reading] = Latest(
            screen,
            lit_article.find,
            lambda _, reading: self._light(reading),
            lambda _, error: self._say(error),
        )

    @property
    def bar(self) -> FindBar | None:
        """The bar, while it is open."""
        return next(iter(self._screen.query(FindBar)), None)

    @property
    def focused(self) -> bool:
        """Whether the user is typing into it."""
        return self.bar is not None and self.bar.has_focus_within

    async def open(self) -> None:
        """Open the bar, from where the reader is now; what it holds is chosen, to be typed over."""
        if self.bar is None:
            self._from = self._reader.place
            await self._screen.mount(FindBar(), before="#keys")
        line = self._screen.query_one(FindLine)
        self._screen.set_focus(line)
        line.action_select_all()

    def close(self) -> None:
        """Take the bar away; what it lit stays until the article is read anew."""
        self._looks.forget()
        if (bar := self.bar) is not None:
            bar.remove()

    def look_for(self, text: str, article: Article | None) -> None:
        """Look for a text in the article shown."""
        if article is not None:
            self._looks.ask(ToFind(article, text))

    def step(self, step: int) -> None:
        """Go on to the next place found, or to the one before."""
        self._reader.go(step)

    @property
    def _reader(self) -> Reader:
        return self._screen.query_one(Reader)

    def _light(self, reading: Reading) -> None:
        """Light what was found, and go to the first place."""
        if (bar := self.bar) is None:
            return
        bar.show_fault("")
        reader = self._reader
        reader.show(reading, noun="place")
        if reader.current is None:
            reader.scroll_to_place(self._from)
            reader.go(1)
        self._screen.refresh_bindings()

    def _say(self, error: SearchError) -> None:
        """Say what is wrong with what was typed; what is lit stays."""
        if (bar := self.bar) is not None:
            bar.show_fault(getattr(error, "reason", str(error)))
