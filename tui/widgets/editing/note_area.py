"""The text of a note while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from tui.controls.typed_text import plain_lines

if TYPE_CHECKING:
    from textual.widgets.text_area import Edit, EditResult


class NoteArea(TextArea):
    """A text area that holds plain text only, whatever is pasted into it."""

    def __init__(self, text: str) -> None:
        super().__init__(plain_lines(text), soft_wrap=True, compact=True)
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """Make a change, without control characters in what is put in."""
        edit.text = plain_lines(edit.text)
        return super().edit(edit)
