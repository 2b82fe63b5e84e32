"""Choosing the colours, which show while one goes through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from tui.controls.text_line import TextLine
from tui.screens.picker.label_list import LabelList
from tui.screens.picker.picker import Picker
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult


class ThemePicker(Picker[str]):
    """Lists themes; its result is the name of the one picked, None if the user goes back.

    Args:
        themes: the names of all, with whether each is dark.
        current: the one that is shown now, to which going back returns.
        preview: shows a theme for as long as it is the current one of the list.
    """

    CSS_PATH = "label_list.tcss"

    def __init__(
        self, themes: Mapping[str, bool], current: str, preview: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._themes = themes
        self._current = current
        self._preview = preview
        self._listed: list[str] = []

    def compose(self) -> ComposeResult:
        """An input above the list."""
        with Vertical(id="labels", classes="-low") as box:
            box.border_title = "Colours"
            yield TextLine("type to find one: dark, light, or a name")
            yield LabelList()
        yield KeyLine()

    def on_mount(self) -> None:
        """List all themes."""
        self.on_input_changed()

    @property
    def rows(self) -> LabelList:
        """The list."""
        return self.query_one(LabelList)

    def on_input_changed(self) -> None:
        """List the themes that have all that is typed, and show the first, or the one shown."""
        words = self.query_one(TextLine).value.casefold().split()
        rows = [(name, "dark" if dark else "light") for name, dark in self._themes.items()]
        rows = [row for row in rows if all(word in " ".join(row) for word in words)]
        self._listed = [name for name, _ in rows]
        at = self._listed.index(self._current) if self._current in self._listed else 0
        self.rows.show(rows, "No colours are called so.", at)
        self.on_label_list_moved()

    def on_label_list_moved(self) -> None:
        """Show the current theme."""
        self._preview(self._listed[self.rows.index] if self._listed else self._current)

    def on_label_list_opened(self) -> None:
        """Pick the theme that was clicked."""
        self.action_pick()

    def action_pick(self) -> None:
        """Pick the current theme."""
        if self._listed:
            self.dismiss(self._listed[self.rows.index])

    def action_back(self) -> None:
        """Show again what was there before."""
        self._preview(self._current)
        super().action_back()
