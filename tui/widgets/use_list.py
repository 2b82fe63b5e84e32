"""A list of the uses of a word, of any length; lines are painted when they are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from tui.controls.noted_list import NotedList
from tui.render import safe
from tui.render.use_lines import Listing, UseInk, heading_line, provenance, use_line

if TYPE_CHECKING:
    from search import Use


class UseList(NotedList["Use"]):
    """Shows one listing, or a note in its place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"rows--{name}" for name in UseInk._fields),
        "rows--heading",
    }
    DEFAULT_CSS = """
    UseList {
        & > .rows--source { color: $text-accent; }
        & > .rows--day, & > .rows--note { color: $text-muted; }
        & > .rows--text { color: $foreground 85%; }
        & > .rows--heading { color: $text-accent; text-style: bold; }
        & > .rows--match { text-style: bold underline; color: $text-warning; }
        &:ansi > .rows--text { color: ansi_default; }
        &:ansi > .rows--day { text-style: dim; }
    }
    """

    class Opened(NotedList.Opened):
        """The user wants to read the current use."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._listing = Listing()
        self._dated = False
        self._order = ""

    @property
    def use(self) -> Use | None:
        """The current use; None without any."""
        return self.current

    def show(self, listing: Listing, order: str, *, dated: bool = False) -> None:
        """Show another listing; the current use stays current and on the same row of the screen.

        `order` is its order in words, shown below the list; `dated` is whether each line must have
        its day. If the first use is current, the first use of the new listing becomes current.
        """
        use, row = self.use, self._line - self.scroll_offset.y
        index = 0
        if use is not None and self._index:
            index = next((i for i, other in enumerate(listing.uses) if other is use), 0)
        self._listing, self._order, self._dated = listing, order, dated
        self.put(listing.uses, index)
        if index:
            self.scroll_to(y=self._line - row, animate=False, force=True)
            self.reveal()

    def show_note(self, note: str) -> None:
        """Show a note in the place of uses, with wrapped lines."""
        self._listing = Listing()
        super().show_note(note)

    @property
    def lines(self) -> int:
        """How many lines there are, headings included."""
        return self._listing.lines

    def at(self, line: int) -> tuple[int, int]:
        """Give the use on a line and 0; on a heading the first use below, and 1."""
        return self._listing.at(line)

    def line_cells(self, at: int, part: int, base: Style) -> list[Segment]:
        """Draw the line of a use, or the heading above the first of a group."""
        use = self._rows[at]
        if part:
            heading = heading_line(use, self._listing.size(at), self.room)
            return [Segment(heading, base + self._shades["heading"])]
        bold = Style(bold=at == self._index or None)
        styles = UseInk(*(base + self._shades[name] + bold for name in UseInk._fields))
        grouped = bool(self._listing.groups)
        return use_line(use, self.room, styles, source=not grouped, dated=self._dated)

    @property
    def _line(self) -> int:
        return self._listing.line(self._index)

    def reveal(self) -> None:
        """Scroll the current use into view, with the heading if one is right above it."""
        line = self._line
        self.reveal_lines(line - 1 if line and self._listing.at(line - 1)[1] else line, line)

    def update_border(self) -> None:
        """Show in the border the current use's article and number, and the order."""
        use = self.use
        if use is None:
            self.border_title = self.border_subtitle = ""
            return
        self.border_title = Content(safe(provenance(use)))
        self.border_subtitle = f"{self._order} · {self._index + 1:,} of {self.total:,}"
