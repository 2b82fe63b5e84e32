"""Writing a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from search import note_text
from tui.commands import allowed, bindings
from tui.render import safe
from tui.screens.kept_dialog import KeptDialog
from tui.widgets.editing.note_area import NoteArea
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import TextArea

    from tui.commands import Home, Need
    from tui.screens.kept_dialog import Keep

_TOO_LONG = "A note has 100,000 characters at most."
_LONGEST_QUOTE = 2_000


class NoteEditor(KeptDialog[str]):
    """Edits a note below the passage it is on; an empty one is to be removed.

    Args:
        heading: what the note is on.
        quote: the passage; empty for the whole article.
        text: the note as it is; empty for a new one.
        keep: keeps it.
    """

    CSS_PATH = "note_editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note")]
    AUTO_FOCUS = "NoteArea"
    KEEPS = "ctrl+s"

    def __init__(self, heading: str, quote: str, text: str, keep: Keep[str]) -> None:
        super().__init__(keep)
        self._heading = heading
        self._quote = quote
        self._text = text

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

    @property
    def field(self) -> NoteArea:
        """The text that is written."""
        return self.area

    @property
    def typed(self) -> str:
        """The text as it is written by now."""
        return self.area.text

    @property
    def changed(self) -> bool:
        """Whether it differs from what is kept."""
        return self.typed.strip() != self._text.strip()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed("note", action, self._has)

    def _has(self, need: Need) -> bool:
        return need != "note" or bool(self._text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take back what was said of an earlier text."""
        event.stop()
        if self.settled and not self.still_told():
            self.say("")

    def action_save_note(self) -> None:
        """Keep the note as it is written, and close."""
        written = self.area.text
        kept = note_text(written)
        if kept is None and written.strip():
            self.say(_TOO_LONG)
        elif (kept or "") == self._text:
            self.close()
        else:
            self.keep(kept or "")

    def action_remove_note(self) -> None:
        """Keep nothing, and close."""
        self.keep("")

    def action_back(self) -> None:
        """Close and change nothing; what was written is only dropped when asked twice."""
        if self.may_close():
            self.close()

    def say(self, text: str) -> None:
        """Say something of the text as it is written."""
        self.query_one("#fault", Static).update(text)
