"""A notice in the place of the comparison while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.widgets import Static

from tui.render import safe

if TYPE_CHECKING:
    from textual.screen import Screen

    from search import SearchError
    from tui.screens.comparison.heads import Heads
    from tui.screens.comparison.view_model import ComparisonView


class Compared(Protocol):
    """The screen of a comparison."""

    heads: Heads

    @property
    def view(self) -> ComparisonView | None:
        """The comparison shown, if there is one."""

    def inform(self, text: str, *, warning: bool = False) -> None:
        """Show a short message."""


class Notice:
    """Covers everything but the footer."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    @property
    def shown(self) -> bool:
        """Whether the notice is shown."""
        return self._screen.has_class("-notice")

    def show(self, text: str) -> None:
        """Show a notice instead of the comparison."""
        self._screen.query_one("#notice", Static).update(safe(text))
        # Hiding a focused side would move the focus to the other side, which is hidden next.
        self._screen.set_focus(None)
        self._screen.add_class("-notice")
        self._screen.refresh_bindings()

    def wait(self, screen: Compared) -> None:
        """Say that the comparison is being made."""
        if screen.view is not None:
            screen.heads.show_note("comparing…")
        elif not self.shown:
            self.show("comparing…")

    def fail(self, screen: Compared, error: SearchError) -> None:
        """Show an error in the place of the comparison, or beside the current one."""
        if screen.view is None:
            self.show(f"These two can't be compared: {error}. esc goes back.")
        else:
            screen.heads.show_note("")
            screen.inform(f"Can't be compared: {error}", warning=True)

    def hide(self) -> None:
        """Show the comparison again."""
        self._screen.remove_class("-notice")
