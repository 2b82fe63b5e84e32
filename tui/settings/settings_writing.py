"""Changing the settings file: one value at a time, with the user's comments and order kept."""

from __future__ import annotations

import copy
import os
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from search import reason_of, save_regular
from tui.settings.setting_table import settings
from tui.settings.settings_file import (
    LARGEST,
    UnreadableSettingsError,
    parsed,
    read_text,
    settings_path,
)
from tui.settings.table_reading import read_table
from tui.settings.theme_names import with_theme_problem

if TYPE_CHECKING:
    from pathlib import Path

    from tui.settings.setting_table import Setting
    from tui.settings.settings_value import Settings


_FLAGS = {"true": True, "false": False}


class SettingRefusedError(Exception):
    """The value can't be set, or the file can't be written; `str` is a sentence for the user."""


def change(name: str, text: str, path: Path | None = None) -> Settings:
    """Set a setting to what somebody typed, and write the file; give what it says then.

    Raises SettingRefusedError, with the file as it was, if the table of settings doesn't allow the
    value, or if the file is damaged or can't be written. Cost: linear in the file, and a sync of
    the disk.
    """
    path = path or settings_path()
    setting = next(one for one in settings() if one.name == name)
    return _written(path, name, _typed(setting, text))


def reset(name: str, path: Path | None = None) -> Settings:
    """Take a setting out of the file, so that its default holds; see `change`."""
    return _written(path or settings_path(), name, None)


def _typed(setting: Setting, text: str) -> str | int:
    """Give the value that a text means: true or false, or a whole number, where the default is one."""
    if isinstance(setting.default, bool):
        if text.strip() not in _FLAGS:
            raise SettingRefusedError(f"{setting.name} wants {setting.allowed}")
        return _FLAGS[text.strip()]
    if not isinstance(setting.default, int):
        return text.strip()
    try:
        return int(text)
    except ValueError:
        raise SettingRefusedError(f"{setting.name} wants {setting.allowed}") from None


def _written(path: Path, name: str, value: str | int | None) -> Settings:
    try:
        before = read_text(path) or ""
        table = parsed(before, path)
    except UnreadableSettingsError as error:
        raise SettingRefusedError(f"nothing was changed: {error}") from None
    after = _changed(before, table, name, value)
    chosen = with_theme_problem(read_table(parsed(after, path), after, path), after)
    known = {
        one.what for one in with_theme_problem(read_table(table, before, path), before).problems
    }
    if wrong := [one.what for one in chosen.problems if one.what not in known]:
        *_, key = name.split(".", 1)
        raise SettingRefusedError(min(wrong, key=lambda what: not what.startswith(key)))
    if after != before:
        _save(path, after)
    return chosen


def _changed(text: str, table: dict[str, object], name: str, value: str | int | None) -> str:
    """Give the text with one value changed; raise SettingRefusedError if that moves anything else."""
    *tables, key = name.split(".", 1)
    expected = copy.deepcopy(table)
    try:
        document = tomlkit.parse(text)
        if not (_set(document, tables, key, value) and _set(expected, tables, key, value)):
            raise SettingRefusedError(f"{tables[0]} is no table in the file; change it there")
        after = tomlkit.dumps(document)
        if parsed(after, settings_path()) == expected and len(after.encode()) <= LARGEST:
            return after
    except (TOMLKitError, ValueError, RecursionError, UnreadableSettingsError):
        pass
    raise SettingRefusedError(f"{name} can't be set without touching what else the file says")


def _set(table: dict[str, Any], tables: list[str], key: str, value: str | int | None) -> bool:
    """Set a value in a table below others, or take it out; tell whether there can be such a table."""
    for name in tables:
        if name not in table and value is not None:
            table[name] = {}
        below: object = table.get(name, {})
        if not isinstance(below, dict):
            return False
        table = below
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value
    return True


def _save(path: Path, text: str) -> None:
    """Write the file where it really lies, with the rights that it has; raise SettingRefusedError."""
    try:
        target = path.resolve()
        there = target.exists()
        if there and not os.access(target, os.W_OK):
            raise SettingRefusedError(f"{target} can't be written: it is write-protected")
        mode = target.stat().st_mode & 0o777 if there else 0o600
        save_regular(target, text.encode(), mode=mode)
    except OSError as error:
        raise SettingRefusedError(f"{path} can't be written: {reason_of(error)}") from None
