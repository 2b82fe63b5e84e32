"""Asking for a line of text, such as a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.commands import bindings
from tui.controls.text_line import TextLine
from tui.screens.kept_dialog import KeptDialog
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from tui.commands import Home
    from tui.screens.kept_dialog import Keep


class AskLine(KeptDialog[str]):
    """Asks for a line; enter keeps it, escape keeps none.

    Args:
        heading: what it is for.
        proposed: what stands in the line at first.
        doubt: gives what speaks against a text, None where nothing does; with a doubt that is
            shown, enter takes the same text all the same.
        keep: keeps the line.
    """

    CSS_PATH = "ask_line.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("ask")]
    KEEPS = "enter"

    def __init__(
        self, heading: str, proposed: str, doubt: Callable[[str], str | None], keep: Keep[str]
    ) -> None:
        super().__init__(keep)
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
        if self.settled and not self.still_told():
            self.say("")

    def on_input_submitted(self) -> None:
        """Take the line."""
        self.action_take_line()

    def action_take_line(self) -> None:
        """Keep the text and close, or say what speaks against it."""
        text = self.query_one(TextLine).value.strip()
        doubt = self._doubt(text) if text else "A name has a letter at least."
        if doubt is None or (text and self._shown == text):
            self.keep(text)
        else:
            self._shown = text
            self.say(doubt)

    def action_back(self) -> None:
        """Keep none."""
        self.close()

    @property
    def field(self) -> TextLine:
        """The line."""
        return self.query_one(TextLine)

    @property
    def typed(self) -> str:
        """The line as it is by now."""
        return self.field.value

    @property
    def changed(self) -> bool:
        """Whether it isn't what was proposed."""
        return self.typed != self._proposed

    def say(self, text: str) -> None:
        """Say something below the line."""
        self.query_one("#doubt", Static).update(text)
