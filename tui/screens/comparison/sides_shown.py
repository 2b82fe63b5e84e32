"""Whether both articles of a comparison are shown, or one with a drawer below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.terminal.linear_mode import LINEAR

if TYPE_CHECKING:
    from textual.screen import Screen

TWO_COLUMNS_FROM = 84
"""Cells of the window; if it is narrower, one article is shown, with a drawer."""


def side_by_side(screen: Screen[None]) -> bool:
    """Tell whether there is room for both; in linear mode a line is always of one article."""
    return screen.size.width >= TWO_COLUMNS_FROM and not screen.app.has_class(LINEAR)
