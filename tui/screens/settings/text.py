"""What the settings screen says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.commands import key_name
from tui.render import safe
from tui.settings.key_choices import conflicts
from tui.settings.origins import as_written

if TYPE_CHECKING:
    from tui.settings import Settings
    from tui.settings.origins import SetValue

_IN_THE_FILE = "A table is changed in the file itself: "
_MOST_SHOWN = 3
_KEYS = "keys."


def command_of(row: SetValue) -> str | None:
    """Give the command whose keys a setting has; None for other settings."""
    name = row.setting.name
    return name.removeprefix(_KEYS) if name.startswith(_KEYS) else None


def about(row: SetValue, chosen: Settings, file: str) -> Content:
    """Say what a setting is for, what it may be and is by default, and what is wrong with it."""
    setting = row.setting
    lines = [f"{setting.help}.", f"May be: {setting.allowed}."]
    lines.append(f"By default: {as_written(setting.default) or 'none'}.")
    if row.origin in {"environment", "argument"}:
        lines.append(f"The {row.origin} decides now, whatever the file says.")
    elif not setting.editable:
        lines.append(f"{_IN_THE_FILE}{file}")
    if (command := command_of(row)) is not None:
        for key, other in list(conflicts(command, chosen.keys))[:_MOST_SHOWN]:
            lines.append(f"{key_name(key)} is also that of {other}.")
    return _lines(lines)


def problems(chosen: Settings) -> Content:
    """Say what is wrong in the file, a line each; those that don't fit are counted."""
    shown = [problem.sentence for problem in chosen.problems[:_MOST_SHOWN]]
    if (more := len(chosen.problems) - _MOST_SHOWN) > 0:
        shown[-1] = f"and {more + 1:,} more: diptych config lists them"
    return _lines(shown)


def _lines(lines: list[str]) -> Content:
    return Content("\n").join([Content(safe(line)) for line in lines])
