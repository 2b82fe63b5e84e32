"""A list of the words that one source uses more than another."""

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
from tui.render.comparison import SIDES
from tui.render.keyness import ColumnInk, columns, heading, source_name, word_row
from tui.render.note_line import note_line
from tui.render.shade import Shades

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from search import Contrast, Preference
    from tui.render.comparison import Side
    from tui.render.keyness import Columns

_GUTTER = 2


class WordList(RowList, can_focus=True, inherit_bindings=False):
    """Shows the words of one side below the names of the columns, or a note in their place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"words--{name}" for name in ColumnInk._fields),
        "words--heading",
        "words--chosen",
        "words--gutter",
        "words--note",
    }
    DEFAULT_CSS = """
    WordList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .words--word { color: $foreground; }
        & > .words--number { color: $foreground 75%; }
        & > .words--bar { color: $text-primary; }
        & > .words--other, & > .words--heading, & > .words--note { color: $text-muted; }
        & > .words--z { color: $text-accent; }
        & > .words--gutter { color: $foreground 40%; }
        & > .words--chosen { background: $foreground 6%; }
        &:focus > .words--gutter { color: $accent; text-style: bold; }
        &:focus > .words--chosen { background: $accent 18%; }
        &:ansi > .words--number, &:ansi > .words--gutter { color: ansi_default; }
        &:ansi > .words--heading, &:ansi > .words--other { text-style: dim; }
        &:ansi > .words--chosen { background: ansi_default; }
        &:ansi:focus > .words--chosen { background: ansi_default; }
    }
    """

    class Opened(Message):
        """The user wants to see the uses of the current word."""

    class Moved(Message):
        """Another word is the current one."""

    def __init__(self, side: Side, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._side = side
        self._contrast: Contrast | None = None
        self._words: tuple[Preference, ...] = ()
        self._columns: Columns | None = None
        self._order = ""
        self._note = ""
        self._shades = Shades(self, "words")

    @property
    def total(self) -> int:
        """How many words are listed."""
        return len(self._words)

    @property
    def page(self) -> int:
        """The rows of a page: a window below the heading, less one row."""
        return max(1, self.scrollable_content_region.height - 2)

    @property
    def word(self) -> Preference | None:
        """The current word; None without any."""
        return self._words[self._index] if self._words else None

    def show(
        self, contrast: Contrast, words: tuple[Preference, ...], order: str, note: str
    ) -> None:
        """Show words, or a note if there are none; the current word stays current if it is listed.

        `order` is their order in words, shown below the list.
        """
        kept = self.word.word if self.word is not None and self._index else None
        self._contrast, self._words, self._order = contrast, words, order
        self._note = "" if words else note
        self._index = next((i for i, word in enumerate(words) if word.word == kept), 0)
        self._measure()

    def show_note(self, note: str) -> None:
        """Show a note in the place of words, with wrapped lines."""
        self._contrast, self._words, self._note, self._index = None, (), note, 0
        self._measure()

    def on_resize(self) -> None:
        """Distribute the columns for the new size."""
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """Make a word the current one; a second click opens its uses."""
        offset = event.get_content_offset(self)
        if offset is None or not offset.y:
            return
        index = offset.y - 1 + self.scroll_offset.y
        if index == self._index and event.chain > 1:
            self.post_message(self.Opened())
        elif index < self.total:
            self.go(index)

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if self._note:
            return note_line(self._note, y, size, base + self._shades["note"])
        index = y - 1 + self.scroll_offset.y
        contrast, shown = self._contrast, self._columns
        if contrast is None or shown is None or index >= self.total:
            return Strip.blank(size.width, base)
        if not y:
            cells = heading(shown, base + self._shades["heading"])
            return Strip([Segment(" " * _GUTTER, base), *cells]).adjust_cell_length(
                size.width, base
            )
        gutter, bar_style, bold = " " * _GUTTER, base, Style()
        if index == self._index:
            base += self._shades["chosen"]
            gutter, bar_style = "▌ " if self.has_focus else "▎ ", base + self._shades["gutter"]
            bold = Style(bold=True)
        styles = ColumnInk(*(base + self._shades[name] + bold for name in ColumnInk._fields))
        cells = word_row(contrast, self._words[index], self._side, shown, styles)
        return Strip([Segment(gutter, bar_style), *cells]).adjust_cell_length(size.width, base)

    def _measure(self) -> None:
        room = self.scrollable_content_region.width - _GUTTER - 1
        if self._contrast is not None and room > 0:
            self._columns = columns(self._contrast, self._words, self._side, room)
        self.virtual_size = Size(self.size.width, self.total + 1 if self.total else 0)
        self.reveal()
        self.refresh()
        self.update_border()

    def reveal(self) -> None:
        """Scroll the current word into view, below the heading."""
        self.reveal_lines(self._index, self._index + 1)

    def update_border(self) -> None:
        """Show in the border whose words these are, and which is the current one."""
        contrast = self._contrast
        if contrast is None:
            self.border_title = self.border_subtitle = ""
            return
        source = contrast.left if self._side == "left" else contrast.right
        self.border_title = Content(f"{SIDES[self._side]} more in {source_name(source)}")
        place = f"{self._order} · {self._index + 1:,} of {self.total:,}"
        self.border_subtitle = place if self.total else ""
        self.post_message(self.Moved())
