"""Writing a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from search import note_text
from tui.commands import allowed, app_bindings, bindings
from tui.render import safe
from tui.widgets.editing.note_area import NoteArea
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import TextArea

    from tui.commands import Home, Need

_TOO_LONG = "A note has 100,000 characters at most."
_NOT_KEPT = "Not kept yet: ctrl+s keeps it, the same key again drops what you wrote."
_LONGEST_QUOTE = 2_000


class NoteEditor(ModalScreen[str | None]):
    """Edits a note below the passage it is on.

    Its result is the note as it is to be kept, an empty one to be removed; None if nothing is to
    change.

    Args:
        heading: what the note is on.
        quote: the passage; empty for the whole article.
        text: the note as it is; empty for a new one.
    """

    CSS_PATH = "note_editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("note"),
        *app_bindings("suspend"),
        Binding("ctrl+q", "leave", show=False, id="quit"),  # q is a letter here
    ]
    AUTO_FOCUS = "NoteArea"

    def __init__(self, heading: str, quote: str, text: str) -> None:
        super().__init__()
        self._heading = heading
        self._quote = quote
        self._text = text
        self._told_of = ""

    def compose(self) -> ComposeResult:
        """The passage, the text, what is wrong, and the keys."""
        with Vertical(id="note") as box:
            box.border_title = safe(self._heading).replace("[", r"\[")
            if self._quote:
                dots = "…" if len(self._quote) > _LONGEST_QUOTE else ""
                with VerticalScroll(id="quoted", can_focus=False):
                    yield Static(f"“{safe(self._quote[:_LONGEST_QUOTE])}{dots}”", markup=False)
            yield NoteArea(self._text)
            yield Static("", id="fault", markup=False)
        yield KeyLine()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, for help."""
        return ("note", "app")

    @property
    def area(self) -> NoteArea:
        """The text that is written."""
        return self.query_one(NoteArea)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed("note", action, self._has)

    def _has(self, need: Need) -> bool:
        return need != "note" or bool(self._text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take back what was said of an earlier text."""
        event.stop()
        if self.area.text != self._told_of:
            self._told_of = ""
            self.query_one("#fault", Static).update("")

    def action_save_note(self) -> None:
        """Close with the note as it is written."""
        written = self.area.text
        kept = note_text(written)
        if kept is None and written.strip():
            self._say(_TOO_LONG)
        elif kept is None and not self._text:
            self.dismiss(None)
        else:
            self.dismiss(kept or "")

    def action_remove_note(self) -> None:
        """Close with nothing to keep."""
        self.dismiss("")

    def action_back(self) -> None:
        """Close and change nothing; what was written is only dropped when asked twice."""
        if self._may_close():
            self.dismiss(None)

    def action_leave(self) -> None:
        """Leave the app, likewise."""
        if self._may_close():
            self.app.exit()

    def _may_close(self) -> bool:
        """Tell whether nothing is lost by closing, or that was said already; else say it."""
        told = self._told_of == self.area.text and bool(self._told_of)
        if told or self.area.text.strip() == self._text.strip():
            return True
        self._say(_NOT_KEPT)
        return False

    def _say(self, text: str) -> None:
        """Say something of the text as it is written."""
        self._told_of = self.area.text
        self.query_one("#fault", Static).update(text)
