"""The line that holds the word of a concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.message import Message
from textual.widgets import Input

from tui.commands import bindings, written
from tui.render.typed import typed

if TYPE_CHECKING:
    from textual.binding import BindingType


class WordLine(Input):
    """A line of text that is asked with once it is finished, for a word may cost much reading."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("word")]

    class Typed(Message):
        """The text was changed by the user."""

    class Asked(Message):
        """The user wants the uses of what stands in the line."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, placeholder="a word or a phrase", compact=True)
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

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell that the user typed."""
        event.stop()
        self.post_message(self.Typed())

    def action_to_uses(self) -> None:
        """Ask for what stands in the line."""
        self.post_message(self.Asked(self.value))
