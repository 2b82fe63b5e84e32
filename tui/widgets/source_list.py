"""A list of sources to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment

from tui.controls.noted_list import GUTTER, NotedList
from tui.render import clip
from tui.render.keyness import source_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style


class SourceList(NotedList[tuple[str | None, int]], can_focus=False):
    """Shows sources with their numbers of articles; keys go to the line of text above."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--count"}
    DEFAULT_CSS = """
    SourceList {
        & > .rows--count, & > .rows--note { color: $text-muted; }
        & > .rows--bar, &:ansi > .rows--bar { color: $accent; text-style: bold; }
        & > .rows--chosen { background: $accent 18%; text-style: bold; }
    }
    """

    class Opened(NotedList.Opened):
        """The user takes the current source."""

    @property
    def chosen(self) -> tuple[str | None] | None:
        """The current source in a tuple, as None is the unknown source; None without sources."""
        return (self.current[0],) if self.current is not None else None

    @property
    def _counts(self) -> Sequence[tuple[str | None, int]]:
        return self._rows

    def cells(self, at: int, base: Style) -> list[list[Segment]]:
        """Draw a source and its number of articles."""
        source, articles = self._counts[at]
        count = f"{articles:,} "
        room = max(0, self.scrollable_content_region.width - GUTTER - len(count))
        name = clip(source_name(source), room - 1)
        name += " " * (room - cell_len(name))
        return [[Segment(name, base), Segment(count, base + self._shades["count"])]]
