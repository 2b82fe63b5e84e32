"""A line to type in, of which some stretches are one thing each: they are lit, and go as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.controls.text_line import TextLine
from tui.render.shade import shade

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.text import Text

    Spans = Sequence[tuple[int, int]]


class ChipLine(TextLine):
    """A text line with chips.

    Its owner sets `chips`, which gives where they stand in a text, in order. Backspace behind one
    removes it whole; behind what has just been typed, a letter.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"chip--whole"}
    DEFAULT_CSS = """
    ChipLine {
        & > .chip--whole { background: $accent 25%; text-style: bold underline; }
        &:ansi > .chip--whole { background: ansi_default; }
    }
    """

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(placeholder, id=id)
        self.chips: Callable[[str], Spans] = lambda _: ()
        self._typed = False

    @property
    def _value(self) -> Text:
        """The text with its chips lit."""
        text = super()._value
        if spans := self.chips(self.value):
            style = shade(self, "chip--whole")
            for start, stop in spans:
                text.stylize(style, start, stop)
        return text

    def set_text(self, text: str) -> None:
        """Set the text without posting `Changed`; its chips are whole."""
        super().set_text(text)
        self._typed = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert what was typed, of which backspace then takes back a letter."""
        super().insert_text_at_cursor(text)
        self._typed = True

    def action_delete_left(self) -> None:
        """Delete a chip that ends at the cursor, with the space before it, else one character."""
        at = self.cursor_position
        whole = None
        if self.selection.is_empty and not self._typed:
            whole = next((start for start, stop in self.chips(self.value) if stop == at), None)
        self._typed = False
        if whole is None:
            super().action_delete_left()
        else:
            self.delete(len(self.value[:whole].rstrip()), at)
