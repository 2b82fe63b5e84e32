"""The input that filters a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.commands import bindings
from tui.controls.text_line import TextLine

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets import Input


class FilterLine(TextLine):
    """An input that posts each change."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("filter")]

    class Typed(Message):
        """The text was changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The user wants to go to what is found."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(placeholder, id=id)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post the text of the line."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def action_to_words(self) -> None:
        """Post `Left`."""
        self.post_message(self.Left())
