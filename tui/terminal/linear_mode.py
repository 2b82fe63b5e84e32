"""Linear mode: the screen as plain lines, and what happens said in the last of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from tui.render import clip
from tui.terminal.linear_output import LinearOutput, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size
    from textual.screen import Screen
    from textual.widget import Widget

LINEAR = "-linear"
"""The class of the app in linear mode."""
STYLES = Path(__file__).with_name("linear.tcss")


class LinearMode:
    """Turns a screen into what is to be written.

    The last line, in which keys stand otherwise, says the last change: a message, or where the
    focus is with the border's words and the current row, or else the lines that changed.
    """

    def __init__(self) -> None:
        self.said = ""
        self._output = LinearOutput()
        self._message = ""
        self._place: tuple[object, str] = (None, "")

    def forget(self) -> None:
        """Write all again next time."""
        self._output.forget()

    def tell(self, message: str) -> None:
        """Have a message said with the next update."""
        self._message = message

    def update(self, screen: Screen[object], size: Size) -> str:
        """Give what to write so that the terminal shows a screen; empty if nothing changed."""
        strips = screen._compositor.render_strips(size)  # noqa: SLF001 - Textual has no other way to its lines
        lines = [plain(strip.text) for strip in strips[: max(0, size.height - 1)]]
        focused = screen.focused
        self.said = clip(self._say(focused, lines), max(1, size.width - 1))
        written = self._output.update([*lines, self.said])
        return written + _cursor(screen, size) if written else ""

    def _say(self, focused: Widget | None, lines: Sequence[str]) -> str:
        if self._message:
            said, self._message = self._message, ""
            return said
        if isinstance(focused, Input) and focused is not self._place[0]:
            self._place = focused, ""
            return ": ".join(filter(None, (_name(focused) or focused.placeholder, focused.value)))
        place = focused, _place(focused, lines)
        if place != self._place and place[1]:
            moved, self._place = place[0] is not self._place[0], place
            name = _name(focused) if moved else ""
            return ": ".join(filter(None, (name, place[1])))
        changed = self._output.changed(lines)
        typed = focused.region.y if isinstance(focused, Input) else -1
        # What is searched stands in the first line, with how long that took.
        news = " · ".join(" ".join(lines[y].split()) for y in changed if y not in {0, typed})
        return news or self.said


def _name(focused: Widget | None) -> str:
    """Give what stands above a widget or the box it is in; empty without."""
    for node in focused.ancestors_with_self if focused is not None else ():
        if title := str(getattr(node, "border_title", None) or ""):
            return title
    return ""


def _place(focused: Widget | None, lines: Sequence[str]) -> str:
    """Give the border's words of a widget and its current row; empty where it has neither."""
    if focused is None or isinstance(focused, Input):
        return ""
    region = focused.region
    left, right = region.x, region.right
    rows = [lines[y][left:right] for y in range(region.y, min(region.bottom, len(lines)))]
    current = [row.replace(">", " ", 1).split() for row in rows if row.lstrip().startswith(">")]
    row = " ".join(word for words in current for word in words)
    if not row:
        row = " ".join(next((row for row in rows if row.strip()), "").split())
    return " · ".join(filter(None, (str(focused.border_subtitle or ""), row)))


def _cursor(screen: Screen[object], size: Size) -> str:
    """Give what puts the cursor where one types, else to the line that says the change."""
    if isinstance(screen.focused, Input):
        x, y = screen.app.cursor_position
    else:
        x, y = 0, size.height - 1
    return f"\x1b[{y + 1};{x + 1}H\x1b[?25h"
