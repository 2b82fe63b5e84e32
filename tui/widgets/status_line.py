"""The line below the search input: how the query was read, faults, and progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.render import clip, safe
from tui.render.shade import shade


@dataclass(frozen=True, slots=True)
class StatusText:
    """The content of the line.

    Attributes:
        kind: how the query was read, a fault in it, or a suggested spelling.
        text: its text.
        column: for a fault, the screen column that the caret points at.
        aside: the text at the right end: progress, or how many files failed.
    """

    kind: Literal["read", "fault", "suggestion"] = "read"
    text: str = ""
    column: int = 0
    aside: str = ""


class StatusLine(Widget):
    """Shows one `StatusText`."""

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

    def show(self, status: StatusText) -> None:
        """Show another text."""
        if status != self._status:
            self._status = status
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        del y
        status, width = self._status, self.size.width
        base = self.rich_style
        style = base + shade(self, f"said--{status.kind}")
        aside = clip(safe(status.aside), width // 2)
        room = width - 2 - (cell_len(aside) + 2 if aside else 0)
        text = (
            self._pointed(room) if status.kind == "fault" else " " + clip(safe(status.text), room)
        )
        left = Strip([Segment(text, style)]).adjust_cell_length(width - cell_len(aside) - 1, base)
        right = base + shade(self, "said--aside")
        return Strip([*left, Segment(aside, right), Segment(" ", base)])

    def _pointed(self, room: int) -> str:
        """Put a caret under the fault, and the reason after it, or before it near the edge."""
        status = self._status
        at = max(0, min(status.column - self.region.x, room - 1))
        reason = safe(status.text)
        if at + 2 + cell_len(reason) <= room or at < room // 2:
            return " " * at + "^ " + clip(reason, room - at - 2)
        return (clip(reason, at - 1) + " ^").rjust(at + 1)
