"""A text shown over the screen, for help and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import app_bindings, bindings
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from tui.commands import Home


class Sheet(ModalScreen[None]):
    """Shows a text with a heading; several keys close it."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("sheet", "pane"),
        *app_bindings("suspend", "quit"),  # after `close`, so that q only closes
    ]

    def __init__(self, heading: str, text: Content) -> None:
        super().__init__()
        self._heading = heading
        self._text = text

    def compose(self) -> ComposeResult:
        """The text in a scrolling box."""
        with VerticalScroll(id="sheet") as box:
            box.border_title = self._heading
            box.border_subtitle = "esc closes"
            yield Static(self._text, markup=False)
        yield KeyLine()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is."""
        return ("sheet", "app")

    def action_back(self) -> None:
        """Close the text."""
        self.dismiss(None)

    @property
    def _box(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_down(self) -> None:
        """Scroll down by a line."""
        self._box.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        """Scroll up by a line."""
        self._box.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        """Scroll down by a page."""
        self._box.scroll_relative(y=self._box.size.height - 1, animate=False)

    def action_page_up(self) -> None:
        """Scroll up by a page."""
        self._box.scroll_relative(y=1 - self._box.size.height, animate=False)

    def action_half_page_down(self) -> None:
        """Scroll down by half a page."""
        self._box.scroll_relative(y=max(1, self._box.size.height // 2), animate=False)

    def action_half_page_up(self) -> None:
        """Scroll up by half a page."""
        self._box.scroll_relative(y=-max(1, self._box.size.height // 2), animate=False)

    def action_top(self) -> None:
        """Scroll to the beginning."""
        self._box.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Scroll to the end."""
        self._box.scroll_end(animate=False)
