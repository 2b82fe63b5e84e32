"""Hints on a comparison, beside what they explain: shown once by themselves, then on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Offset, Region
from textual.widgets import Static

from tui.commands import first_keys, key_name
from tui.commands.command_table import COMMANDS
from tui.terminal.linear_mode import LINEAR

if TYPE_CHECKING:
    from tui.remembered import ShownHints
    from tui.render.comparison import Side
    from tui.screens.command_screen import CommandScreen
    from tui.screens.comparison.link_cursor import LinkCursor

_LEAST_WIDTH, _LEAST_HEIGHT = 60, 20
"""Cells of a window in which all hints have room."""
_WIDEST = 40
"""Cells of a hint."""


class _Hint(NamedTuple):
    """A hint's text, in which `{id}` stands for the key of a command, and where it stands.

    Attributes:
        text: what is shown.
        half: the half of the window in which it stands.
        down: how far down between heads and footer, 0 to 1.
    """

    text: str
    half: Side
    down: float


HINTS = (
    _Hint("↑ How much meets: the share of words in sentences with = or ≈ (same), or only ~", "left", 0),
    _Hint("← A sign leads across by its number: = same words, ≈ says the same, ~ related", "left", 0.42),
    _Hint("In the chosen link the bold words are in both, the slanted ones on one side only", "left", 1),
    _Hint("{next-link} {previous-link} go from link to link, {weaker-link} the strongest first; {follow-link} crosses over", "right", 0.2),
    _Hint("↓ {showing} shows less, {panel} the panel, {judge} judges a link; {hints} shows these hints again", "right", 1),
)  # fmt: skip
"""The hints, in the order in which they are read."""
_HINT_OF = {hint.text: hint for hint in HINTS}


class Guide:
    """Shows the hints over the columns until a key or a click puts them away.

    Those that would hide others, where the panel leaves little room, come after these.

    Args:
        screen: the comparison's screen, whose layer `hints` they take.
        cursor: the columns; the first link's sign is pointed at.
        shown: whether they were shown to this user.
    """

    def __init__(self, screen: CommandScreen, cursor: LinkCursor, shown: ShownHints) -> None:
        self._screen = screen
        self._cursor = cursor
        self._shown = shown
        self._begun = False
        self._just_away = False

    def begin(self) -> None:
        """Show them if they never were; called whenever a comparison is shown."""
        if self._begun or not self._has_room:
            return
        self._begun = True
        if not self._shown.seen:
            self.show()
            self._screen.warn(self._shown.remember())

    def show(self) -> bool:
        """Show them; tell whether there is room, and no key has only just put them away."""
        if self._just_away or not self._has_room:
            self._just_away = False
            return False
        keys = {one.id: key_name(one.keys[0]) for one in _COMMANDS}
        keys |= {
            one.binding.id or "": key_name(key)
            for key, one in first_keys(self._screen.active_bindings)
        }
        self._screen.mount_all(
            Static(hint.text.format_map(keys), name=hint.text, markup=False, classes="hint")
            for hint in HINTS
        )
        self._screen.call_after_refresh(self.place)
        return True

    def put_away(self, *, all_of_them: bool = False) -> bool:
        """Put those in view away, as a key was pressed or the mouse; tell whether there were any.

        What had no room beside them is shown then, unless none is wanted.
        """
        hints = self._hints
        gone = hints if all_of_them else [hint for hint in hints if hint.display]
        for hint in gone:
            hint.add_class("-gone")
            hint.remove()
        if len(gone) < len(hints):
            self._screen.call_after_refresh(self.place)
        self._just_away = bool(gone) and len(gone) == len(hints)
        return bool(gone)

    def place(self) -> None:
        """Place those that are shown, for the current size; those without room aren't in view."""
        room = self._screen.size
        width = min(_WIDEST, room.width // 2 - 6)
        top, bottom = self._cursor.column(self._cursor.side).region.y, room.height - 1
        taken: list[Region] = []
        for widget in self._hints:
            hint = _HINT_OF[widget.name or ""]
            height = widget.get_content_height(room, room, width - 4) + 2
            left = 7 if hint.half == "left" else room.width // 2 + 2
            row = top + round(hint.down * (bottom - top - height))
            if hint.text.startswith("←"):
                row = self._beside_a_sign(row, height)
            rows = _nearest(row, range(top, max(top, bottom - height) + 1))
            places = (Region(left, at, width, height) for at in rows)
            place = next((one for one in places if not any(map(one.overlaps, taken))), None)
            widget.display = place is not None
            if place is not None:
                taken.append(place)
                widget.styles.width = width
                widget.styles.offset = Offset(place.x, place.y)

    def _beside_a_sign(self, row: int, height: int) -> int:
        """Give the row near this one from which a hint points at a sign; this one without any near."""
        view, layout = self._cursor.view, self._cursor.pair_layout
        if view is None or layout is None:
            return row
        column, side = self._cursor.column(self._cursor.side), self._cursor.side
        links = self._cursor.shown(view, side).links
        first = layout.layout(side).first
        signs = (first[i] - column.top + column.region.y - 1 for i, one in enumerate(links) if one)
        return min(
            (at for at in signs if abs(at - row) < height),
            key=lambda at: abs(at - row),
            default=row,
        )

    @property
    def _hints(self) -> list[Static]:
        """Those that aren't put away; removing takes a while."""
        found = self._screen.query(".hint").exclude(".-gone").results(Static)
        return [widget for widget in found if widget.name in _HINT_OF]

    @property
    def _has_room(self) -> bool:
        size, linear = self._screen.size, self._screen.app.has_class(LINEAR)
        return size.width >= _LEAST_WIDTH and size.height >= _LEAST_HEIGHT and not linear


def _nearest(wanted: int, rows: range) -> list[int]:
    """Give rows in the order of how near they are to one."""
    return sorted(rows, key=lambda row: abs(row - wanted))


_COMMANDS = tuple(command for command in COMMANDS if command.home == "compare" and command.keys)
