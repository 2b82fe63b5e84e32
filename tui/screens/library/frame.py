"""The widgets of the library screen, from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library.search_head import SearchHead
from tui.widgets.key_line import KeyLine
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.screens.library.filters.completion import Completion
    from tui.screens.library.panes import Panes
    from tui.screens.library.places import Places
    from tui.screens.library.results import Results


def frame(panes: Panes, results: Results, places: Places, complete: Completion) -> ComposeResult:
    """Compose head, status line, timeline, panes and footer."""
    yield SearchHead(results, places, panes, complete)
    yield StatusLine(id="said")
    yield panes.timeline
    yield from panes.compose()
    yield KeyLine(id="keys")
