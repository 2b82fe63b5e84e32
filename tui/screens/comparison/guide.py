"""Hints on a comparison, beside what they explain: shown once by themselves, then on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Offset
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


class Guide:
    """Shows the hints over the columns until a key or a click puts them away.

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
            Static(hint.text.format_map(keys), markup=False, classes="hint") for hint in HINTS
        )
        self._screen.call_after_refresh(self.place)
        return True

    def put_away(self) -> bool:
        """Put them away, as a key was pressed or the mouse; tell whether they were shown."""
        shown = list(self._screen.query(".hint"))
        self._just_away = bool(shown)
        for hint in shown:
            hint.remove()
        return self._just_away

    def place(self) -> None:
        """Place those that are shown, for the current size."""
        room = self._screen.size
        width = min(_WIDEST, room.width // 2 - 6)
        column = self._cursor.column(self._cursor.side).region
        top, bottom = column.y, room.height - 1
        for hint, widget in zip(HINTS, self._screen.query(".hint").results(Static), strict=False):
            height = widget.get_content_height(room, room, width - 4) + 2
            widget.styles.width = width
            left = 7 if hint.half == "left" else room.width // 2 + 2
            row = top + round(hint.down * (bottom - top - height))
            if hint.text.startswith("←"):
                row = self._beside_a_sign(row, height)
            widget.styles.offset = Offset(left, row)

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
    def _has_room(self) -> bool:
        size, linear = self._screen.size, self._screen.app.has_class(LINEAR)
        return size.width >= _LEAST_WIDTH and size.height >= _LEAST_HEIGHT and not linear


_COMMANDS = tuple(command for command in COMMANDS if command.home == "compare" and command.keys)
