"""Asking for a line of text, such as a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import app_bindings, bindings
from tui.controls.text_line import TextLine
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from tui.commands import Home


class AskLine(ModalScreen[str]):
    """Asks for a line; enter takes it, escape gives none.

    Args:
        heading: what it is for.
        proposed: what stands in the line at first.
        doubt: gives what speaks against a text, None where nothing does; with a doubt that is
            shown, enter takes the same text all the same.
    """

    CSS_PATH = "ask_line.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("ask"),
        *app_bindings("suspend"),
    ]

    def __init__(self, heading: str, proposed: str, doubt: Callable[[str], str | None]) -> None:
        super().__init__()
        self._heading = heading
        self._proposed = proposed
        self._doubt = doubt
        self._shown: str | None = None

    def compose(self) -> ComposeResult:
        """The line, and what speaks against it."""
        with Vertical(id="asked") as box:
            box.border_title = Content(self._heading)
            box.border_subtitle = "enter takes it · esc goes back"
            yield TextLine("a name", id="asked-line")
            yield Static("", id="doubt", markup=False)
        yield KeyLine()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, for help."""
        return ("ask", "app")

    def on_mount(self) -> None:
        """Propose a text."""
        line = self.query_one(TextLine)
        line.set_text(self._proposed)
        line.action_select_all()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take back what was said against another text."""
        event.stop()
        self._shown = None
        self.query_one("#doubt", Static).update("")

    def on_input_submitted(self) -> None:
        """Take the line."""
        self.action_take_line()

    def action_take_line(self) -> None:
        """Give the text, or say what speaks against it."""
        text = self.query_one(TextLine).value.strip()
        doubt = self._doubt(text) if text else "A name has a letter at least."
        if doubt is None or (text and self._shown == text):
            self.dismiss(text)
        else:
            self._shown = text
            self.query_one("#doubt", Static).update(doubt)

    def action_back(self) -> None:
        """Give none."""
        self.dismiss(None)
