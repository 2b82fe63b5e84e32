"""`diptych config`: every setting, its value, where it comes from and what it may be."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.cli.arguments import add_library
from tui.cli.exit_codes import DONE
from tui.cli.library_path import configured
from tui.cli.streams import write_json
from tui.cli.styled_lines import print_styled, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse

    from tui.cli.json_fields import Document
    from tui.settings.origins import SetValue, Value


def _run(arguments: argparse.Namespace) -> int:
    from tui.remembered import ChosenTheme  # noqa: PLC0415 - --help doesn't wait for it
    from tui.settings import settings_path  # noqa: PLC0415 - --help doesn't wait for the settings
    from tui.settings.origins import set_values  # noqa: PLC0415 - as above
    from tui.settings.theme_names import with_theme_problem  # noqa: PLC0415 - as above

    chosen = with_theme_problem(configured())
    rows = list(set_values(chosen, arguments.library))
    in_reader = ChosenTheme(chosen.theme).name
    if arguments.json:
        write_json(
            {
                "settings": [_fields(row) for row in rows],
                "theme_in_reader": in_reader,
                "file": str(settings_path()),
                "problems": [asdict(problem) for problem in chosen.problems],
            }
        )
        return DONE
    group = ""
    for row in rows:
        if row.setting.group != group:
            group = row.setting.group
            print_styled(group, "bold")
        _write_row(row)
        if row.setting.name == "theme" and in_reader != chosen.theme:
            write(f"      the reader shows {in_reader}, which was chosen there")
    write(f"The file: {settings_path()}")
    for problem in chosen.problems:
        write(f"!! {problem.sentence}")
    return DONE


def _fields(row: SetValue) -> Document:
    """Give a setting as the JSON document has it."""
    setting = row.setting
    return {
        "name": setting.name,
        "value": row.value,
        "from": row.origin,
        "default": setting.default,
        "allowed": setting.allowed,
        "help": setting.help,
    }


def _write_row(row: SetValue) -> None:
    """Print a setting: its value and origin; what it may be, but for keys, which are all alike."""
    setting = row.setting
    default = "" if row.origin == "default" else f", by default {_shown(setting.default)}"
    write(f"  {setting.name} = {_shown(row.value)}  ({row.origin}{default})")
    if setting.group != "Keys":
        write(f"      {setting.help}: {setting.allowed}")


def _shown(value: Value) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


VERB = Verb("Say what is set, from where, and all that could be.", add_library, _run)
