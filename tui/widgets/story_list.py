"""A list of stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.row_list import RowList
from tui.render.note_line import note_line
from tui.render.rows.story_row import HEIGHT, StoryInk, story_row
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from search import StoryHead

_GUTTER = 2


class StoryList(RowList, can_focus=True, inherit_bindings=False):
    """Shows stories, or a note in their place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"stories--{name}" for name in StoryInk._fields),
        "stories--chosen",
        "stories--bar",
        "stories--note",
    }
    DEFAULT_CSS = """
    StoryList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .stories--facts, & > .stories--note { color: $text-muted; }
        & > .stories--chip { color: $text-accent; }
        & > .stories--fresh { color: $text-warning; text-style: bold; }
        & > .stories--title { color: $foreground; }
        & > .stories--bar { color: $foreground 40%; }
        & > .stories--chosen { background: $foreground 6%; }
        &:focus > .stories--bar { color: $accent; text-style: bold; }
        &:focus > .stories--chosen { background: $accent 18%; }
        &:ansi > .stories--bar { color: ansi_default; }
        &:ansi > .stories--facts { text-style: dim; }
        &:ansi > .stories--chosen { background: ansi_default; }
        &:ansi:focus > .stories--chosen { background: ansi_default; }
    }
    """

    class Opened(Message):
        """The user wants to see the versions of the current story."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._stories: tuple[StoryHead, ...] = ()
        self._note = ""
        self._shades = Shades(self, "stories")

    @property
    def total(self) -> int:
        """How many stories there are."""
        return len(self._stories)

    @property
    def page(self) -> int:
        """How many stories are in view."""
        return max(1, self.scrollable_content_region.height // HEIGHT)

    @property
    def story(self) -> StoryHead | None:
        """The current story; None without any."""
        return self._stories[self._index] if self._stories else None

    def show(self, stories: Sequence[StoryHead]) -> None:
        """Show stories; the current one stays the current one, if it is still there."""
        current = self.story
        ids = [story.id for story in stories]
        self._stories, self._note = tuple(stories), ""
        if current is None or self._index == 0 or current.id not in ids:
            self._index = 0
        else:
            self._index = ids.index(current.id)
        self._measure()

    def show_note(self, note: str) -> None:
        """Show a note in the place of stories, with wrapped lines."""
        self._stories, self._index, self._note = (), 0, note
        self._measure()

    def reveal(self) -> None:
        """Scroll the current story into view."""
        self.reveal_lines(self._index * HEIGHT, (self._index + 1) * HEIGHT - 2)

    def update_border(self) -> None:
        """Show in the border which story is the current one."""
        self.border_subtitle = f"{self._index + 1:,} of {self.total:,}" if self.total else ""

    def on_click(self, event: events.Click) -> None:
        """Make a story the current one; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None or (at := (offset.y + self.scroll_offset.y) // HEIGHT) >= self.total:
            return
        if at == self._index and event.chain > 1:
            self.post_message(self.Opened())
        else:
            self.go(at)

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def on_resize(self) -> None:
        """Adapt to the new size, keeping the current story in view."""
        self._measure()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if self._note:
            return note_line(self._note, y, size, base + self._shades["note"])
        at, line = divmod(y + self.scroll_offset.y, HEIGHT)
        if at >= self.total or line == HEIGHT - 1:
            return Strip.blank(size.width, base)
        gutter, bar_style = " " * _GUTTER, base
        if at == self._index:
            base += self._shades["chosen"]
            gutter, bar_style = "▌ " if self.has_focus else "▎ ", base + self._shades["bar"]
        styles = StoryInk(*(base + self._shades[name] for name in StoryInk._fields))
        cells = story_row(self._stories[at], max(1, size.width - _GUTTER - 1), styles)[line]
        return Strip([Segment(gutter, bar_style), *cells]).adjust_cell_length(size.width, base)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self.total * HEIGHT)
        self.reveal()
        self.refresh()
        self.update_border()
