"""The line that holds the word of a concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.commands import bindings
from tui.controls.text_line import TextLine

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets import Input


class WordLine(TextLine):
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
        super().__init__("a word or a phrase", id=id)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell that the user typed."""
        event.stop()
        self.post_message(self.Typed())

    def action_to_uses(self) -> None:
        """Ask for what stands in the line."""
        self.post_message(self.Asked(self.value))
