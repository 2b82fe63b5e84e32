"""The border of a reader, and whether its end was reached by reading on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.controls.tick_bar import tick_renderer
from tui.render.reading_border import (
    END_NOTE,
    folded_places,
    head_gone,
    lower_border,
    upper_border,
)

if TYPE_CHECKING:
    from textual.scroll_view import ScrollView

    from tui.render.article_page import ArticlePage, Reading
    from tui.render.shade import Shades


class ReaderFrame:
    """Writes into the border of a view what is read, the current match and how far one is.

    Args:
        view: shows the article.

    Attributes:
        at_end: whether reading on has come to the end, so that once more leads to the next article.
    """

    def __init__(self, view: ScrollView) -> None:
        self._view = view
        self._entitled = "", "", False
        self._shown: tuple[ArticlePage, Reading | None] | None = None
        self.at_end = False

    def entitle(self, before: str = "", after: str = "", *, always: bool = False) -> None:
        """Set what the upper border says before and after source, day and headline of the article.

        These stand there once the head is out of view, or always.
        """
        self._entitled = before, after, always
        self._name()

    def read_on(self) -> bool:
        """Note that one was to read on; tell whether that leads to the next article."""
        if self._ends and self.at_end:
            return True
        self.at_end = True
        return False

    @property
    def _ends(self) -> bool:
        return self._view.scroll_offset.y >= self._view.max_scroll_y

    def update(self, page: ArticlePage, reading: Reading | None, label: str) -> None:
        """Show where one is in a page, `label` being about the current match."""
        self._shown = page, reading
        self.at_end = self.at_end and reading is not None and self._ends
        share = ""
        if self.at_end:
            share = END_NOTE
        elif reading is not None and self._view.max_scroll_y > 0:
            share = f"{round(100 * self._view.scroll_offset.y / self._view.max_scroll_y)} %"
        self._view.border_subtitle = lower_border(label, folded_places(page, reading), share)
        self._name()

    def draw_ticks(self, page: ArticlePage, current: int | None, shades: Shades) -> None:
        """Draw a tick for each match on the scroll bar."""
        total = len(page.lines) or 1
        places = [match.line / total for match in page.matches]
        bar = self._view.vertical_scrollbar
        bar.renderer = tick_renderer(  # type: ignore[assignment,misc] # one per bar
            places, current, shades["match"].color, shades["current"].color
        )
        bar.refresh()

    def _name(self) -> None:
        if self._shown is None:
            return
        page, reading = self._shown
        before, after, always = self._entitled
        top = self._view.scroll_offset.y
        named = always or (top > 0 and head_gone(page.place(top)))
        self._view.border_title = upper_border(reading, before, after, named=named)
