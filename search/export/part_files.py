"""Files that are being written beside their name, and those that a killed program left there."""

from __future__ import annotations

import fcntl
import os
import re
import tempfile
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SUFFIX = ".part"
_PART = re.compile(r"\..{1,40}\.[a-z0-9_]{8}\.part", re.DOTALL)
_TRIES = 3
_LETTERS = 40


@contextmanager
def part_file(file: Path) -> Iterator[tuple[int, str]]:
    """Make a hidden file beside one that is to be written; give its number and its name.

    The file is locked for as long as its number, which the caller closes, is open: the system lets go of it
    when the program ends, however it does. If it is still there in the end it is removed. Raises OSError.
    """
    descriptor, name = _locked(file)
    try:
        yield descriptor, name
    finally:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - what is known is a name


def _locked(file: Path) -> tuple[int, str]:
    """Make and lock it; again where another program found it before it was locked."""
    for _ in range(_TRIES):
        descriptor, name = tempfile.mkstemp(
            prefix=f".{file.name[:_LETTERS]}.", suffix=_SUFFIX, dir=file.parent
        )
        try:
            with suppress(OSError):  # without locks nobody sweeps
                # Whoever sweeps holds it for a moment only: then the name is gone, and we know.
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            if os.path.lexists(name):
                return descriptor, name
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
    raise FileNotFoundError(2, os.strerror(2), name)


def sweep_parts(folder: Path) -> None:
    """Remove what killed programs left in a folder, though not below it; never raises. Cost: a look at it."""
    with suppress(OSError), os.scandir(folder) as entries:
        left = [
            entry.path
            for entry in entries
            if entry.name.endswith(_SUFFIX)
            and _PART.fullmatch(entry.name)
            and entry.is_file(follow_symlinks=False)
        ]
        for name in left:
            _remove(name)


def _remove(name: str) -> None:
    """Remove a file that nobody is writing."""
    with suppress(OSError):
        held = os.open(name, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.unlink(name)  # noqa: PTH108 - what is known is a name
        finally:
            os.close(held)
