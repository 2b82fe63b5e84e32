"""All commands, defined once in a table.

Bindings, footer, palette, help screen and docs/keys.md are made from it; users change keys by
a command's id.
"""

from tui.commands.chosen_keys import usable_keys
from tui.commands.command import HOMES, Command, Home, Need
from tui.commands.command_bindings import (
    LEADING_ON,
    allowed,
    app_bindings,
    bindings,
    commands_of,
)
from tui.commands.command_table import COMMANDS
from tui.commands.key_hints import KeyHint, first_keys, hints
from tui.commands.key_names import key_name, typed_character
from tui.commands.missing_needs import why_not

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
    "commands_of",
    "first_keys",
    "hints",
    "key_name",
    "typed_character",
    "usable_keys",
    "why_not",
]
