"""The input for the tags of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.commands import bindings
from tui.controls.text_line import TextLine

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets import Input


class TagLine(TextLine):
    """An input for tags, separated by commas."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tags")]

    class Typed(Message):
        """The text was changed."""

    class Saved(Message):
        """The article is to have these tags."""

    class Completed(Message):
        """The tag that is typed is to be completed."""

    class Left(Message):
        """Nothing is to change."""

    def __init__(self) -> None:
        super().__init__("tags, separated by commas")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post `Typed`."""
        event.stop()
        self.post_message(self.Typed())

    def action_save_tags(self) -> None:
        """Post `Saved`."""
        self.post_message(self.Saved())

    def action_complete_tag(self) -> None:
        """Post `Completed`."""
        self.post_message(self.Completed())

    def action_back(self) -> None:
        """Post `Left`."""
        self.post_message(self.Left())
