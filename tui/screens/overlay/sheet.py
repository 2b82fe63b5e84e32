"""A sheet of text over whatever is below: for help, and for lists that are seldom wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import app_bindings, bindings

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content


class Sheet(ModalScreen[None]):
    """Shows a text with a heading; any way back closes it."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1,h,enter", "close", "Close"),
        *bindings("pane"),
        *app_bindings("quit"),  # below what closes: q only does that
    ]

    def __init__(self, heading: str, text: Content) -> None:
        super().__init__()
        self._heading = heading
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay the text into a scrolling box."""
        with VerticalScroll(id="sheet") as box:
            box.border_title = self._heading
            box.border_subtitle = "esc closes"
            yield Static(self._text, markup=False)

    def action_close(self) -> None:
        """Go back to what is below."""
        self.dismiss(None)

    @property
    def _box(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_down(self) -> None:
        """Scroll a line."""
        self._box.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        """Scroll a line back."""
        self._box.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        """Scroll a page."""
        self._box.scroll_relative(y=self._box.size.height - 1, animate=False)

    def action_page_up(self) -> None:
        """Scroll a page back."""
        self._box.scroll_relative(y=1 - self._box.size.height, animate=False)

    def action_top(self) -> None:
        """Go to the beginning."""
        self._box.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Go to the end."""
        self._box.scroll_end(animate=False)
