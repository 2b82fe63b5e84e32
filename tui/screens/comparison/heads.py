"""What stands above the two sides, and between: whose they are, and what was just done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.render.comparison import MEETS
from tui.screens.comparison import text
from tui.widgets.column import Column
from tui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.screens.comparison.link_cursor import LinkCursor


class Heads:
    """Keeps the heads true to the columns."""

    def __init__(self, screen: Screen[None], cursor: LinkCursor) -> None:
        self._masthead = screen.query_one(Masthead)
        self._masthead.tooltip = MEETS
        self._drawer = screen.query_one("#drawer", Column)
        self._cursor = cursor
        self._said = ""

    def say(self, said: str) -> None:
        """Say something in the rule below the heads, in place of what was said before."""
        self._said = said
        self.draw()

    def draw(self) -> None:
        """Show whose the sides are, what is chosen, and what was said."""
        cursor, view = self._cursor, self._cursor.view
        if view is None:
            return
        heavy = 0 if cursor.single or cursor.side == "left" else 1
        self._masthead.show(
            text.heads(view, cursor), heavy, text.rule_notes(view, cursor, self._said)
        )
        self._drawer.border_title = Content(text.drawer_title(view, cursor.here, cursor.side))
