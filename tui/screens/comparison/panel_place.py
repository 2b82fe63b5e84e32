"""Whether the panel of a comparison is shown, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.screen import Screen

PANEL_BESIDE_FROM = 160
"""Cells of the window; if it is narrower, the panel is shown on request, below the columns."""


class PanelPlace:
    """Shows the panel if there is room or if it was requested."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._requested: bool | None = None

    @property
    def panel(self) -> Panel:
        """The panel, whether it is shown or not."""
        return self._screen.query_one(Panel)

    @property
    def focused(self) -> bool:
        """Whether the panel has the focus."""
        return isinstance(self._screen.focused, Panel)

    @property
    def shown(self) -> bool:
        """Whether the panel is shown."""
        return self._screen.has_class("-panel")

    def fit(self, width: int) -> None:
        """Choose whether and where the panel is shown, for a window of this width."""
        beside = width >= PANEL_BESIDE_FROM
        self._screen.set_class(beside, "-beside")
        self._screen.set_class(beside if self._requested is None else self._requested, "-panel")

    def show(self) -> None:
        """Show the panel even if there is no room beside the text; call `fit` afterwards."""
        self._requested = True

    def hide(self) -> bool:
        """Hide the panel; tell whether it was shown. Call `fit` afterwards."""
        if self.shown:
            self._requested = False
        return self.shown

    def take_focus(self) -> None:
        """Focus the panel."""
        self._screen.set_focus(self.panel, scroll_visible=False)

    def close(self) -> bool:
        """Close the panel if it lies over the text; tell whether it was open or focused.

        If so, call `fit` afterwards, and focus the text.
        """
        over = self.shown and not self._screen.has_class("-beside")
        if self._screen.has_class("-notice") or not (over or self.focused):
            return False
        if over:
            self._requested = False
        return True
