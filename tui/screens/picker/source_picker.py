"""Choosing a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import FuzzySearch

from tui.controls.text_line import TextLine
from tui.render.keyness import source_name
from tui.screens.picker.picker import Picker
from tui.widgets.key_line import KeyLine
from tui.widgets.source_list import SourceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input


Chosen = tuple[str | None]
"""A source in a tuple, as None is the unknown source."""


class SourcePicker(Picker[Chosen]):
    """Lists sources, largest first; typing filters them by name, best matches first.

    Its result is the source picked; None if the user goes back.

    Args:
        counts: the sources to choose from, with their numbers of articles.
        heading: what the choice is for.
    """

    CSS_PATH = "source_picker.tcss"

    def __init__(self, counts: Sequence[tuple[str | None, int]], heading: str) -> None:
        super().__init__()
        self._counts = counts
        self._heading = heading
        self._fuzzy = FuzzySearch()

    def compose(self) -> ComposeResult:
        """An input above the list."""
        with Vertical(id="outlets") as box:
            box.border_title = Content(self._heading)
            box.border_subtitle = "enter takes it · esc goes back"
            yield TextLine("type to find one")
            yield SourceList()
        yield KeyLine()

    def on_mount(self) -> None:
        """List all sources."""
        self._show("")

    @property
    def rows(self) -> SourceList:
        """The list."""
        return self.query_one(SourceList)

    def _show(self, text: str) -> None:
        counts = list(self._counts)
        if text:
            scores = {entry: self._fuzzy.match(text, source_name(entry[0]))[0] for entry in counts}
            counts = sorted(
                (entry for entry in counts if scores[entry]), key=lambda entry: -scores[entry]
            )
        self.rows.put(counts, note="No source is called so.")

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the sources that match."""
        self._show(event.value.strip())

    def on_source_list_opened(self) -> None:
        """Pick the source that was double-clicked."""
        self.action_pick()

    def action_pick(self) -> None:
        """Pick the current source."""
        if self.rows.chosen is not None:
            self.dismiss(self.rows.chosen)
