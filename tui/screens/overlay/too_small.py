"""What is shown while the window is too small for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import app_bindings
from tui.controls.roomy_label import RoomyLabel

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size

WIDTH, HEIGHT = 40, 10
"""The smallest window, in cells."""


def too_small(size: Size) -> bool:
    """Tell whether a window has no room for anything else."""
    return size.width < WIDTH or size.height < HEIGHT


class TooSmall(ModalScreen[None]):
    """Covers everything, and goes by itself once the window is large enough."""

    # A scroll bar would change the size that is told, which would take the scroll bar away.
    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; overflow: hidden hidden; }
    TooSmall Static { width: auto; height: auto; max-width: 100%; text-align: center; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*app_bindings("quit")]

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield RoomyLabel("", markup=False)

    def on_resize(self) -> None:
        """Say how large the window is."""
        self._look()

    def on_screen_resume(self) -> None:
        """Look anew: the window may have grown while something lay over this."""
        self._look()

    def _look(self) -> None:
        size = self.app.size
        if not too_small(size):
            if self.is_current:
                self.dismiss()
            return
        self.query_one(Static).update(
            f"Diptych wants {WIDTH}×{HEIGHT} cells,\nthis window has {size.width}×{size.height}."
        )
