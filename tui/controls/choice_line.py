"""A line with one of several choices, which the arrows change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType


class ChoiceLine(Widget, can_focus=True):
    """Shows its choice between arrows, and a sign before it while it has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "step(-1)", "The choice before"),
        ("right,space", "step(1)", "The next choice"),
    ]
    DEFAULT_CSS = """
    ChoiceLine { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    ChoiceLine:focus { text-style: bold; color: $text-accent; }
    """

    class Changed(Message):
        """Another choice was made."""

    def __init__(self, choices: Sequence[str], *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._choices = choices
        self.index = 0

    def show(self, choices: Sequence[str], index: int = 0) -> None:
        """Offer other choices."""
        self._choices, self.index = choices, index
        self.refresh()

    def render(self) -> Content:
        """Draw the line; the sign tells without colours that the arrows act here."""
        choice = self._choices[self.index]
        sign = "▸" if self.has_focus else " "
        return Content(f"{sign} ‹ {choice} ›" if len(self._choices) > 1 else f"{sign}   {choice}")

    def on_click(self, event: events.Click) -> None:
        """Go on to the next choice, or back from the left arrow."""
        self.action_step(-1 if event.x < len("▸ ‹ ") else 1)

    def action_step(self, step: int) -> None:
        """Go on by one choice; after the last comes the first."""
        if len(self._choices) > 1:
            self.index = (self.index + step) % len(self._choices)
            self.refresh()
            self.post_message(self.Changed())
