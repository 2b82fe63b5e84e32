"""The note shown while the window is too small."""

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
    """Tell whether a window is too small for any screen."""
    return size.width < WIDTH or size.height < HEIGHT


class TooSmall(ModalScreen[None]):
    """Covers everything until the window is large enough."""

    # A scroll bar would change the size in the text, which would remove the scroll bar again.
    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; overflow: hidden hidden; }
    TooSmall Static { width: auto; height: auto; max-width: 100%; text-align: center; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*app_bindings("suspend", "quit")]

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield RoomyLabel("", markup=False)

    def on_resize(self) -> None:
        """Show how large the window is."""
        self._look()

    def on_screen_resume(self) -> None:
        """Check the size again, which may have changed while something was on top."""
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
