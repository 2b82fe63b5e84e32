"""The list of what would come into the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from tui.controls.noted_list import NotedList
from tui.render.rows.arrival_row import HEIGHT, ArrivalInk, ProposedArrival, arrival_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment
    from rich.style import Style

    from search import Decision


class ArrivalList(NotedList[ProposedArrival]):
    """Shows what would come, or a note in its place; each thing can be left out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{name}" for name in ArrivalInk._fields}
    DEFAULT_CSS = """
    ArrivalList {
        & > .rows--facts, & > .rows--note { color: $text-muted; }
        & > .rows--sign { color: $text-success; text-style: bold; }
        & > .rows--refused { color: $text-error; text-style: bold; }
        & > .rows--title { color: $foreground; text-style: bold; }
        &:ansi > .rows--facts { text-style: dim; }
    }
    """
    HEIGHT = HEIGHT
    LIT = HEIGHT - 1

    class Opened(NotedList.Opened):
        """The user clicked the current row twice."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._all: list[ProposedArrival] = []

    @property
    def proposed(self) -> tuple[ProposedArrival, ...]:
        """All that is listed."""
        return tuple(self._all)

    def add(self, decisions: Iterable[Decision]) -> None:
        """List more, at the end; the current row stays the current one."""
        self._all += map(ProposedArrival, decisions)
        self.put(self._all, self._index)

    def leave_out(self) -> bool:
        """Leave the current one out, or no longer, and go to the next; False for what can't come in."""
        if self.current is None or not self.current.comes_in:
            return False
        self._all[self._index] = replace(self.current, left_out=not self.current.left_out)
        self.go(self._index + 1)
        return True

    def cells(self, at: int, base: Style) -> list[list[Segment]]:
        """Draw the lines of a row."""
        styles = ArrivalInk(*(base + self._shades[name] for name in ArrivalInk._fields))
        return arrival_row(self._rows[at], self.room, styles)
