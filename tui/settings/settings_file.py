"""The settings file: where it is, and reading it."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from search import reason_of, user_folder
from tui.settings.settings_value import Problem, Settings

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 65_536
"""Bytes of a settings file: ten times what it takes to set all there is, with a comment on each."""

MOST_STOPS = 100
"""Full stops in a line of it: each may be a level, and what a key costs grows with their square."""

_AT_LINE = re.compile(r"at line (\d+)")


class UnreadableSettingsError(Exception):
    """The file is there and can't be used; `line` is 0 if that is so of all of it."""

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(what)
        self.line = line


def settings_path() -> Path:
    """Say where the settings file is, whether or not there is one."""
    return user_folder("config") / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """Read the settings file; what is missing or wrong falls back to the default.

    Never raises: what was wrong is said in `problems`; whether there is a theme of the name given
    is left to `theme_names`, which loads all themes. Cost: linear in the file.
    """
    path = path or settings_path()
    try:
        text = read_text(path)
        if text is None:
            return Settings()
        table = parsed(text, path)
    except UnreadableSettingsError as error:
        return Settings(problems=(Problem(error.line, str(error)),))
    from tui.settings.table_reading import read_table  # noqa: PLC0415 - most people have no settings, and all want to start soon

    return read_table(table, text, path)


def read_text(path: Path) -> str | None:
    """Give the text of the file, None if there is none; raise UnreadableSettingsError."""
    try:
        if why := _unreadable(path):
            raise UnreadableSettingsError(f"{path} can't be read: {why}")
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UnreadableSettingsError(f"{path} can't be read: {reason_of(error)}") from None
    except UnicodeDecodeError:
        raise UnreadableSettingsError(f"{path} can't be read: it is no UTF-8 text") from None


def parsed(text: str, path: Path) -> dict[str, object]:
    """Parse the text of the file; raise UnreadableSettingsError, with the line where it is known."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.count(".") > MOST_STOPS:
            what = f"{path} can't be read: it has too many full stops in a line"
            raise UnreadableSettingsError(what, number)
    import tomllib  # noqa: PLC0415 - most people have no settings, and all want to start soon

    try:
        return tomllib.loads(text)
    except ValueError as error:  # of its own, or of a number that is too long for Python
        said = str(error).partition(";")[0]
        at = _AT_LINE.search(said)
        where = int(at[1]) if at else len(lines) if "end of document" in said else 0
        raise UnreadableSettingsError(f"{path} is no TOML: {said}", where) from None
    except RecursionError:
        raise UnreadableSettingsError(f"{path} can't be read: it is nested too deeply") from None


def _unreadable(path: Path) -> str | None:
    """Say why a file had better not be opened, as it may never end or never begin."""
    seen = path.stat()
    if not stat.S_ISREG(seen.st_mode) and not stat.S_ISDIR(seen.st_mode):
        return "it is a pipe, a socket or a device, not a file"
    return "it is larger than 64 kB" if seen.st_size > LARGEST else None
