"""A list of rows of equal height, or a note in their place; lines are painted when in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.row_list import RowList
from tui.render.note_line import note_line
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

T = TypeVar("T")
GUTTER = 2
"""Cells before a row, with the bar that marks the current one."""


class NotedList(RowList, Generic[T], can_focus=True, inherit_bindings=False):
    """Shows rows behind a gutter, and has a component style `rows--…` for each of its inks.

    A subclass gives `cells` and a message `Opened` of its own. If it can't be focused, as its keys
    come from a line of text, it is drawn as with the focus.

    Attributes:
        HEIGHT: the lines of a row.
        LIT: how many of these, from the first on, are lit in the current row and kept in view.
        CLICKS: how many clicks in a row on the current row open it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--chosen", "rows--bar", "rows--note"}
    DEFAULT_CSS = """
    NotedList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .rows--bar { color: $foreground 40%; }
        & > .rows--chosen { background: $foreground 6%; }
        &:focus > .rows--bar { color: $accent; text-style: bold; }
        &:focus > .rows--chosen { background: $accent 18%; }
        &:ansi > .rows--bar { color: ansi_default; }
        &:ansi > .rows--chosen, &:ansi:focus > .rows--chosen { background: ansi_default; }
    }
    """
    HEIGHT: ClassVar[int] = 1
    LIT: ClassVar[int] = 1
    CLICKS: ClassVar[int] = 2

    class Opened(Message):
        """The user takes the current row."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: Sequence[T] = ()
        self._note = ""
        self._shades = Shades(self, "rows")

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def current(self) -> T | None:
        """The current row; None without any."""
        return self._rows[self._index] if self._rows else None

    @property
    def page(self) -> int:
        """How many rows are in view; where they are single lines, one less, which stays in view."""
        return max(1, self.scrollable_content_region.height // self.HEIGHT - (self.HEIGHT == 1))

    @property
    def room(self) -> int:
        """The cells of a row beside the gutter and a margin on the right, at least one."""
        return max(1, self.scrollable_content_region.width - GUTTER - 1)

    @property
    def lines(self) -> int:
        """How many lines all rows have."""
        return self.total * self.HEIGHT

    def at(self, line: int) -> tuple[int, int]:
        """Give the row that has a line, and which of its lines that is, counted from 0."""
        return divmod(line, self.HEIGHT)

    def cells(self, at: int, base: Style) -> list[list[Segment]]:
        """Draw the lines of a row on a style, behind the gutter."""
        raise NotImplementedError

    def line_cells(self, at: int, part: int, base: Style) -> list[Segment]:
        """Draw one line of a row; a list whose lines have little in common draws it alone."""
        return self.cells(at, base)[part]

    def put(self, rows: Sequence[T], index: int = 0, note: str = "") -> None:
        """Show other rows, one of them as the current one; if there are none, a note."""
        self._rows, self._index, self._note = rows, index, "" if rows else note
        self.measure()

    def show_note(self, note: str) -> None:
        """Show a note in the place of rows, with wrapped lines."""
        self.put((), note=note)

    def measure(self) -> None:
        """Adapt to the rows and the size, keeping the current row in view."""
        self.virtual_size = Size(self.size.width, self.lines)
        self.reveal()
        self.refresh()
        self.update_border()

    def reveal(self) -> None:
        """Scroll the current row into view."""
        top = self._index * self.HEIGHT
        self.reveal_lines(top, top + self.LIT - 1)

    def update_border(self) -> None:
        """Show in the border which row is the current one."""
        self.border_subtitle = f"{self._index + 1:,} of {self.total:,}" if self.total else ""

    def on_click(self, event: events.Click) -> None:
        """Make a row the current one; `CLICKS` on the current one open it."""
        offset = event.get_content_offset(self)
        if offset is None or (line := offset.y + self.scroll_offset.y) >= self.lines:
            return
        index, _ = self.at(line)
        if index == self._index and event.chain >= self.CLICKS:
            self.post_message(self.Opened())
        else:
            self.go(index)

    def on_resize(self) -> None:
        """Adapt to the new size, keeping the current row in view."""
        self.measure()

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if self._note:
            return note_line(self._note, y, size, base + self._shades["note"])
        if (line := y + self.scroll_offset.y) >= self.lines:
            return Strip.blank(size.width, base)
        index, part = self.at(line)
        gutter = Segment(" " * GUTTER, base)
        if index == self._index and part < self.LIT:
            base += self._shades["chosen"]
            bar = "▌" if self.has_focus or not self.can_focus else "▎"
            gutter = Segment(bar.ljust(GUTTER), base + self._shades["bar"])
        cells = [gutter, *self.line_cells(index, part, base)]
        return Strip(cells).adjust_cell_length(size.width, base)
