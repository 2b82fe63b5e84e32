"""What the command palette offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from tui.commands import commands_of, first_keys, key_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.screen import Screen

    from tui.commands import Home


def system_commands(app: App[None], screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield every command that works now, with its key, then those that have no key."""
    for key, (node, binding, enabled, _) in first_keys(screen.active_bindings):
        if enabled and binding.id != "palette":
            run = partial(app.run_action, binding.action, node)
            yield SystemCommand(binding.description, f"{key_name(key)} · {binding.id}", run)
    homes: tuple[Home, ...] = getattr(screen, "homes", ("app",))
    for home in homes:
        node = app if home == "app" else screen
        for command in commands_of(home):
            if not command.keys and node.check_action(command.action, ()):
                run = partial(app.run_action, command.action, node)
                yield SystemCommand(command.help, command.id, run)
