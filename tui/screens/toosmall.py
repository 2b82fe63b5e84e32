"""What is shown while the window is too small for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

WIDTH, HEIGHT = 40, 10
"""The smallest window, in cells."""


class TooSmall(ModalScreen[None]):
    """Covers everything; whoever put it there takes it away once the window is large enough."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: auto; height: auto; max-width: 100%; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static("", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Say how large the window is."""
        width, height = event.size
        self.query_one(Static).update(
            f"Diptych wants {WIDTH}×{HEIGHT} cells,\nthis window has {width}×{height}."
        )
