"""Choosing a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import FuzzySearch

from tui.controls.text_line import TextLine
from tui.render.keyness import source_name
from tui.screens.picker.picker import Picker
from tui.widgets.source_list import SourceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input


Chosen = tuple[str | None]
"""A source alone in a tuple, as None is the unknown one."""


class SourcePicker(Picker[Chosen]):
    """Lists sources, most articles first; typing leaves those whose names fit, the best first.

    Gives the source picked, None when the user goes back.

    Args:
        counts: the sources to choose from, with how many articles each has.
        heading: what the choice is for.
    """

    CSS_PATH = "source_picker.tcss"

    def __init__(self, counts: Sequence[tuple[str | None, int]], heading: str) -> None:
        super().__init__()
        self._counts = counts
        self._heading = heading
        self._fuzzy = FuzzySearch()

    def compose(self) -> ComposeResult:
        """Lay a line to type in over the list."""
        with Vertical(id="outlets") as box:
            box.border_title = Content(self._heading)
            box.border_subtitle = "enter takes it · esc goes back"
            yield TextLine("type to find one")
            yield SourceList()

    def on_mount(self) -> None:
        """List all; keys go to the line of text, so the list takes no focus."""
        self.rows.can_focus = False
        self._show("")

    @property
    def rows(self) -> SourceList:
        """The list."""
        return self.query_one(SourceList)

    def _show(self, text: str) -> None:
        counts = list(self._counts)
        if text:
            scores = {one: self._fuzzy.match(text, source_name(one[0]))[0] for one in counts}
            counts = sorted((one for one in counts if scores[one]), key=lambda one: -scores[one])
        self.rows.show(counts, "No source is called so.")

    def on_input_changed(self, event: Input.Changed) -> None:
        """List those that fit."""
        self._show(event.value.strip())

    def on_source_list_opened(self) -> None:
        """Take what was clicked twice."""
        self.action_pick()

    def action_pick(self) -> None:
        """Take the current one."""
        if self.rows.chosen is not None:
            self.dismiss(self.rows.chosen)
