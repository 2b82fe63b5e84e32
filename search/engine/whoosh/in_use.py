"""Which generation of an index is in use: a name in a small file, read without loading the engine."""

from __future__ import annotations

import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from search.regular_file import read_regular

if TYPE_CHECKING:
    from pathlib import Path

CURRENT = "current"
_LINE = 4096
"""Bytes of a file of one line that are still read."""


def read_line(path: Path) -> str:
    """Read one of the small files; raise OSError or ValueError."""
    return read_regular(path, _LINE).decode().strip()


def generation_in_use(folder: Path) -> Path | None:
    """Give the folder of the generation in use, None without one."""
    generation = None
    with suppress(OSError, ValueError):
        while (named := _named(folder)) != generation:  # else it was just replaced
            generation = named
            with suppress(FileNotFoundError):  # another program replaced and deleted it meanwhile
                if stat.S_ISDIR(generation.lstat().st_mode):
                    return generation
    return None


def _named(folder: Path) -> Path:
    """Give the folder that is said to be in use; raise ValueError if it can't be one."""
    name = read_line(folder / CURRENT)
    if not name.startswith("g-") or "/" in name:
        raise ValueError(name)
    return folder / name


def version_of(generation: Path) -> str:
    """Name what is in a generation: each commit writes a table of contents of a new name; none is left of a deleted one."""
    tables: list[str] = []
    with suppress(FileNotFoundError):
        tables = [file.name for file in (generation / "whoosh").iterdir() if file.suffix == ".toc"]
    return " ".join((generation.name, *sorted(tables)))
