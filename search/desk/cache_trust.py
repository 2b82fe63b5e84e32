"""Whether a cache may be believed: only where nobody else can write to it."""

from __future__ import annotations

import os
import shlex
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def distrust(base: Path, folder: Path) -> str | None:
    """Say why what is in a cache can't be believed, and what to do; None if it can.

    Cost: two system calls, or a look at every file where other users may enter the folder.

    Args:
        base: where caches are kept. Others may write there if they can't touch what isn't theirs.
        folder: the one of a library, in it.
    """
    if os.name != "posix":
        return None
    with suppress(OSError):
        seen = base.stat()
        if reason := _stranger(base, seen):
            return reason
        if seen.st_mode & _OTHERS_WRITE and not seen.st_mode & stat.S_ISVTX:
            return _open_to_others(base)
        for path, found in _inside(folder):
            if reason := _stranger(path, found):
                return reason
            if stat.S_ISLNK(found.st_mode):
                return f"{path} is a link, so what it leads to isn't believed; delete it"
            if found.st_mode & _OTHERS_WRITE:
                return _open_to_others(path)
    return None


def _inside(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield a folder and all that is in it, unless only its owner may enter."""
    seen = folder.lstat()
    yield folder, seen
    if stat.S_ISDIR(seen.st_mode) and seen.st_mode & _OTHERS:
        for entry in folder.iterdir():
            with suppress(FileNotFoundError):  # another program put the index in order meanwhile
                yield from _inside(entry)


def _stranger(path: Path, seen: os.stat_result) -> str | None:
    if seen.st_uid in {os.geteuid(), 0}:
        return None
    return (
        f"{path} belongs to another user (number {seen.st_uid}), so nothing in it is believed;"
        " set XDG_CACHE_HOME to a folder of your own"
    )


def _open_to_others(path: Path) -> str:
    return (
        f"other users can write to {path}, so nothing in it is believed;"
        f" delete it, or chmod -R go-w {shlex.quote(str(path))}"
    )
