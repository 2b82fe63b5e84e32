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
        column: for a fault with a caret, the screen column that this stands in.
        aside: the text at the right end: progress, or how many files failed.
        sign: of a fault; a caret points at what is wrong, `!` stands before the text.
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
        self._beside = ""
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
        """Lay a fault out, in several lines where it doesn't fit in one, so that nothing of it is cut.

        What has a caret stands below that then, anything else begins beside its sign.
        """
        self._beside, self._below = safe(self._status.text), []
        if self._status.kind == "fault" and self.size.width:
            if self._status.sign == "!":
                self._beside, *self._below = self._marked_lines()
            elif cell_len(self._beside) + 2 > max(self._room - self._caret, self._caret + 1):
                self._below = paragraphs(self._beside, max(1, self.size.width - 2))[:_MOST_BELOW]
                self._beside = ""
        self.styles.height = 1 + len(self._below)

    def _marked_lines(self) -> list[str]:
        """Give the lines of a fault without a place, wrapped beside what stands at the right end."""
        room = max(1, self._room - 2)
        lines = paragraphs(self._beside, room) or [""]
        kept = lines[: 1 + _MOST_BELOW]
        if len(lines) > len(kept):
            kept[-1] = clip(f"{kept[-1]} {lines[len(kept)]}", room)
        return kept

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if y:
            below = self._below[y - 1] if y <= len(self._below) else ""
            style = self.rich_style + shade(self, "said--fault")
            indent = "   " if self._status.sign == "!" else " "
            return Strip([Segment(f"{indent}{below}", style)]).adjust_cell_length(
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
        at, reason, sign = self._caret, self._beside, self._status.sign
        if sign == "!":
            return f" ! {clip(reason, room - 2)}"
        if at + 2 + cell_len(reason) <= room or at < room // 2:
            return " " * at + f"{sign} " + clip(reason, room - at - 2)
        return (clip(reason, at - 1) + f" {sign}").rjust(at + 1)
