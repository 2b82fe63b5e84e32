"""A list of the uses of a word, of any length; lines are painted when they are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.row_list import RowList
from tui.render import safe
from tui.render.note_line import note_line
from tui.render.shade import Shades
from tui.render.use_lines import Listing, UseInk, heading_line, provenance, use_line

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from search import Use

_GUTTER = 2


class UseList(RowList, can_focus=True, inherit_bindings=False):
    """Shows one listing, or a note in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "uses--source",
        "uses--day",
        "uses--text",
        "uses--match",
        "uses--heading",
        "uses--chosen",
        "uses--bar",
        "uses--note",
    }
    DEFAULT_CSS = """
    UseList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .uses--source { color: $text-accent; }
        & > .uses--day, & > .uses--note { color: $text-muted; }
        & > .uses--text { color: $foreground 85%; }
        & > .uses--heading { color: $text-accent; text-style: bold; }
        & > .uses--match { text-style: bold underline; color: $text-warning; }
        & > .uses--bar { color: $foreground 40%; }
        & > .uses--chosen { background: $foreground 6%; }
        &:focus > .uses--bar { color: $accent; text-style: bold; }
        &:focus > .uses--chosen { background: $accent 18%; }
        &:ansi > .uses--text, &:ansi > .uses--bar { color: ansi_default; }
        &:ansi > .uses--day { text-style: dim; }
        &:ansi > .uses--chosen { background: ansi_default; }
        &:ansi:focus > .uses--chosen { background: ansi_default; }
    }
    """

    class Opened(Message):
        """The user wants to read the current use."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._listing = Listing()
        self._dated = False
        self._order = ""
        self._note = ""
        self._shades = Shades(self, "uses")

    @property
    def total(self) -> int:
        """How many uses are listed."""
        return len(self._listing.uses)

    @property
    def use(self) -> Use | None:
        """The current use; None without any."""
        return self._listing.uses[self._index] if self._listing.uses else None

    def show(self, listing: Listing, order: str, *, dated: bool = False) -> None:
        """Show another listing; the current use stays current and on the same row of the screen.

        `order` is its order in words, shown below the list; `dated` is whether each line must have
        its day. If the first use is current, the first use of the new listing becomes current.
        """
        use, row = self.use, self._line - self.scroll_offset.y
        index = 0
        if use is not None and self._index:
            index = next((i for i, other in enumerate(listing.uses) if other is use), 0)
        self._listing, self._index = listing, index
        self._order, self._dated, self._note = order, dated, ""
        self._measure()
        if index:
            self.scroll_to(y=self._line - row, animate=False, force=True)
            self.reveal()

    def show_note(self, note: str) -> None:
        """Show a note in the place of uses, with wrapped lines."""
        self._listing, self._index, self._note = Listing(), 0, note
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """Make a use the current one; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None or (line := offset.y + self.scroll_offset.y) >= self._listing.lines:
            return
        index, _ = self._listing.at(line)
        if index == self._index and event.chain > 1:
            self.post_message(self.Opened())
        else:
            self.go(index)

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def on_resize(self) -> None:
        """Adapt to the new size, keeping the current use in view."""
        self._measure()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if self._note:
            return note_line(self._note, y, size, base + self._shades["note"])
        line = y + self.scroll_offset.y
        if line >= self._listing.lines:
            return Strip.blank(size.width, base)
        index, heading = self._listing.at(line)
        use = self._listing.uses[index]
        room = max(1, size.width - _GUTTER - 1)
        if heading:
            text = heading_line(use, self._listing.size(index), room)
            style = base + self._shades["heading"]
            cells = [Segment(" " * _GUTTER, base), Segment(text, style)]
            return Strip(cells).adjust_cell_length(size.width, base)
        gutter, bar_style = " " * _GUTTER, base
        bold = Style()
        if index == self._index:
            base += self._shades["chosen"]
            gutter, bar_style = "▌ " if self.has_focus else "▎ ", base + self._shades["bar"]
            bold = Style(bold=True)
        styles = UseInk(*(base + self._shades[name] + bold for name in UseInk._fields))
        cells = use_line(use, room, styles, source=not self._listing.groups, dated=self._dated)
        return Strip([Segment(gutter, bar_style), *cells]).adjust_cell_length(size.width, base)

    @property
    def _line(self) -> int:
        return self._listing.line(self._index)

    @property
    def page(self) -> int:
        """The rows of a page: a window less one line."""
        return max(1, self.scrollable_content_region.height - 1)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self._listing.lines)
        self.reveal()
        self.refresh()
        self.update_border()

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
