"""The small list under the search line: what may follow a field, with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.render import clip, safe
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

WIDTH = 40


class Offer(NamedTuple):
    """One line: what it is called, and how many articles it finds."""

    label: str
    articles: int | None = None


class ValueList(Widget):
    """Shows offers below the search line, whose keys choose among them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"offers--count", "offers--chosen"}
    DEFAULT_CSS = """
    ValueList {
        display: none;
        overlay: screen;
        position: absolute;
        width: 40;
        max-width: 100%;
        height: auto;
        background: $panel;
        & > .offers--count { color: $text-muted; }
        & > .offers--chosen { background: $accent 30%; text-style: bold; }
        &:ansi { background: ansi_default; }
        &:ansi > .offers--chosen { background: ansi_default; text-style: bold reverse; }
    }
    """

    class Clicked(Message):
        """The user wants an offer, by its place."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._offers: Sequence[Offer] = ()
        self._at: int | None = None
        self._shades = Shades(self, "offers")

    def show(self, offers: Sequence[Offer], at: int | None, column: int) -> None:
        """Show offers from a column of the screen on; none hides the list."""
        self._offers, self._at = offers, at
        self.display = bool(offers)
        self.styles.height = len(offers)
        self.styles.offset = (max(0, min(column, self.screen.size.width - WIDTH)), 1)
        self.refresh()

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def on_click(self, event: events.Click) -> None:
        """Post `Clicked`."""
        event.stop()
        if event.y < len(self._offers):
            self.post_message(self.Clicked(event.y))

    def render_line(self, y: int) -> Strip:
        """Draw an offer; the chosen one has a sign."""
        base, width = self._shades.base, self.size.width
        if y >= len(self._offers):
            return Strip.blank(width, base)
        offer = self._offers[y]
        if y == self._at:
            base += self._shades["chosen"]
        count = "" if offer.articles is None else f" {offer.articles:,} "
        room = max(0, width - 2 - len(count))
        label = clip(safe(offer.label), room)
        pad = " " * (room - cell_len(label))
        sign = "▸ " if y == self._at else "  "
        name, number = (
            Segment(sign + label + pad, base),
            Segment(count, base + self._shades["count"]),
        )
        return Strip([name, number]).adjust_cell_length(width, base)
