"""The key hints in the footer, made from the bindings that work now."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.commands.command_table import COMMANDS
from tui.commands.key_names import key_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.binding import ActiveBinding, Binding

    from tui.commands.command import Command, Home

_SUBMIT = "submit"
"""What a line to type in does at enter: it tells its screen."""
_ALWAYS = frozenset({"back", "help", "quit"})
_TABLE: dict[tuple[str, str], list[tuple[int, Command]]] = {}
"""Commands with their places in the table by id and help, which those of several homes may share."""
for _place, _command in enumerate(COMMANDS):
    _TABLE.setdefault((_command.id, _command.help), []).append((_place, _command))


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key in readable form, what it does in a word or two, and the action it runs.

    `always` has it shown however little room there is.
    """

    key: str
    label: str
    action: str
    always: bool = False


def hints(active: Mapping[str, ActiveBinding], home: Home | None = None) -> list[KeyHint]:
    """Give a hint for each labelled command that works now, in the order of the table.

    Leaving the app is among them only where there is nothing to go back to. If a command has several keys, the first that works is shown, or the user's own.

    `home` is where the user is: what a line to type in takes and hands on, such as enter, is what
    the command of that key does there.
    """
    best: dict[str, tuple[int, str]] = {}
    found: dict[str, tuple[int, KeyHint]] = {}
    for key, (_, binding, enabled, _) in active.items():
        place, command = _of_binding(key, binding, home)
        if command is None and binding.action == _SUBMIT and home is not None:
            place, command = _by_key(home, key)
        if command is None or not command.label or not enabled:
            continue
        rank = command.keys.index(key) if key in command.keys else -1
        if command.id not in best or rank < best[command.id][0]:
            best[command.id] = rank, key
            always = command.id in _ALWAYS
            found[command.id] = place, KeyHint(key_name(key), command.label, binding.action, always)
    if "back" in found:
        found.pop("quit", None)  # one way out is enough, the nearest
    return [hint for _, hint in sorted(found.values(), key=itemgetter(0))]


def _of_binding(key: str, binding: Binding, home: Home | None) -> tuple[int, Command | None]:
    """Give the command of a binding: of those that are called alike one with this key, that of `home` first."""
    alike = _TABLE.get((binding.id or "", binding.description), [])
    with_key = [one for one in alike if key in one[1].keys] or alike
    here = [one for one in with_key if one[1].home == home and one[1].label]
    return next(iter([*here, *with_key]), (0, None))


def _by_key(home: Home, key: str) -> tuple[int, Command | None]:
    for place, command in enumerate(COMMANDS):
        if command.home == home and key in command.keys:
            return place, command
    return 0, None


def first_keys(active: Mapping[str, ActiveBinding]) -> Iterator[tuple[str, ActiveBinding]]:
    """Yield each command that has a key now, once, with the key to show for it."""
    seen: set[str | None] = {None}
    for key, one in active.items():
        if one.binding.id not in seen:
            seen.add(one.binding.id)
            yield key, one
