"""The line that filters a list of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widgets import Input

from tui.commands import bindings, written
from tui.render.typed import typed

if TYPE_CHECKING:
    from textual.binding import BindingType


class FilterLine(Input):
    """A line of text; each change tells what to filter by."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("filter")]

    class Typed(Message):
        """The text was changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The user wants to go to what is filtered."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, placeholder="/ filters the words", compact=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Keep out of the line what would steer the terminal."""
        return typed(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep keys that write something, also those whose character Textual has no name for."""
        return super().check_consume_key(key, character or written(key))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what stands in the line."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def action_to_words(self) -> None:
        """Ask to go to the words."""
        self.post_message(self.Left())
