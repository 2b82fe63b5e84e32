"""A list of sources to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.controls.row_list import RowList
from tui.render import clip
from tui.render.keyness import source_name
from tui.render.note_line import note_line
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class SourceList(RowList):
    """Shows sources with their numbers of articles."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "outlets--name",
        "outlets--count",
        "outlets--chosen",
        "outlets--bar",
    }
    DEFAULT_CSS = """
    SourceList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .outlets--count { color: $text-muted; }
        & > .outlets--bar { color: $accent; text-style: bold; }
        & > .outlets--chosen { background: $accent 18%; text-style: bold; }
        &:ansi > .outlets--chosen { background: ansi_default; }
    }
    """

    class Opened(Message):
        """The user takes the current source."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Sequence[tuple[str | None, int]] = ()
        self._note = ""
        self._shades = Shades(self, "outlets")

    @property
    def total(self) -> int:
        """How many sources are listed."""
        return len(self._counts)

    @property
    def page(self) -> int:
        """The rows of a page: a window less one row."""
        return max(1, self.scrollable_content_region.height - 1)

    @property
    def chosen(self) -> tuple[str | None] | None:
        """The current source in a tuple, as None is the unknown source; None without sources."""
        return (self._counts[self._index][0],) if self._counts else None

    def show(self, counts: Sequence[tuple[str | None, int]], note: str) -> None:
        """Show other sources, with the first as the current one; if there are none, a note."""
        self._counts, self._note, self._index = counts, "" if counts else note, 0
        self.virtual_size = Size(self.size.width, self.total)
        self.reveal()
        self.refresh()

    def reveal(self) -> None:
        """Scroll the current source into view."""
        self.reveal_lines(self._index, self._index)

    def update_border(self) -> None:
        """Do nothing: the border belongs to the screen around the list."""

    def on_click(self, event: events.Click) -> None:
        """Make a source the current one; a second click takes it."""
        offset = event.get_content_offset(self)
        if offset is None or (index := offset.y + self.scroll_offset.y) >= self.total:
            return
        if index == self._index and event.chain > 1:
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
            return note_line(self._note, y, size, base + self._shades["count"])
        index = y + self.scroll_offset.y
        if index >= self.total:
            return Strip.blank(size.width, base)
        source, articles = self._counts[index]
        sign = "  "
        if index == self._index:
            base += self._shades["chosen"]
            sign = "▌ "
        count = f"{articles:,} "
        room = max(0, size.width - len(sign) - len(count))
        name = clip(source_name(source), room - 1)
        name += " " * (room - cell_len(name))
        return Strip(
            [
                Segment(sign, base + self._shades["bar"]),
                Segment(name, base + self._shades["name"]),
                Segment(count, base + self._shades["count"]),
            ]
        ).adjust_cell_length(size.width, base)
