"""Where the panel stands beside a comparison, and whether it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.screen import Screen

PANEL_BESIDE_FROM = 160
"""Cells of the window; narrower shows the panel only when asked, below the columns."""


class PanelPlace:
    """Shows the panel where there is room or it was asked for."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._wanted: bool | None = None

    @property
    def panel(self) -> Panel:
        """The panel, shown or not."""
        return self._screen.query_one(Panel)

    @property
    def focused(self) -> bool:
        """Whether the panel has the focus."""
        return isinstance(self._screen.focused, Panel)

    @property
    def shown(self) -> bool:
        """Whether the panel is seen."""
        return self._screen.has_class("-panel")

    def fit(self, width: int) -> None:
        """Choose where the panel stands in a window so wide, and whether it is shown."""
        beside = width >= PANEL_BESIDE_FROM
        self._screen.set_class(beside, "-beside")
        self._screen.set_class(beside if self._wanted is None else self._wanted, "-panel")

    def call_for(self) -> None:
        """Have the panel shown whether there is room beside the text or not; call `fit` afterwards."""
        self._wanted = True

    def put_away(self) -> bool:
        """Have the panel shown no longer, if it is; tell whether it was. Call `fit` afterwards."""
        if self.shown:
            self._wanted = False
        return self.shown

    def take_focus(self) -> None:
        """Go to the panel."""
        self._screen.set_focus(self.panel, scroll_visible=False)

    def close(self) -> bool:
        """Close the panel where it lies over the text; tell whether there was one to leave.

        Call `fit` afterwards, and go to the text.
        """
        over = self.shown and not self._screen.has_class("-beside")
        if self._screen.has_class("-notice") or not (over or self.focused):
            return False
        if over:
            self._wanted = False
        return True
