"""A box with passages of articles, of which one is gone to or compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.commands import app_bindings, bindings
from tui.controls.entry_list import EntryList
from tui.render import clip
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.commands import Home
    from tui.controls.entry_list import ListEntry

_LONGEST = 200
"""Characters of a heading that the border could show."""


class PassageChoice(NamedTuple):
    """What the user wants: which passage, and whether to compare its article rather than to read it."""

    place: int
    compare: bool


class PassageBox(ModalScreen[PassageChoice | None]):
    """Lists passages over the lower half of the window.

    Args:
        heading: what they are, for the border.
        entries: the passages, one at least.
    """

    CSS_PATH = "meeting_box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("meeting"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "EntryList"

    def __init__(self, heading: str, entries: Sequence[ListEntry]) -> None:
        super().__init__()
        self._heading = heading
        self._entries = entries

    def compose(self) -> ComposeResult:
        """The list in a box, and the keys."""
        with Vertical(id="meeting") as box:
            box.border_title = Content(clip(" ".join(self._heading.split()), _LONGEST))
            box.border_subtitle = "enter goes there · c compares · esc closes"
            yield EntryList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the passages."""
        self.query_one(EntryList).show(self._entries, "")

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("meeting", "pane", "app")

    def on_entry_list_opened(self) -> None:
        """Go to the passage that was clicked twice."""
        self.action_go_there()

    def action_go_there(self) -> None:
        """Read the current passage in its article."""
        self.dismiss(PassageChoice(self.query_one(EntryList).index, compare=False))

    def action_compare_there(self) -> None:
        """Compare its article."""
        self.dismiss(PassageChoice(self.query_one(EntryList).index, compare=True))

    def action_back(self) -> None:
        """Close the box."""
        self.dismiss(None)
