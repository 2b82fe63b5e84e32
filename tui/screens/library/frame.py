"""The widgets of the library screen, from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from tui.controls.roomy_label import RoomyLabel
from tui.widgets.key_line import KeyLine
from tui.widgets.search_line import SearchLine
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.screens.library.panes import Panes


def frame(panes: Panes) -> ComposeResult:
    """Compose head, status line, panes and footer."""
    with Horizontal(id="head"):
        yield Static("diptych", id="brand", markup=False)
        yield SearchLine(id="search")
        yield RoomyLabel("", id="figures", markup=False)
    yield StatusLine(id="said")
    yield from panes.compose()
    yield KeyLine(id="keys")
