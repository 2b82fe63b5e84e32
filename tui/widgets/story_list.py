"""A list of stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.controls.noted_list import NotedList
from tui.render.rows.story_row import HEIGHT, StoryInk, story_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.segment import Segment
    from rich.style import Style

    from search import StoryHead


class StoryList(NotedList["StoryHead"]):
    """Shows stories, or a note in their place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{name}" for name in StoryInk._fields}
    DEFAULT_CSS = """
    StoryList {
        & > .rows--facts, & > .rows--note { color: $text-muted; }
        & > .rows--chip { color: $text-accent; }
        & > .rows--fresh { color: $text-warning; text-style: bold; }
        & > .rows--title { color: $foreground; }
        &:ansi > .rows--facts { text-style: dim; }
    }
    """
    HEIGHT = HEIGHT
    LIT = HEIGHT - 1

    class Opened(NotedList.Opened):
        """The user wants to see the versions of the current story."""

    def show(self, stories: Sequence[StoryHead]) -> None:
        """Show stories; the current one stays the current one, if it is still there."""
        current = self.current if self._index else None
        ids = [story.id for story in stories]
        self.put(stories, ids.index(current.id) if current and current.id in ids else 0)

    def cells(self, at: int, base: Style) -> list[list[Segment]]:
        """Draw the lines of a story."""
        styles = StoryInk(*(base + self._shades[name] for name in StoryInk._fields))
        return story_row(self._rows[at], self.room, styles)
