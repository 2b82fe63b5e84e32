"""A comparison with a panel on how each side tells it, and the way from there to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.comparison.comparing import Comparing
from tui.screens.comparison.view_model import uses
from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from search import ArticleId, Desk, Query
    from tui.screens.comparison.link_cursor import Together

PANEL_BESIDE_FROM = 160
"""Cells of the window; narrower shows the panel only when asked, below the columns."""


class Panelled(Comparing):
    """A comparison of two columns and a panel, which are there once it is mounted."""

    together: Together

    def __init__(
        self, desk: Desk, left: ArticleId, right: ArticleId, query: Query | None = None
    ) -> None:
        super().__init__(desk, left, right, query)
        self._panel_wanted: bool | None = None

    def fit(self) -> None:
        """Choose what is shown in the room there is."""
        raise NotImplementedError

    def show_side(self, said: str) -> None:
        """Show the side in use, with a word on what was just done."""
        raise NotImplementedError

    @property
    def panel(self) -> Panel:
        """The panel, shown or not."""
        return self.query_one(Panel)

    @property
    def in_panel(self) -> bool:
        """Whether the panel has the focus."""
        return isinstance(self.focused, Panel)

    def arrange_panel(self, width: int) -> None:
        """Choose where the panel stands in a window so wide, and whether it is shown."""
        beside = width >= PANEL_BESIDE_FROM
        self.set_class(beside, "-beside")
        self.set_class(beside if self._panel_wanted is None else self._panel_wanted, "-panel")

    def leave_panel(self) -> bool:
        """Go back to the text and close what lies over it; tell whether there was a panel to leave."""
        over = self.has_class("-panel") and not self.has_class("-beside")
        if self.has_class("-notice") or not (over or self.in_panel):
            return False
        if over:
            self._panel_wanted = False
        self.show_side("")
        return True

    def action_panel(self) -> None:
        """Open the panel and go there, or close it."""
        if self.has_class("-panel"):
            self._panel_wanted = False
            self.show_side("")
        else:
            self._enter_panel()

    def action_to_panel(self) -> None:
        """Go to the panel, or from it back to the text."""
        if self.in_panel:
            self.show_side("")
        else:
            self._enter_panel()

    def action_panel_next(self) -> None:
        """Go to the panel and show its next page."""
        self._turn(1)

    def action_panel_previous(self) -> None:
        """Go to the panel and show the page before."""
        self._turn(-1)

    def _turn(self, pages: int) -> None:
        if self.has_class("-panel"):
            self.panel.turn(pages)
        self._enter_panel()

    def _enter_panel(self) -> None:
        self._panel_wanted = True
        self.fit()
        self.set_focus(self.panel, scroll_visible=False)

    def on_panel_chosen(self, event: Panel.Chosen) -> None:
        """Show where it stands; the focus stays, so that the next is a key away."""
        if self.opened is None:
            return
        entry = event.entry
        places = entry.places
        if not places:
            article = self.opened.telling(entry.side).article
            places = tuple((entry.side, at) for at in uses(article, entry.word))
        if not places:
            self.say("its place was not found")
            return
        nth = event.again % len(places)
        self.together.go(*places[nth], entry.link)
        self.fit()
        self.say(f"place {nth + 1} of {len(places)}" if len(places) > 1 else "")
