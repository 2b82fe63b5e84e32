"""One line below the search: how it was read, what is wrong with it, and what goes on."""

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
    """What the line says.

    Attributes:
        kind: how it was read, a fault in it, or another spelling.
        text: the words.
        column: for a fault, the column of the screen its caret points at.
        aside: what stands at the right end: work going on, files that failed.
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
        self._said = StatusText()

    def show(self, said: StatusText) -> None:
        """Say something else."""
        if said != self._said:
            self._said = said
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the line."""
        del y
        said, width = self._said, self.size.width
        base = self.rich_style
        style = base + shade(self, f"said--{said.kind}")
        aside = clip(safe(said.aside), width // 2)
        room = width - 2 - (cell_len(aside) + 2 if aside else 0)
        text = self._pointed(room) if said.kind == "fault" else " " + clip(safe(said.text), room)
        left = Strip([Segment(text, style)]).adjust_cell_length(width - cell_len(aside) - 1, base)
        right = base + shade(self, "said--aside")
        return Strip([*left, Segment(aside, right), Segment(" ", base)])

    def _pointed(self, room: int) -> str:
        """Put the caret under the fault and the reason after it, or before it near the edge."""
        said = self._said
        at = max(0, min(said.column - self.region.x, room - 1))
        reason = safe(said.text)
        if at + 2 + cell_len(reason) <= room or at < room // 2:
            return " " * at + "^ " + clip(reason, room - at - 2)
        return (clip(reason, at - 1) + " ^").rjust(at + 1)
