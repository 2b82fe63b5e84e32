"""Whether the panel of a comparison is shown, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.geometry import Size

    from search import Report
    from tui.remembered import ChosenPanel
    from tui.screens.command_screen import CommandScreen

PANEL_BESIDE_FROM = 160
"""Cells of the window; if it is narrower, the panel is shown above the columns."""

_ROOM_FROM = 16
"""Rows of the window; in a lower one no line of the text would stand below the panel."""


class PanelPlace:
    """Shows the panel unless the user has put it away, or while it is wanted for a moment.

    In a window too low for both, it is shown for a moment only.

    Args:
        screen: a screen with a panel.
        chosen: whether comparisons open with the panel, kept across runs.
    """

    def __init__(self, screen: CommandScreen, chosen: ChosenPanel) -> None:
        self._screen = screen
        self._chosen = chosen
        self._for_a_moment = False
        self._room = True

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

    @property
    def _stays(self) -> bool:
        return self._chosen.shown and self._room

    def fit(self, window: Size) -> None:
        """Show or hide the panel, in its place for a window of this size."""
        self._room = window.height >= _ROOM_FROM
        self._screen.set_class(window.width >= PANEL_BESIDE_FROM, "-beside")
        self._screen.set_class(self._stays or self._for_a_moment, "-panel")

    def fill(self, report: Report) -> None:
        """Show a report once the columns are painted, which a reader sees first."""
        self._screen.call_after_refresh(self.panel.show, report)

    def turn(self, pages: int) -> None:
        """Show the page so many pages on, if the panel is shown."""
        if self.shown:
            self.panel.turn_pages(pages)

    def toggle(self) -> None:
        """Put the panel away, or show it again, for all comparisons; call `fit` afterwards.

        Says what went wrong with keeping that. Where there is no room for both, nothing is kept.
        """
        shown, self._for_a_moment = self.shown, False
        if not self._room:
            self._for_a_moment = not shown
            return
        for fault in self._chosen.remember(shown=not shown):
            self._screen.inform(fault, warning=True)

    def show(self) -> None:
        """Show the panel until it is closed, without keeping that; call `fit` afterwards."""
        self._for_a_moment = not self._stays

    def take_focus(self) -> None:
        """Focus the panel."""
        self._screen.set_focus(self.panel, scroll_visible=False)

    def close(self) -> bool:
        """Leave the panel, which is hidden if it was shown for a moment.

        Tells whether it was focused or shown so. If so, call `fit` afterwards, and focus the text.
        """
        if self._screen.has_class("-notice") or not (self._for_a_moment or self.focused):
            return False
        self._for_a_moment = False
        return True
