"""Every command, defined once.

Bindings, footer, palette, help screen and docs/keys.md are made from one table; a user remaps
keys by a command's id.
"""

from tui.commands.command_table import (
    COMMANDS,
    HOMES,
    LEADING_ON,
    Command,
    Home,
    Need,
    allowed,
    app_bindings,
    bindings,
    of,
)
from tui.commands.key_hints import KeyHint, first_keys, hints
from tui.commands.key_names import key_name, written

__all__ = [
    "COMMANDS",
    "HOMES",
    "LEADING_ON",
    "Command",
    "Home",
    "KeyHint",
    "Need",
    "allowed",
    "app_bindings",
    "bindings",
    "first_keys",
    "hints",
    "key_name",
    "of",
    "written",
]
