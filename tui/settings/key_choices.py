"""The keys that a settings file gives to commands, and which commands want the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import COMMANDS, HOMES, commands_of, key_name, usable_keys
from tui.settings.problem_list import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.settings.problem_list import ProblemList

MOST_KEYS = 16
"""Keys of a command that are looked at."""


def read_keys(chosen: object, problems: ProblemList) -> dict[str, str]:
    """Give the keys of the table [keys] that can be used; what can't be is a problem."""
    keys: dict[str, str] = {}
    if not isinstance(chosen, dict):
        problems.add(("keys",), "keys wants a table, [keys]")
        return keys
    known = {command.id for command in COMMANDS}
    for name, value in chosen.items():
        path = ("keys", name)
        if name not in known:
            problems.add(path, f"no command is called {unknown(name, known)}")
        elif not isinstance(value, str) or not value.strip():
            problems.add(path, f"{name} wants its keys in quotes")
        elif value.count(",") >= MOST_KEYS:
            problems.add(path, f"{name} has more than {MOST_KEYS} keys")
        else:
            usable, wrong = usable_keys({name: value})
            for what in wrong:
                problems.add(path, what)
            keys |= usable
    for name in keys:
        for key, other in conflicts(name, keys):
            problems.add(("keys", name), f"{name} takes {key_name(key)} from {other}")
    return keys


def keys_of(command: str, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """Give the keys of a command: the chosen ones, else those it has in any home; none if unknown."""
    if command in chosen:
        return tuple(chosen[command].split(","))
    return tuple(dict.fromkeys(k for one in COMMANDS if one.id == command for k in one.keys))


def conflicts(command: str, chosen: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give each key of a command that another one of the same place has too, with that command.

    What works everywhere is of every place; elsewhere the same key may mean something else, and
    what two commands share unless chosen otherwise is meant.
    """
    mine, own = set(keys_of(command, chosen)), set(keys_of(command, {}))
    seen: set[tuple[str, str]] = set()
    homes = {one.home for one in COMMANDS if one.id == command}
    for home in HOMES:
        if home not in homes and "app" not in {home, *homes}:
            continue
        for other in commands_of(home):
            theirs = chosen[other.id].split(",") if other.id in chosen else other.keys
            for key in theirs if other.id != command else ():
                meant = key in own and key in other.keys
                if key in mine and not meant and (key, other.id) not in seen:
                    seen.add((key, other.id))
                    yield key, other.id
