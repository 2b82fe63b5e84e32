"""Text that always has the room it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from textual.visual import VisualType


class RoomyLabel(Static):
    """A text whose width or height is its own, in place of a Static of Textual's.

    Textual keeps a widget's measures until the widget has told its screen that they changed. Of two
    texts that come before it has, it keeps those of the first if the screen is laid out in between:
    the second is cut.
    """

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text."""
        self._box_model_cache.clear()
        super().update(content, layout=layout)
