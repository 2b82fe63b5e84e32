"""A timeline of the versions of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.row_list import RowList
from tui.render.note_line import note_line
from tui.render.shade import Shades
from tui.render.version_lines import HEIGHT, TimelineInk, first_label, version_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from search import ArticleId, Version

_GUTTER = 2


class Timeline(RowList, can_focus=True, inherit_bindings=False):
    """Shows the versions of one story, or a note in their place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"timeline--{name}" for name in TimelineInk._fields),
        "timeline--chosen",
        "timeline--bar",
        "timeline--note",
    }
    DEFAULT_CSS = """
    Timeline {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .timeline--when, & > .timeline--note { color: $text-muted; }
        & > .timeline--source { color: $text-accent; text-style: bold; }
        & > .timeline--sign { color: $text-warning; text-style: bold; }
        & > .timeline--title { color: $foreground; }
        & > .timeline--text { color: $foreground 85%; }
        & > .timeline--rail { color: $text-accent; }
        & > .timeline--bar { color: $foreground 40%; }
        & > .timeline--chosen { background: $foreground 6%; }
        &:focus > .timeline--bar { color: $accent; text-style: bold; }
        &:focus > .timeline--chosen { background: $accent 18%; }
        &:ansi > .timeline--text, &:ansi > .timeline--bar { color: ansi_default; }
        &:ansi > .timeline--when { text-style: dim; }
        &:ansi > .timeline--chosen { background: ansi_default; }
        &:ansi:focus > .timeline--chosen { background: ansi_default; }
    }
    """

    class Opened(Message):
        """The user wants to read the current version."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._versions: tuple[Version, ...] = ()
        self._origin: ArticleId | None = None
        self._first = ""
        self._note = ""
        self._shades = Shades(self, "timeline")

    @property
    def total(self) -> int:
        """How many versions there are."""
        return len(self._versions)

    @property
    def page(self) -> int:
        """How many versions are in view."""
        return max(1, self.scrollable_content_region.height // HEIGHT)

    @property
    def version(self) -> Version | None:
        """The current version; None without any."""
        return self._versions[self._index] if self._versions else None

    def show(self, versions: Sequence[Version], origin: ArticleId) -> None:
        """Show versions; `origin`, the one the user came from, is the current one at first.

        If the same story is shown again, the current version stays the current one, if it is there.
        """
        current = self.version
        kept = current.head.id if current is not None else origin
        ids = [version.head.id for version in versions]
        self._versions, self._origin, self._note = tuple(versions), origin, ""
        self._first = first_label(versions)
        self._index = ids.index(kept) if kept in ids else 0
        self._measure()

    def show_note(self, note: str) -> None:
        """Show a note in the place of versions, with wrapped lines."""
        self._versions, self._index, self._note = (), 0, note
        self._measure()

    def reveal(self) -> None:
        """Scroll the current version into view."""
        self.reveal_lines(self._index * HEIGHT, (self._index + 1) * HEIGHT - 2)

    def update_border(self) -> None:
        """Show in the border which version is the current one."""
        self.border_subtitle = f"{self._index + 1:,} of {self.total:,}" if self.total else ""

    def on_click(self, event: events.Click) -> None:
        """Make a version the current one; a second click opens it."""
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
        """Adapt to the new size, keeping the current version in view."""
        self._measure()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if self._note:
            return note_line(self._note, y, size, base + self._shades["note"])
        at, line = divmod(y + self.scroll_offset.y, HEIGHT)
        if at >= self.total:
            return Strip.blank(size.width, base)
        gutter, bar_style, bold = " " * _GUTTER, base, Style()
        if at == self._index and line < HEIGHT - 1:
            base += self._shades["chosen"]
            gutter, bar_style = "▌ " if self.has_focus else "▎ ", base + self._shades["bar"]
            bold = Style(bold=True)
        styles = TimelineInk(*(base + self._shades[name] for name in TimelineInk._fields))
        version = self._versions[at]
        cells = version_lines(
            version,
            self._versions[at + 1] if at + 1 < self.total else None,
            max(1, size.width - _GUTTER - 1),
            styles._replace(title=styles.title + bold),
            first=self._first,
            origin=version.head.id == self._origin,
        )[line]
        return Strip([Segment(gutter, bar_style), *cells]).adjust_cell_length(size.width, base)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self.total * HEIGHT)
        self.reveal()
        self.refresh()
        self.update_border()
