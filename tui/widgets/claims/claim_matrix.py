"""A list of the claims of a story, each with a cell for every outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.commands import bindings
from tui.controls.noted_list import GUTTER, NotedList
from tui.render.claims.claim_row import HEIGHT, ClaimInk, claim_columns, claim_row

if TYPE_CHECKING:
    from rich.segment import Segment
    from rich.style import Style
    from textual.binding import BindingType

    from search import Claim


class ClaimMatrix(NotedList["Claim"], inherit_bindings=False):
    """Shows the claims of one story, or a note in their place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("claims", "pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{name}" for name in ClaimInk._fields}
    DEFAULT_CSS = """
    ClaimMatrix {
        & > .rows--note, & > .rows--none { color: $text-muted; }
        & > .rows--full { color: $text-accent; text-style: bold; }
        & > .rows--partly { color: $text-accent; }
        & > .rows--alone { color: $text-warning; }
        & > .rows--text { color: $foreground; }
        &:ansi > .rows--none { text-style: dim; }
    }
    """
    HEIGHT = HEIGHT
    LIT = HEIGHT

    class Opened(NotedList.Opened):
        """The user wants to see the sentences of the current claim."""

    class Copied(Message):
        """The user wants the current claim copied."""

    class Moved(Message):
        """Another claim is the current one."""

    @property
    def columns(self) -> str:
        """The heading of the columns, over the rows as they are drawn now."""
        if not self._rows:
            return ""
        return " " * GUTTER + claim_columns(len(self._rows[0].cells), self.room)

    def update_border(self) -> None:
        """Show in the border which claim is the current one."""
        super().update_border()
        self.post_message(self.Moved())

    def action_open_claim(self) -> None:
        """Ask for the sentences of the current claim."""
        self.post_message(self.Opened())

    def action_copy_passage(self) -> None:
        """Ask for the current claim to be copied."""
        self.post_message(self.Copied())

    def cells(self, at: int, base: Style) -> list[list[Segment]]:
        """Draw the lines of a claim."""
        styles = ClaimInk(*(base + self._shades[name] for name in ClaimInk._fields))
        return claim_row(self._rows[at], self.room, styles)
