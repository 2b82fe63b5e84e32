"""The bar for finding text within one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from tui.commands import bindings
from tui.controls.roomy_label import RoomyLabel
from tui.controls.text_line import TextLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input


class FindLine(TextLine):
    """An input that posts each change."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("find")]

    class Typed(Message):
        """The user has changed the text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Next(Message):
        """Go to the next place (`step` 1) or the previous one (-1)."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__("find in this article", id=id)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post the text of the line."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def action_next_found(self) -> None:
        """Ask for the next place."""
        self.post_message(self.Next(1))

    def action_previous_found(self) -> None:
        """Ask for the previous place."""
        self.post_message(self.Next(-1))


class FindBar(Horizontal):
    """The input with a label before it, and after it what is wrong with its text."""

    DEFAULT_CSS = """
    FindBar {
        height: 1;
        background: $panel;
        & > .find--name { width: auto; padding: 0 1; text-style: bold; color: $text-accent; }
        & > FindLine { width: 1fr; background: $panel; }
        & > .find--fault {
            width: auto; max-width: 75%; padding: 0 1; color: $text-error; text-style: bold;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        &:ansi, &:ansi > FindLine { background: ansi_default; }
    }
    """

    def compose(self) -> ComposeResult:
        """Label, input, fault."""
        yield Static("find", classes="find--name", markup=False)
        yield FindLine(id="find-text")
        yield RoomyLabel("", classes="find--fault", markup=False)

    def show_fault(self, fault: str) -> None:
        """Show what is wrong with the text; an empty string if nothing is."""
        self.query_one(".find--fault", Static).update(fault)
