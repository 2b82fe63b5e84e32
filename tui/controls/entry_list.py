"""A list of entries, each a heading with a text of a few lines below it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.row_list import RowList
from tui.render import clip, paragraphs
from tui.render.note_line import note_line
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

_GUTTER = 2
_MOST_LINES = 4
"""Lines of a text that are shown."""
_MOST_CHARACTERS = 2_000
"""Characters of a text that these lines can have use for."""


class ListEntry(NamedTuple):
    """A heading, and a text below it, which may be empty."""

    heading: str
    text: str


class EntryList(RowList, can_focus=True, inherit_bindings=False):
    """Shows entries, or a note in their place. Lines are cut for the width as it is.

    Cost: wrapping as much of each text as is shown, once for a width.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "entries--heading",
        "entries--text",
        "entries--chosen",
        "entries--bar",
    }
    DEFAULT_CSS = """
    EntryList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .entries--heading { color: $text-accent; }
        & > .entries--bar { color: $accent; text-style: bold; }
        & > .entries--chosen { background: $accent 18%; text-style: bold; }
        &:ansi > .entries--chosen { background: ansi_default; }
    }
    """

    class Opened(Message):
        """The user takes the current entry."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._entries: tuple[ListEntry, ...] = ()
        self._laid_out: tuple[tuple[ListEntry, ...], int] = ((), 0)
        self._lines: list[str] = []
        self._starts: list[int] = [0]
        self._note = ""
        self._shades = Shades(self, "entries")

    @property
    def total(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    @property
    def page(self) -> int:
        """The entries of a page: as many as surely fit."""
        return max(1, self.scrollable_content_region.height // (_MOST_LINES + 1))

    def show(self, entries: Sequence[ListEntry], note: str, index: int = 0) -> None:
        """Show other entries, one of them as the current one; if there are none, a note."""
        self._entries, self._note = tuple(entries), "" if entries else note
        self._lay_out()
        self.go(index)

    def reveal(self) -> None:
        """Scroll the current entry into view."""
        if self._lines:
            self.reveal_lines(self._starts[self._index], self._starts[self._index + 1] - 1)

    def update_border(self) -> None:
        """Do nothing: the border belongs to the screen around the list."""

    def on_resize(self) -> None:
        """Cut the lines for the new width."""
        self._lay_out()
        self.reveal()

    def watch_show_vertical_scrollbar(self) -> None:
        """Cut the lines for the width that the scrollbar leaves: it comes without a resize."""
        self._lay_out()
        self.reveal()

    def on_click(self, event: events.Click) -> None:
        """Make an entry the current one; a second click takes it."""
        offset = event.get_content_offset(self)
        if offset is None or (line := offset.y + self.scroll_offset.y) >= len(self._lines):
            return
        index = self._entry_at(line)
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
            return note_line(self._note, y, size, base)
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(size.width, base)
        entry = self._entry_at(number)
        sign = " " * _GUTTER
        if entry == self._index:
            base += self._shades["chosen"]
            sign = "▌ "
        style = base + self._shades["heading" if number == self._starts[entry] else "text"]
        cells = [Segment(sign, base + self._shades["bar"]), Segment(self._lines[number], style)]
        return Strip(cells).adjust_cell_length(size.width, base)

    def _entry_at(self, line: int) -> int:
        return bisect_right(self._starts, line) - 1

    def _lay_out(self) -> None:
        """Cut the lines, unless they are cut already; none while the list has no width."""
        room = self.scrollable_content_region.width
        if self._laid_out != (wanted := (self._entries, room)):
            width = max(1, room - _GUTTER)
            cut = [_lines(entry, width) for entry in self._entries] if room else []
            self._lines = [line for lines in cut for line in lines]
            self._starts = list(accumulate(map(len, cut), initial=0))
            self._laid_out = wanted
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()


def _lines(entry: ListEntry, width: int) -> list[str]:
    """Give an entry's lines; a text that is longer than they are ends with an ellipsis."""
    heading = clip(entry.heading, width)
    if not entry.text:
        return [heading]
    text = paragraphs(entry.text[:_MOST_CHARACTERS], width, _MOST_LINES + 1)
    shown = text[:_MOST_LINES]
    if len(text) > _MOST_LINES:
        shown[-1] = clip(f"{shown[-1]} …", width)
    return [heading, *shown]
