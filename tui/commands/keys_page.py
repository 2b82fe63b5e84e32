"""The command table as the Markdown page docs/keys.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.command import HOMES
from tui.commands.command_bindings import commands_of
from tui.commands.key_names import key_name

if TYPE_CHECKING:
    from collections.abc import Iterator


def markdown() -> str:
    """Give docs/keys.md: a table of commands for each home that has any."""
    return "\n".join(_markdown()) + "\n"


def _markdown() -> Iterator[str]:
    yield "# Keys"
    yield ""
    yield "Made from the table in `tui/commands/command_table.py` by `python -m tui.commands`. To change a key,"
    yield "name the command in the settings file (`diptych config` says where it is):"
    yield ""
    yield "```toml"
    yield "[keys]"
    yield 'next-match = "n,f3"'
    yield "```"
    for home, heading in HOMES.items():
        if not (commands := commands_of(home)):
            continue
        yield ""
        yield f"## {heading}"
        yield ""
        yield "| keys | does | command |"
        yield "|---|---|---|"
        for command in commands:
            keys = " ".join(f"`{_cell(key_name(key))}`" for key in command.keys)
            yield f"| {keys} | {_cell(command.help)} | `{command.id}` |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
