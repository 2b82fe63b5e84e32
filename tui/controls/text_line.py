"""A line to type in: plain text, whatever is typed, pasted or put there."""

from __future__ import annotations

from rich.cells import cell_len
from textual.widgets import Input

from tui.commands import written
from tui.controls.typed_text import typed


class TextLine(Input):
    """A compact line whose caret stands still and whose text steers nothing."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, placeholder=placeholder, compact=True)
        self.cursor_blink = False

    def put(self, text: str) -> None:
        """Set the text without telling anyone; the caret goes to its end."""
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)

    def column(self, position: int) -> int:
        """Say on which column of the screen a place in the text stands, in view or not."""
        return self.content_region.x + cell_len(self.value[:position]) - self.scroll_offset.x

    def validate_value(self, value: str) -> str:
        """Keep out of the line what would steer the terminal."""
        return typed(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep keys that write something, also those whose character Textual has no name for."""
        return super().check_consume_key(key, character or written(key))
