"""The heads above the two sides, and what the reader noted on the chosen sentence below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tui.render.comparison import MEETS
from tui.screens.comparison import text
from tui.widgets.column import Column
from tui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.screens.comparison.link_cursor import LinkCursor


class Heads:
    """Keeps the heads up to date with the columns."""

    def __init__(self, screen: Screen[None], cursor: LinkCursor) -> None:
        self._masthead = screen.query_one(Masthead)
        self._masthead.tooltip = MEETS
        self._drawer = screen.query_one("#drawer", Column)
        self._noted = screen.query_one("#noted", Static)
        self._cursor = cursor
        self._note = ""

    def show_note(self, note: str) -> None:
        """Show a note in the rule below the heads, in place of the previous one."""
        self._note = note
        self.draw()

    def draw(self) -> None:
        """Show the heads, the selected link and the note."""
        cursor, view = self._cursor, self._cursor.view
        if view is None:
            return
        active = 0 if cursor.single or cursor.side == "left" else 1
        self._masthead.show(
            text.heads(view, cursor), active, text.rule_notes(view, cursor, self._note)
        )
        noted = text.noted(view, cursor.here)
        self._noted.display = bool(noted)
        self._noted.update(noted)
        self._drawer.border_title = Content(text.drawer_title(view, cursor.here, cursor.side))
