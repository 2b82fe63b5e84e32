"""A list of notes, of any length; rows are painted when they are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.row_list import RowList
from tui.render.note_line import note_line
from tui.render.passages.note_entry import HEIGHT, note_entry
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from tui.render.passages.note_entry import NoteRow

_STYLE_NAMES = frozenset("title facts text quote lost chosen bar rule note".split())


class NoteList(RowList, can_focus=True, inherit_bindings=False):
    """Shows notes, or a sentence in their place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"notes--{name}" for name in _STYLE_NAMES}
    DEFAULT_CSS = """
    NoteList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .notes--title { color: $foreground; }
        & > .notes--facts, & > .notes--note { color: $text-muted; }
        & > .notes--quote { text-style: italic; color: $text-accent; }
        & > .notes--lost { text-style: bold; color: $text-warning; }
        & > .notes--rule { color: $foreground 20%; }
        & > .notes--bar { color: $foreground 40%; }
        & > .notes--chosen { background: $foreground 6%; }
        &:focus > .notes--bar { color: $accent; text-style: bold; }
        &:focus > .notes--chosen { background: $accent 18%; }
        &:ansi > .notes--bar { color: ansi_default; }
        &:ansi > .notes--facts { text-style: dim; }
        &:ansi > .notes--chosen { background: ansi_default; }
        &:ansi:focus > .notes--chosen { background: ansi_default; }
    }
    """

    class Opened(Message):
        """The user wants to read the current note's passage."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: Sequence[NoteRow] = ()
        self._note = ""
        self._shades = Shades(self, "notes")

    @property
    def total(self) -> int:
        """How many notes are listed."""
        return len(self._rows)

    @property
    def page(self) -> int:
        """The rows of a page."""
        return max(1, self.scrollable_content_region.height // HEIGHT)

    @property
    def row(self) -> NoteRow | None:
        """The current row; None without any."""
        return self._rows[self._index] if self._rows else None

    def show(self, rows: Sequence[NoteRow], empty: str) -> None:
        """Show other rows; the current note stays current, or the one at its place. `empty` says why none."""
        current = self.row.note.number if self.row is not None else None
        places = {row.note.number: at for at, row in enumerate(rows)}
        self._rows, self._note = rows, "" if rows else empty
        index = places.get(current, self._index) if current is not None else 0
        self._index = max(0, min(index, len(rows) - 1))
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """Make a note the current one; a second click opens it."""
        offset = event.get_content_offset(self)
        index = (offset.y + self.scroll_offset.y) // HEIGHT if offset is not None else self.total
        if index >= self.total:
            return
        if index == self._index and event.chain > 1:
            self.post_message(self.Opened())
        else:
            self.go(index)

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def on_resize(self) -> None:
        """Adapt to the new size, keeping the current note in view."""
        self._measure()

    def reveal(self) -> None:
        """Scroll the current row into view."""
        self.reveal_lines(self._index * HEIGHT, self._index * HEIGHT + HEIGHT - 1)

    def update_border(self) -> None:
        """Show in the border which note is the current one."""
        self.border_subtitle = f"{self._index + 1:,} of {self.total:,}" if self._rows else ""

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if self._note:
            return note_line(self._note, y, size, base + self._shades["note"])
        index, line = divmod(y + self.scroll_offset.y, HEIGHT)
        if index >= self.total:
            return Strip.blank(size.width, base)
        bar = ("▌" if self.has_focus else "▎") if index == self._index else ""
        return note_entry(self._rows[index], size.width, self._shades, bar)[line]

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self.total * HEIGHT)
        self.reveal()
        self.refresh()
        self.update_border()
