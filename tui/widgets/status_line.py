"""The line below the search input: how the query was read, faults, and progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.render import clip, paragraphs, safe
from tui.render.shade import shade

_MOST_BELOW = 4
"""Lines of a fault below its caret; what a query is told is never longer, even at 40 columns."""


@dataclass(frozen=True, slots=True)
class StatusText:
    """The content of the line.

    Attributes:
        kind: how the query was read, a fault in it, or a suggested spelling.
        text: its text.
        column: for a fault, the screen column that its sign stands in.
        aside: the text at the right end: progress, or how many files failed.
        sign: of a fault; a caret points at what is wrong.
    """

    kind: Literal["read", "fault", "suggestion"] = "read"
    text: str = ""
    column: int = 0
    aside: str = ""
    sign: Literal["^", "!"] = "^"


class StatusLine(Widget):
    """Shows one `StatusText`, in one line, or a long fault in several."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "said--read",
        "said--fault",
        "said--suggestion",
        "said--aside",
    }
    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        & > .said--read { color: $text-muted; }
        & > .said--fault { color: $text-error; text-style: bold; }
        & > .said--suggestion { color: $text-warning; }
        & > .said--aside { color: $text-accent; }
        &:ansi > .said--read { text-style: dim; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._status = StatusText()
        self._below: list[str] = []

    def show(self, status: StatusText) -> None:
        """Show another text."""
        if status != self._status:
            self._status = status
            self._fit()
            self.refresh()

    def on_resize(self) -> None:
        """Take as many lines as the text needs at this width."""
        self._fit()

    def _fit(self) -> None:
        """Put a fault that doesn't fit beside its caret below it, so that nothing of it is cut."""
        self._below = []
        if self._status.kind == "fault" and self.size.width:
            reason = safe(self._status.text)
            if cell_len(reason) + 2 > max(self._room - self._caret, self._caret + 1):
                self._below = paragraphs(reason, max(1, self.size.width - 2))[:_MOST_BELOW]
        self.styles.height = 1 + len(self._below)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if y:
            below = self._below[y - 1] if y <= len(self._below) else ""
            style = self.rich_style + shade(self, "said--fault")
            return Strip([Segment(f" {below}", style)]).adjust_cell_length(
                self.size.width, self.rich_style
            )
        status, width = self._status, self.size.width
        base = self.rich_style
        style = base + shade(self, f"said--{status.kind}")
        aside, room = self._aside, self._room
        text = (
            self._pointed(room) if status.kind == "fault" else " " + clip(safe(status.text), room)
        )
        left = Strip([Segment(text, style)]).adjust_cell_length(width - cell_len(aside) - 1, base)
        right = base + shade(self, "said--aside")
        return Strip([*left, Segment(aside, right), Segment(" ", base)])

    @property
    def _aside(self) -> str:
        return clip(safe(self._status.aside), self.size.width // 2)

    @property
    def _room(self) -> int:
        """The cells left of what stands at the right end."""
        aside = cell_len(self._aside)
        return self.size.width - 2 - (aside + 2 if aside else 0)

    @property
    def _caret(self) -> int:
        return max(0, min(self._status.column - self.region.x, self._room - 1))

    def _pointed(self, room: int) -> str:
        """Put its sign under the fault, and the reason after it, or before it near the edge."""
        at, reason = self._caret, "" if self._below else safe(self._status.text)
        sign = self._status.sign
        if at + 2 + cell_len(reason) <= room or at < room // 2:
            return " " * at + f"{sign} " + clip(reason, room - at - 2)
        return (clip(reason, at - 1) + f" {sign}").rjust(at + 1)
