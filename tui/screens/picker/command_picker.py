"""The palette: choosing a command by its name, its keys, what it does, or another word for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from tui.controls.text_line import TextLine
from tui.screens.picker.command_match import OfferedCommand, meant
from tui.screens.picker.label_list import LabelList
from tui.screens.picker.picker import Picker
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class CommandPicker(Picker[OfferedCommand]):
    """Lists the commands that work now; its result is the one picked, None if the user goes back.

    Args:
        offered: the commands.
        recent: the ids of those used, the latest last.
    """

    CSS_PATH = "label_list.tcss"

    def __init__(self, offered: Sequence[OfferedCommand], recent: Sequence[str]) -> None:
        super().__init__()
        self._offered = offered
        self._recent = tuple(recent)
        self._meant: Sequence[OfferedCommand] = ()

    def compose(self) -> ComposeResult:
        """An input above the list."""
        with Vertical(id="labels") as box:
            box.border_title = "Commands"
            yield TextLine("what do you want to do?")
            yield LabelList()
        yield KeyLine()

    def on_mount(self) -> None:
        """List all commands."""
        self.on_input_changed()

    @property
    def rows(self) -> LabelList:
        """The list."""
        return self.query_one(LabelList)

    def on_input_changed(self) -> None:
        """List what is meant."""
        self._meant = meant(self.query_one(TextLine).value, self._offered, self._recent)
        rows = [(one.help, f"{one.key} · {one.id}" if one.key else one.id) for one in self._meant]
        self.rows.show(rows, "No command that works here is called so. esc, then ? lists all keys.")

    def on_label_list_opened(self) -> None:
        """Pick the command that was clicked."""
        self.action_pick()

    def action_pick(self) -> None:
        """Pick the current command."""
        if self._meant:
            self.dismiss(self._meant[self.rows.index])
