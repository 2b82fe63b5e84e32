"""A list of labels to choose from, each with something at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message

from tui.controls.noted_list import GUTTER, NotedList
from tui.render import clip, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style


class LabelList(NotedList[tuple[str, str]], can_focus=False):
    """Shows labels, one of which is the current one; keys go to the line of text above."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--aside"}
    DEFAULT_CSS = """
    LabelList {
        & > .rows--aside { color: $text-accent; }
        & > .rows--bar, &:ansi > .rows--bar { color: $accent; text-style: bold; }
        & > .rows--chosen { background: $accent 18%; text-style: bold; }
    }
    """
    CLICKS = 1

    class Moved(Message):
        """Another label is the current one."""

    class Opened(NotedList.Opened):
        """The user takes the current label."""

    def show(self, rows: Sequence[tuple[str, str]], note: str, index: int = 0) -> None:
        """Show other labels, each with what stands at its right; if there are none, a note."""
        self.put(rows, index, note)

    def go(self, index: int) -> None:
        """Make a label the current one."""
        super().go(index)
        self.post_message(self.Moved())

    def cells(self, at: int, base: Style) -> list[list[Segment]]:
        """Draw a label and what stands at its right."""
        label, aside = self._rows[at]
        width = self.scrollable_content_region.width
        aside = f" {clip(safe(aside), max(0, width // 2))} " if aside else ""
        room = max(0, width - GUTTER - cell_len(aside))
        shown = clip(safe(label), room)
        return [
            [
                Segment(shown + " " * (room - cell_len(shown)), base),
                Segment(aside, base + self._shades["aside"]),
            ]
        ]
