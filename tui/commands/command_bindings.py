"""What is made from the table of commands for Textual: bindings, and what is offered now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.command_table import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import Binding

    from tui.commands.command import Command, Home, Need


def commands_of(home: Home) -> tuple[Command, ...]:
    """Give the commands of one home, in the table's order."""
    return tuple(command for command in COMMANDS if command.home == home)


def bindings(*homes: Home) -> list[Binding]:
    """Give the bindings of these homes, for a class's `BINDINGS`.

    Each has its command's id, by which a user's keymap finds it.
    """
    from textual.binding import Binding  # noqa: PLC0415 - the table alone needs no screen

    return [
        Binding(",".join(c.keys), c.action, c.help, show=bool(c.label), priority=c.at_once, id=c.id)
        for home in homes
        for c in commands_of(home)
        if c.keys
    ]


def app_bindings(*ids: str) -> list[Binding]:
    """Give these commands of the app as bindings, for a screen that hides the app's own."""
    from textual.binding import Binding  # noqa: PLC0415 - see `bindings`

    return [
        Binding(",".join(c.keys), f"app.{c.action}", c.help, show=False, id=c.id)
        for c in commands_of("app")
        if c.id in ids
    ]


def allowed(home: Home, action: str, has: Callable[[Need], bool]) -> bool:
    """Tell whether an action is offered now in one home; actions not in the table always are.

    `has` tells whether what a command needs is present.
    """
    need = _NEEDS.get((home, action))
    return need is None or has(need)


_NEEDS = {(command.home, command.action): command.needs for command in COMMANDS}

LEADING_ON = frozenset(command.id for command in COMMANDS if command.leads_on)
"""The ids of commands that move the user elsewhere, in any home."""
