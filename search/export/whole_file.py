"""Writing a text to a file: all of it or nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from search.errors import SearchError, reason_of
from search.export.part_files import part_file

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEW = 0o666
_ASKING = Lock()


class NotWrittenError(SearchError):
    """A file can't be written; one that was there is as it was."""


def write_whole(file: Path, pieces: Iterable[str]) -> None:
    """Write a text in UTF-8, line breaks as they are.

    It is written beside the file and then put in its place, with the rights that the file had; a
    link stays, and what it leads to is replaced. A device or a pipe is written to as it is. Raises
    NotWrittenError for a folder, a full disk and whatever else the system refuses, and what the
    pieces raise; nothing has changed then.
    """
    try:
        there = _kind(file)
        if there is not None and stat.S_ISDIR(there):
            raise NotWrittenError(file, "it is a folder; name a file in it")
        if there is not None and not stat.S_ISREG(there):
            with file.open("w", encoding="utf-8", errors="replace", newline="") as stream:
                stream.writelines(pieces)
            return
        _replace(Path(os.path.realpath(file)), there, pieces)
    except (OSError, ValueError) as error:  # a name may hold what no file system takes
        raise NotWrittenError(file, f"it can't be written: {reason_of(error)}") from None


def _kind(file: Path) -> int | None:
    try:
        return file.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(file: Path, mode: int | None, pieces: Iterable[str]) -> None:
    with (
        part_file(file) as (descriptor, name),
        open(descriptor, "w", encoding="utf-8", errors="replace", newline="") as stream,  # noqa: PTH123 - a descriptor
    ):
        stream.writelines(pieces)
        stream.flush()
        os.fchmod(descriptor, stat.S_IMODE(mode) if mode is not None else _NEW & ~_umask())
        os.fsync(descriptor)
        os.replace(name, file)  # noqa: PTH105 - what is known is a name


def _umask() -> int:
    """Give the rights that new files lack; there is no way to ask but to set it.

    It is one for all threads: two that ask at once would leave it as neither found it.
    """
    with _ASKING:
        mask = os.umask(0o077)
        os.umask(mask)
    return mask
