"""A list of labels to choose from, each with something at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.controls.row_list import RowList
from tui.render import clip, safe
from tui.render.note_line import note_line
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class LabelList(RowList):
    """Shows labels, one of which is the current one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"labels--aside", "labels--chosen", "labels--bar"}
    DEFAULT_CSS = """
    LabelList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .labels--aside { color: $text-accent; }
        & > .labels--bar { color: $accent; text-style: bold; }
        & > .labels--chosen { background: $accent 18%; text-style: bold; }
        &:ansi > .labels--chosen { background: ansi_default; }
    }
    """

    class Moved(Message):
        """Another label is the current one."""

    class Opened(Message):
        """The user takes the current label."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[tuple[str, str]] = ()
        self._note = ""
        self._shades = Shades(self, "labels")

    @property
    def total(self) -> int:
        """How many labels are listed."""
        return len(self._rows)

    @property
    def page(self) -> int:
        """The rows of a page: a window less one row."""
        return max(1, self.scrollable_content_region.height - 1)

    def show(self, rows: Sequence[tuple[str, str]], note: str, index: int = 0) -> None:
        """Show other labels, each with what stands at its right; if there are none, a note."""
        self._rows, self._note, self._index = rows, "" if rows else note, index
        self.virtual_size = Size(self.size.width, self.total)
        self.call_after_refresh(self.reveal)
        self.refresh()

    def go(self, index: int) -> None:
        """Make a label the current one."""
        super().go(index)
        self.post_message(self.Moved())

    def reveal(self) -> None:
        """Scroll the current label into view."""
        self.reveal_lines(self._index, self._index)

    def update_border(self) -> None:
        """Do nothing: the border belongs to the screen around the list."""

    def on_click(self, event: events.Click) -> None:
        """Make a label the current one; a click on that takes it."""
        offset = event.get_content_offset(self)
        if offset is None or (index := offset.y + self.scroll_offset.y) >= self.total:
            return
        if index == self._index:
            self.post_message(self.Opened())
        else:
            self.go(index)

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if self._note:
            return note_line(self._note, y, size, base)
        index = y + self.scroll_offset.y
        if index >= self.total:
            return Strip.blank(size.width, base)
        label, aside = self._rows[index]
        sign = "  "
        if index == self._index:
            base += self._shades["chosen"]
            sign = "▌ "
        aside = f" {clip(safe(aside), max(0, size.width // 2))} " if aside else ""
        room = max(0, size.width - len(sign) - cell_len(aside))
        shown = clip(safe(label), room)
        return Strip(
            [
                Segment(sign, base + self._shades["bar"]),
                Segment(shown + " " * (room - cell_len(shown)), base),
                Segment(aside, base + self._shades["aside"]),
            ]
        ).adjust_cell_length(size.width, base)
