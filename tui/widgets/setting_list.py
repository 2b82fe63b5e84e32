"""A list of settings under headings, each with its value and where that comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings, key_name
from tui.controls.row_list import RowList
from tui.render import clip, safe
from tui.render.shade import Shades
from tui.settings.origins import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from tui.settings.origins import SetValue

_NAME_CELLS = 24
_ORIGINS = {"default": "", "file": "set", "environment": "environment", "argument": "argument"}
_Line: TypeAlias = "str | int"
"""A heading, or the place of a setting."""


class SettingList(RowList, can_focus=True):
    """Shows settings; headings stand between them and are passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"settings--{name}" for name in ("name", "value", "origin", "heading", "chosen", "bar")
    }
    DEFAULT_CSS = """
    SettingList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .settings--heading { color: $text-secondary; text-style: bold; }
        & > .settings--origin { color: $text-muted; }
        & > .settings--bar { color: $accent; text-style: bold; }
        & > .settings--chosen { background: $accent 18%; text-style: bold; }
        &:ansi > .settings--chosen { background: ansi_default; }
    }
    """

    class Moved(Message):
        """Another setting is the current one."""

    class Opened(Message):
        """The user wants to change the current setting."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[SetValue] = ()
        self._lines: list[_Line] = []
        self._shades = Shades(self, "settings")

    @property
    def total(self) -> int:
        """How many settings are listed."""
        return len(self._rows)

    @property
    def page(self) -> int:
        """The rows of a page: a window less one row."""
        return max(1, self.scrollable_content_region.height - 1)

    @property
    def current(self) -> SetValue | None:
        """The current setting; None before there are any."""
        return self._rows[self._index] if self._rows else None

    def show(self, rows: Sequence[SetValue]) -> None:
        """Show settings anew, those of a group together; the current one stays."""
        self._rows, self._lines, group = rows, [], ""
        for place, row in enumerate(rows):
            if row.setting.group != group:
                group = row.setting.group
                self._lines.append(group)
            self._lines.append(place)
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    def reveal(self) -> None:
        """Scroll the current setting into view, with the heading of the first of a group."""
        line = self._lines.index(self._index)
        first = line - 1 if isinstance(self._lines[line - 1], str) else line
        self.reveal_lines(first, line)

    def on_resize(self) -> None:
        """Keep the current setting in view."""
        if self._rows:
            self.reveal()

    def update_border(self) -> None:
        """Say that another setting is the current one."""
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """Make a setting the current one; a second click changes it."""
        offset = event.get_content_offset(self)
        at = None if offset is None else offset.y + self.scroll_offset.y
        place = self._lines[at] if at is not None and at < len(self._lines) else None
        if not isinstance(place, int):
            return
        if place == self._index and event.chain > 1:
            self.post_message(self.Opened())
        else:
            self.go(place)

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width, base = self.scrollable_content_region.width, self._shades.base
        at = y + self.scroll_offset.y
        if at >= len(self._lines):
            return Strip.blank(width, base)
        place = self._lines[at]
        if isinstance(place, str):
            heading = Segment(f" {place}", base + self._shades["heading"])
            return Strip([heading]).adjust_cell_length(width, base)
        row, sign = self._rows[place], "  "
        if place == self._index:
            base += self._shades["chosen"]
            sign = "▌ "
        name_cells = min(_NAME_CELLS, width // 2)
        name = clip(row.setting.name.removeprefix("keys."), name_cells - 1)
        origin = f" {_ORIGINS[row.origin]} " if _ORIGINS[row.origin] else " "
        room = max(0, width - len(sign) - name_cells - len(origin))
        value = clip(safe(shown_value(row)), room)
        return Strip(
            [
                Segment(sign, base + self._shades["bar"]),
                Segment(name + " " * (name_cells - cell_len(name)), base + self._shades["name"]),
                Segment(value + " " * (room - cell_len(value)), base + self._shades["value"]),
                Segment(origin, base + self._shades["origin"]),
            ]
        ).adjust_cell_length(width, base)


def shown_value(row: SetValue) -> str:
    """Give a value in words: names where there are tables, keys as they are printed, `none` for nothing."""
    if isinstance(row.value, dict):
        return ", ".join(row.value)
    if row.value in (None, ""):
        return "none"
    if row.setting.name.startswith("keys."):
        return "  ".join(map(key_name, str(row.value).split(",")))
    return as_written(row.value)
