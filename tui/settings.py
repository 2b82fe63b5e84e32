"""What a user has chosen in the settings file."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from search import reason_of, user_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from search import ChosenColumns

COLUMN = 72
"""Cells of a line of text, unless chosen otherwise: about as long as eyes follow well."""

NARROWEST, WIDEST = 30, 200
"""The bounds of the column."""

MEMORY = 512
"""Megabytes that indexing may take at its peak, unless chosen otherwise."""

LEAST_MEMORY, MOST_MEMORY = 256, 65_536

_LARGEST = 65_536
"""Bytes of a settings file: ten times what it takes to set all there is, with a comment on each."""

_MOST_STOPS = 100
"""Full stops in a line of it: each may be a level, and what a key costs grows with their square."""

_MOST_KEYS = 16
"""Keys of a command."""

_LONGEST_NAME = 60
"""Characters of a name that a fault repeats."""

_MOST_FAULTS = 20
"""Faults that are listed one by one: a screenful."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file says.

    Attributes:
        library: the folder or file to open when none is named, or None.
        theme: the name of a theme, or None.
        column: cells of a line of text.
        memory: megabytes that indexing may take at its peak.
        names: the pattern by which names of files say day and outlet; empty without one.
        columns: patterns of tables' names, each with what their columns are called.
        keys: a command's id to its keys, comma-separated, in Textual's names.
        faults: what could not be used, a sentence each.
    """

    library: Path | None = None
    theme: str | None = None
    column: int = COLUMN
    memory: int = MEMORY
    names: str = ""
    columns: ChosenColumns = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def settings_path() -> Path:
    """Say where the settings file is, whether or not there is one."""
    return user_folder("config") / "settings.toml"


def load(commands: Collection[str], path: Path | None = None) -> Settings:
    """Read the settings file; what is missing or wrong falls back to the default.

    `commands` are the ids whose keys can be changed. Never raises: what was wrong is said in
    `faults`; whether there is a theme of the name given is left to whoever knows the themes.
    """
    path = path or settings_path()
    try:
        if why := _unreadable(path):
            return Settings(faults=(f"{path} can't be read: {why}",))
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        return Settings(faults=(f"{path} can't be read: {reason_of(error)}",))
    except UnicodeDecodeError:
        return Settings(faults=(f"{path} can't be read: it is no UTF-8 text",))
    if any(line.count(".") > _MOST_STOPS for line in text.split("\n")):
        return Settings(faults=(f"{path} can't be read: a line has too many full stops",))
    import tomllib  # noqa: PLC0415 - most people have no settings, and all want to start soon

    try:
        return _read(tomllib.loads(text), commands)
    except ValueError as error:  # of its own, or of a number that is too long for Python
        return Settings(faults=(f"{path} is no TOML: {str(error).partition(';')[0]}",))
    except RecursionError:
        return Settings(faults=(f"{path} can't be read: it is nested too deeply",))


def _unreadable(path: Path) -> str | None:
    """Say why a file had better not be opened, as it may never end or never begin."""
    seen = path.stat()
    if not stat.S_ISREG(seen.st_mode) and not stat.S_ISDIR(seen.st_mode):
        return "it is a pipe, a socket or a device, not a file"
    return "it is larger than 64 kB" if seen.st_size > _LARGEST else None


def _read(table: Mapping[str, object], commands: Collection[str]) -> Settings:
    faults: list[str] = []
    library = table.get("library")
    if library is not None and not (isinstance(library, str) and library and "\0" not in library):
        faults.append("settings: library wants a path in quotes")
        library = None
    theme = table.get("theme")
    if theme is not None and not isinstance(theme, str):
        faults.append("settings: theme wants a name in quotes")
        theme = None
    column = _whole(table, "column", COLUMN, (NARROWEST, WIDEST), faults)
    memory = _whole(table, "memory", MEMORY, (LEAST_MEMORY, MOST_MEMORY), faults)
    names = _pattern(table.get("names", {}), faults)
    columns = _columns(table.get("columns", {}), faults)
    keys = _keys(table.get("keys", {}), commands, faults)
    faults.extend(
        f'settings: "{_short(name)}" means nothing here'
        for name in table
        if name not in {"library", "theme", "column", "memory", "names", "columns", "keys"}
    )
    if (more := len(faults) - _MOST_FAULTS) > 0:
        faults[_MOST_FAULTS:] = [f"settings: {more:,} more faults"]
    path = Path(library) if library else None
    return Settings(path, theme, column, memory, names, columns, keys, tuple(faults))


def _pattern(chosen: object, faults: list[str]) -> str:
    """Give the pattern of the table [names]; what can't be used is a fault."""
    pattern = chosen.get("pattern", "") if isinstance(chosen, dict) else None
    if not isinstance(pattern, str) or (isinstance(chosen, dict) and set(chosen) - {"pattern"}):
        faults.append('settings: names wants a table, [names], with pattern = "…"')
        return ""
    if not pattern:
        return ""
    from search import pattern_fault  # noqa: PLC0415 - it loads what reads names, for few

    if why := pattern_fault(pattern):
        faults.append(f"settings: the pattern of names {why}")
        return ""
    return pattern


def _columns(chosen: object, faults: list[str]) -> ChosenColumns:
    """Give the tables below [columns], by the patterns that name them; what is no name is a fault."""
    if not isinstance(chosen, dict) or not all(isinstance(one, dict) for one in chosen.values()):
        faults.append('settings: columns wants tables, [columns."*.csv"], with title = "…"')
        return ()
    if not chosen:
        return ()
    from search import COLUMN_ROLES  # noqa: PLC0415 - for few, as above

    found: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    for pattern, columns in chosen.items():
        named: list[tuple[str, str]] = []
        for role, name in columns.items():
            if role not in COLUMN_ROLES:
                faults.append(f'settings: no column of {_short(pattern)} holds "{_short(role)}"')
            elif not isinstance(name, str) or not name.strip():
                faults.append(f"settings: {role} of {_short(pattern)} wants a name in quotes")
            else:
                named.append((role, name))
        found.append((pattern, tuple(named)))
    return tuple(found)


def _keys(chosen: object, commands: Collection[str], faults: list[str]) -> dict[str, str]:
    """Give the keys of the table [keys]; what can't be used is a fault."""
    keys: dict[str, str] = {}
    if not isinstance(chosen, dict):
        faults.append("settings: keys wants a table, [keys]")
    for name, value in chosen.items() if isinstance(chosen, dict) else ():
        if name not in commands:
            faults.append(f'settings: no command is called "{_short(name)}"')
        elif not isinstance(value, str) or not value.strip():
            faults.append(f"settings: {name} wants its keys in quotes")
        elif value.count(",") >= _MOST_KEYS:
            faults.append(f"settings: {name} has more than {_MOST_KEYS} keys")
        else:
            keys[name] = value
    return keys


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _whole(
    table: Mapping[str, object],
    name: str,
    without: int,
    bounds: tuple[int, int],
    faults: list[str],
) -> int:
    """Give a whole number within bounds; what is none is a fault."""
    value = table.get(name, without)
    if isinstance(value, bool) or not isinstance(value, int):
        faults.append(f"settings: {name} wants a whole number")
        return without
    return max(bounds[0], min(bounds[1], value))
