"""What stands in the place of a comparison while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tui.render import safe

if TYPE_CHECKING:
    from textual.screen import Screen


class Notice:
    """Covers everything but the line of keys."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    @property
    def shown(self) -> bool:
        """Whether it is there."""
        return self._screen.has_class("-notice")

    def show(self, said: str) -> None:
        """Say something in place of the comparison."""
        self._screen.query_one("#notice", Static).update(safe(said))
        # A side that is hidden while it has the focus would hand it to the other, to be hidden next.
        self._screen.set_focus(None)
        self._screen.add_class("-notice")
        self._screen.refresh_bindings()

    def hide(self) -> None:
        """Make way for a comparison."""
        self._screen.remove_class("-notice")
