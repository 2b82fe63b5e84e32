"""The footer: which commands work now, with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import hints
from tui.render.shade import shade

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.screen import Screen

    from tui.commands import Home, KeyHint


class KeyLine(Widget):
    """Shows as many hints as fit, in order, and always those on how to leave and where help is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label"}
    DEFAULT_CSS = """
    KeyLine {
        height: 1;
        background: $panel;
        & > .keys--key { text-style: bold; color: $text-accent; }
        & > .keys--label { color: $foreground; }
        &:ansi { background: ansi_default; }
    }
    """

    class Pressed(Message):
        """A hint was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._hints: tuple[KeyHint, ...] = ()

    def on_mount(self) -> None:
        """Update the hints whenever other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._update)

    def _update(self, screen: Screen[object]) -> None:
        homes: tuple[Home, ...] = getattr(screen, "homes", ())
        self.show(hints(screen.active_bindings, next(iter(homes), None)))

    def show(self, found: Sequence[KeyHint]) -> None:
        """Show these hints."""
        if tuple(found) != self._hints:
            self._hints = tuple(found)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        del y
        base = self.rich_style
        key = base + shade(self, "keys--key")
        label = base + shade(self, "keys--label")
        segments = []
        for hint in self._fitting():
            meta = Style(meta={"hint": hint.action})
            segments += [
                Segment(f" {hint.key} ", key + meta),
                Segment(f"{hint.label} ", label + meta),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Post which hint was clicked."""
        if (action := event.style.meta.get("hint")) is not None:
            self.post_message(self.Pressed(action))

    def _fitting(self) -> list[KeyHint]:
        room = self.size.width - sum(_cells(hint) for hint in self._hints if hint.always)
        fitting = []
        for hint in self._hints:
            if not hint.always:
                room -= _cells(hint)
            if room >= 0 or hint.always:
                fitting.append(hint)
        return fitting


def _cells(hint: KeyHint) -> int:
    return cell_len(hint.key) + cell_len(hint.label) + 3
