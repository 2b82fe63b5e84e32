"""A line to type in that holds plain text only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.widgets import Input

from tui.commands import typed_character
from tui.controls.typed_text import one_line, single_line

if TYPE_CHECKING:
    from textual import events


class TextLine(Input):
    """A compact input whose cursor doesn't blink and whose text has no control characters."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, placeholder=placeholder, compact=True)
        self.cursor_blink = False

    def set_text(self, text: str) -> None:
        """Set the text without posting `Changed`; the cursor goes to its end."""
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)

    def screen_column(self, position: int) -> int:
        """Give the screen column of a position in the text, whether it is in view or not."""
        return self.content_region.x + cell_len(self.value[:position]) - self.scroll_offset.x

    def validate_value(self, value: str) -> str:
        """Remove control characters from the text."""
        return single_line(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take keys that type a character, also those Textual gives no character for."""
        return super().check_consume_key(key, character or typed_character(key))

    def on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted, several lines joined by spaces; Textual keeps only the first."""
        event.prevent_default()
        event.stop()
        self.replace(one_line(event.text), *self.selection)
