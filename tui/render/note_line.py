"""A note shown in the place of missing content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.render import paragraphs

if TYPE_CHECKING:
    from rich.style import Style
    from textual.geometry import Size


def note_line(note: str, y: int, size: Size, style: Style) -> Strip:
    """Draw line `y` of a window that shows a note, placed a third of the way down."""
    lines = paragraphs(note, max(1, size.width - 4))
    at = y - max(0, (size.height - len(lines)) // 3)
    text = lines[at] if 0 <= at < len(lines) else ""
    return Strip([Segment("  " + text, style)]).adjust_cell_length(size.width, style)
