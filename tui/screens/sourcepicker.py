"""Choosing a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import FuzzySearch
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.commands import bindings
from tui.render.contrast import named
from tui.widgets.outlets import OutletList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.commands import Home

Chosen = tuple[str | None]
"""A source alone in a tuple, as None is the unknown one."""


class SourcePicker(ModalScreen[Chosen | None]):
    """Lists sources, most articles first; typing leaves those whose names fit, the best first.

    Gives the source picked, None when the user goes back.

    Args:
        counts: the sources to choose from, with how many articles each has.
        heading: what the choice is for.
    """

    CSS_PATH = "sourcepicker.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("picker")]
    AUTO_FOCUS = "Input"

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
            yield Input(placeholder="type to find one", compact=True)
            yield OutletList()

    def on_mount(self) -> None:
        """List all; keys go to the line of text, so the list takes no focus."""
        self._list.can_focus = False
        self._show("")

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, for help."""
        return ("picker", "app")

    @property
    def _list(self) -> OutletList:
        return self.query_one(OutletList)

    def _show(self, text: str) -> None:
        counts = list(self._counts)
        if text:
            scores = {one: self._fuzzy.match(text, named(one[0]))[0] for one in counts}
            counts = sorted((one for one in counts if scores[one]), key=lambda one: -scores[one])
        self._list.show(counts, "No source is called so.")

    def on_input_changed(self, event: Input.Changed) -> None:
        """List those that fit."""
        self._show(event.value.strip())

    def on_input_submitted(self) -> None:
        """Take the current one."""
        self.action_pick()

    def on_outlet_list_opened(self) -> None:
        """Take what was clicked twice."""
        self.action_pick()

    def action_pick(self) -> None:
        """Take the current one."""
        if self._list.chosen is not None:
            self.dismiss(self._list.chosen)

    def action_down(self) -> None:
        """Go one down."""
        self._list.action_down()

    def action_up(self) -> None:
        """Go one up."""
        self._list.action_up()

    def action_page_down(self) -> None:
        """Go one page down."""
        self._list.action_page_down()

    def action_page_up(self) -> None:
        """Go one page up."""
        self._list.action_page_up()

    def action_back(self) -> None:
        """Take none."""
        self.dismiss(None)
