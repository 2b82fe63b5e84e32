"""A notice in the place of the comparison while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tui.render import safe

if TYPE_CHECKING:
    from textual.screen import Screen


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

    def hide(self) -> None:
        """Show the comparison again."""
        self._screen.remove_class("-notice")
