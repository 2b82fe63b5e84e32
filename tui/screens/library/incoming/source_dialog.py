"""The dialog that asks what is to be brought into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from search import typed_sources
from tui.commands import app_bindings, bindings
from tui.controls.path_completion import completed
from tui.controls.text_line import TextLine
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.commands import Home

_HINT = (
    "A path, or the address of a page or a feed; several with blanks between, one with blanks in"
    " quotation marks. What would come in is shown before anything is written."
)


class SourceDialog(ModalScreen[list[str] | None]):
    """Its result is what was named, at least one thing; None if the user goes back."""

    CSS_PATH = "incoming.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("incoming"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        """The line, and what may stand in it."""
        with Vertical(id="sources-asked") as box:
            box.border_title = "Bring in"
            box.border_subtitle = "enter shows what comes · tab completes · esc goes back"
            yield TextLine("~/downloads/page.html or https://news.example/feed.xml")
            yield Static(_HINT, id="hint", markup=False)
        yield KeyLine()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("incoming", "app")

    def on_input_submitted(self) -> None:
        """Show what would come."""
        self.action_preview()

    def action_preview(self) -> None:
        """Give what is named; say so if nothing is."""
        if names := typed_sources(self.query_one(TextLine).value):
            self.dismiss(names)
        else:
            self.query_one("#hint", Static).update(f"Nothing is named yet. {_HINT}")

    def action_complete(self) -> None:
        """Complete the path that is typed last."""
        line = self.query_one(TextLine)
        before, blank, last = line.value.rpartition(" ")
        line.set_text(before + blank + completed(last)[0])

    def action_back(self) -> None:
        """Bring in nothing."""
        self.dismiss(None)
