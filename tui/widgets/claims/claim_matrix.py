"""A list of the claims of a story, each with a cell for every outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.row_list import RowList
from tui.render.claims.claim_row import HEIGHT, ClaimInk, claim_columns, claim_row
from tui.render.note_line import note_line
from tui.render.shade import Shades

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from search import Claim, StoryClaims

_GUTTER = 2


class ClaimMatrix(RowList, can_focus=True, inherit_bindings=False):
    """Shows the claims of one story, or a note in their place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("claims", "pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"claims--{name}" for name in ClaimInk._fields),
        "claims--chosen",
        "claims--bar",
        "claims--note",
    }
    DEFAULT_CSS = """
    ClaimMatrix {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .claims--note, & > .claims--none { color: $text-muted; }
        & > .claims--full { color: $text-accent; text-style: bold; }
        & > .claims--partly { color: $text-accent; }
        & > .claims--alone { color: $text-warning; }
        & > .claims--text { color: $foreground; }
        & > .claims--bar { color: $foreground 40%; }
        & > .claims--chosen { background: $foreground 6%; }
        &:focus > .claims--bar { color: $accent; text-style: bold; }
        &:focus > .claims--chosen { background: $accent 18%; }
        &:ansi > .claims--bar { color: ansi_default; }
        &:ansi > .claims--none { text-style: dim; }
        &:ansi > .claims--chosen { background: ansi_default; }
        &:ansi:focus > .claims--chosen { background: ansi_default; }
    }
    """

    class Opened(Message):
        """The user wants to see the sentences of the current claim."""

    class Copied(Message):
        """The user wants the current claim copied."""

    class Moved(Message):
        """Another claim is the current one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._claims: tuple[Claim, ...] = ()
        self._note = ""
        self._shades = Shades(self, "claims")

    @property
    def total(self) -> int:
        """How many claims there are."""
        return len(self._claims)

    @property
    def page(self) -> int:
        """How many claims are in view."""
        return max(1, self.scrollable_content_region.height // HEIGHT)

    @property
    def claim(self) -> Claim | None:
        """The current claim; None without any."""
        return self._claims[self._index] if self._claims else None

    @property
    def columns(self) -> str:
        """The heading of the columns, over the rows as they are drawn now."""
        if not self._claims:
            return ""
        return " " * _GUTTER + claim_columns(len(self._claims[0].cells), self._room)

    def show(self, claims: StoryClaims) -> None:
        """Show claims from the first on."""
        self._claims, self._index, self._note = claims.claims, 0, ""
        self._measure()

    def show_note(self, note: str) -> None:
        """Show a note in the place of claims, with wrapped lines."""
        self._claims, self._index, self._note = (), 0, note
        self._measure()

    def reveal(self) -> None:
        """Scroll the current claim into view."""
        self.reveal_lines(self._index * HEIGHT, (self._index + 1) * HEIGHT - 1)

    def update_border(self) -> None:
        """Show in the border which claim is the current one."""
        self.border_subtitle = f"{self._index + 1:,} of {self.total:,}" if self.total else ""
        self.post_message(self.Moved())

    def action_open_claim(self) -> None:
        """Ask for the sentences of the current claim."""
        self.post_message(self.Opened())

    def action_copy_passage(self) -> None:
        """Ask for the current claim to be copied."""
        self.post_message(self.Copied())

    def on_click(self, event: events.Click) -> None:
        """Make a claim the current one; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None or (at := (offset.y + self.scroll_offset.y) // HEIGHT) >= self.total:
            return
        if at == self._index and event.chain > 1:
            self.action_open_claim()
        else:
            self.go(at)

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def on_resize(self) -> None:
        """Adapt to the new size, keeping the current claim in view."""
        self._measure()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if self._note:
            return note_line(self._note, y, size, base + self._shades["note"])
        at, line = divmod(y + self.scroll_offset.y, HEIGHT)
        if at >= self.total:
            return Strip.blank(size.width, base)
        gutter, bar_style = " " * _GUTTER, base
        if at == self._index:
            base += self._shades["chosen"]
            gutter, bar_style = "▌ " if self.has_focus else "▎ ", base + self._shades["bar"]
        styles = ClaimInk(*(base + self._shades[name] for name in ClaimInk._fields))
        cells = claim_row(self._claims[at], self._room, styles)[line]
        return Strip([Segment(gutter, bar_style), *cells]).adjust_cell_length(size.width, base)

    @property
    def _room(self) -> int:
        return max(1, self.scrollable_content_region.width - _GUTTER - 1)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self.total * HEIGHT)
        self.reveal()
        self.refresh()
        self.update_border()
