"""A label that is laid out anew whenever its text changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from textual.visual import VisualType


class RoomyLabel(Static):
    """A text as wide or high as it needs, in place of Textual's Static.

    Textual caches a widget's size until the widget has told its screen that it changed. If the text
    changes twice before that, and the screen is laid out in between, the first size stays and the
    second text is cut.
    """

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text."""
        self._box_model_cache.clear()
        super().update(content, layout=layout)
