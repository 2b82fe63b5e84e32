"""The input for the word of a concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.commands import bindings
from tui.controls.text_line import TextLine

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets import Input


class WordLine(TextLine):
    """An input that asks only on enter, as looking for a word may read many articles."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("word")]

    class Typed(Message):
        """The user has changed the text."""

    class Asked(Message):
        """The user wants the uses of the text in the line."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__("a word or a phrase", id=id)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post `Typed`."""
        event.stop()
        self.post_message(self.Typed())

    def action_to_uses(self) -> None:
        """Post `Asked`."""
        self.post_message(self.Asked(self.value))
