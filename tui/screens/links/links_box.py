"""The links of an article in a box: opened in the browser, or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.commands import app_bindings, bindings
from tui.controls.entry_list import EntryList, ListEntry
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleLink
    from tui.commands import Home


class LinkChoice(NamedTuple):
    """What the user wants with an address: to open it, or to copy it."""

    address: str
    copy: bool


class LinksBox(ModalScreen[LinkChoice | None]):
    """Lists links by number, each with its address; a digit goes to the link of that number.

    Args:
        links: at least one.
    """

    CSS_PATH = "links_box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("links"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "EntryList"

    def __init__(self, links: Sequence[ArticleLink]) -> None:
        super().__init__()
        self._links = links
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The list in a box, and the keys."""
        with Vertical(id="links") as box:
            count = len(self._links)
            box.border_title = f"{count:,} link{'' if count == 1 else 's'} of this article"
            box.border_subtitle = "enter opens · y copies · esc closes"
            yield EntryList()
        yield KeyLine()

    def on_mount(self) -> None:
        """List the links."""
        self._rows.show([_entry(at, one) for at, one in enumerate(self._links, 1)], "")

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("links", "pane", "app")

    @property
    def _rows(self) -> EntryList:
        return self.query_one(EntryList)

    def on_key(self, event: events.Key) -> None:
        """Go to the link whose number is typed; digits in a row make one number."""
        digit = event.character or ""
        if not (digit.isascii() and digit.isdigit()):
            self._typed = ""
            return
        event.stop()
        longer = self._typed + digit
        self._typed = longer if 0 < int(longer) <= len(self._links) else digit
        if 0 < int(self._typed) <= len(self._links):
            self._rows.go(int(self._typed) - 1)

    def on_entry_list_opened(self) -> None:
        """Open the link that was clicked twice."""
        self.action_open_link()

    def action_open_link(self) -> None:
        """Open the current link in the browser."""
        self.dismiss(LinkChoice(self._links[self._rows.index].address, copy=False))

    def action_copy_passage(self) -> None:
        """Copy the address of the current link."""
        self.dismiss(LinkChoice(self._links[self._rows.index].address, copy=True))

    def action_back(self) -> None:
        """Close the box."""
        self.dismiss(None)


def _entry(number: int, link: ArticleLink) -> ListEntry:
    if link.text == link.address:
        return ListEntry(f"{number}  {link.address}", "")
    return ListEntry(f"{number}  {link.text}", link.address)
