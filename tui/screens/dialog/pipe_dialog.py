"""The dialog that asks for a command line, to give an article's text to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import app_bindings, bindings
from tui.controls.choice_line import ChoiceLine
from tui.controls.text_line import TextLine
from tui.session.requests import PipeRequest
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.commands import Home


class PipeDialog(ModalScreen[PipeRequest | None]):
    """Its result is what to run; None if the user goes back.

    Args:
        history: the command lines run so far, the latest last; a new one is added.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("pipe"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, history: list[str]) -> None:
        super().__init__()
        self._history = history
        self._place = len(history)
        self._draft = ""

    def compose(self) -> ComposeResult:
        """The command line, and in which form the article is given."""
        with Vertical(id="dialog") as box:
            box.border_title = "Give the article to a command"
            box.border_subtitle = "enter runs it · ↑ earlier ones · tab changes the form · esc"
            with Horizontal():
                yield Static("run", classes="dialog--name")
                yield TextLine("a command that reads standard input: wc -w", id="command")
            with Horizontal():
                yield Static("as", classes="dialog--name")
                form = ChoiceLine(["plain text", "Markdown"], id="form")
                form.can_focus = False
                yield form
        yield KeyLine()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("pipe", "app")

    def on_input_submitted(self) -> None:
        """Run the command."""
        self.action_run()

    def action_run(self) -> None:
        """Give the command that was typed, if one was."""
        if command := self.query_one(TextLine).value.strip():
            if self._history[-1:] != [command]:
                self._history.append(command)
            self.dismiss(PipeRequest(command, self.query_one(ChoiceLine).index == 1))

    def action_earlier_command(self) -> None:
        """Show the command before; what was typed is kept."""
        self._go(self._place - 1)

    def action_later_command(self) -> None:
        """Show the command after, in the end what was typed."""
        self._go(self._place + 1)

    def action_pipe_form(self) -> None:
        """Change the form in which the article is given."""
        self.query_one(ChoiceLine).action_step(1)

    def action_back(self) -> None:
        """Close without a command."""
        self.dismiss(None)

    def _go(self, place: int) -> None:
        line = self.query_one(TextLine)
        if self._place == len(self._history):
            self._draft = line.value
        self._place = max(0, min(place, len(self._history)))
        line.set_text([*self._history, self._draft][self._place])
