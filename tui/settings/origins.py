"""What each setting is now, and where that comes from."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search import ArchiveOptions, shown_library
from tui.settings.setting_table import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search import NamedArchive
    from tui.settings.setting_table import Setting
    from tui.settings.settings_value import Settings

Origin: TypeAlias = Literal["default", "file", "environment", "argument"]

Value: TypeAlias = "str | int | dict[str, dict[str, object]] | None"

NO_COLOUR_THEME = "ansi-dark"
"""The theme under NO_COLOR: the terminal's own colours."""


class SetValue(NamedTuple):
    """A setting with its value, None for nothing, and where that comes from."""

    setting: Setting
    value: Value
    origin: Origin


def set_values(chosen: Settings, library: str | None = None) -> Iterator[SetValue]:
    """Give each setting with its value, in the order of the table.

    Args:
        chosen: what the file says.
        library: the library that an argument names, if one does.
    """
    for setting in settings():
        name = setting.name
        value: Value = _value(chosen, setting)
        origin: Origin = "file" if name in chosen.given else "default"
        if name == "library" and library is not None:
            value, origin = library, "argument"
        elif name == "theme" and "NO_COLOR" in os.environ:
            value, origin = NO_COLOUR_THEME, "environment"
        yield SetValue(setting, value, origin)


def _value(chosen: Settings, setting: Setting) -> Value:
    if setting.name.startswith("keys."):
        return chosen.keys.get(setting.name.removeprefix("keys."), setting.default)
    values: dict[str, Value] = {
        "archives": {one.name: _shown(one) for one in chosen.archives} or None,
        "library": shown_library(chosen.library) if chosen.library is not None else None,
        "cookies": str(chosen.cookies) if chosen.cookies is not None else None,
        "memory": chosen.memory,
        "watch": chosen.watch,
        "update": chosen.update,
        "hosts": ", ".join(chosen.hosts),
        "names.pattern": chosen.names,
        "columns": {pattern: dict(named) for pattern, named in chosen.columns} or None,
        "citation": chosen.citation,
        "theme": chosen.theme or setting.default,
        "column": chosen.column,
        "linear": chosen.linear,
        "themes": {one.name: {"dark": one.dark, **one.colours} for one in chosen.themes} or None,
        "words": {
            one.name: {"words": list(one.words), "style": one.style, "sign": one.sign}
            for one in chosen.words
        }
        or None,
    }
    return values[setting.name]


def _shown(archive: NamedArchive) -> dict[str, object]:
    """Give what the file says of an archive, without a password."""
    plain, said = asdict(ArchiveOptions()), asdict(archive.options)
    del said["password"]
    chosen = {name: value for name, value in said.items() if value != plain[name]}
    if archive.options.fields:
        chosen["fields"] = dict(archive.options.fields)
    return {"address": str(archive.address), **chosen}


def as_written(value: Value) -> str:
    """Give a value that is no table as it is typed, and stands in the file: `true`; empty for None."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
