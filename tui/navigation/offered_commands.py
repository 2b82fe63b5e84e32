"""The commands that the palette offers: all that work where the user is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.commands import commands_of, first_keys, key_name
from tui.screens.picker.command_match import OfferedCommand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.screen import Screen

    from tui.commands import Home


def offered_commands(app: App[None], screen: Screen[object]) -> list[OfferedCommand]:
    """Give the commands that work now on a screen, those with keys first; each is given once."""
    return [*_with_keys(app, screen), *_without_keys(app, screen)]


def _with_keys(app: App[None], screen: Screen[object]) -> Iterator[OfferedCommand]:
    for key, (node, binding, enabled, _) in first_keys(screen.active_bindings):
        if enabled and binding.id and binding.id != "palette":
            run = partial(app.run_action, binding.action, node)
            yield OfferedCommand(binding.id, binding.description, key_name(key), run)


def _without_keys(app: App[None], screen: Screen[object]) -> Iterator[OfferedCommand]:
    homes: tuple[Home, ...] = getattr(screen, "homes", ("app",))
    for home in homes:
        node = app if home == "app" else screen
        for command in commands_of(home):
            if not command.keys and node.check_action(command.action, ()):
                run = partial(app.run_action, command.action, node)
                yield OfferedCommand(command.id, command.help, "", run)
