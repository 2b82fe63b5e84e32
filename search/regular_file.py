"""Regular files, and nothing else that may lie in their place: read up to a size, made for one's own."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PLAIN = (
    getattr(os, "O_NONBLOCK", 0)  # a pipe is opened at once, and then refused
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_PIECE = 1 << 20
_OWN = 0o600


class NotRegularError(OSError):
    """What has the name of a file is a pipe, a device or a link, or far too large."""


def open_regular(path: Path, *, links: bool = False) -> tuple[int, os.stat_result]:
    """Open a regular file for reading; give its number, which the caller closes, and its facts.

    It never waits. With `links` a link to a regular file will do. Raises NotRegularError if it is
    anything else, OSError if it can't be opened or is a folder.
    """
    try:
        number = os.open(path, os.O_RDONLY | _PLAIN | (0 if links else _NO_LINK))
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENXIO, errno.EMLINK}:
            raise _refused(path, error.errno, "no regular file") from None
        raise
    try:
        seen = os.fstat(number)
    except BaseException:
        os.close(number)
        raise
    if not stat.S_ISREG(seen.st_mode):
        os.close(number)
        if stat.S_ISDIR(seen.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        raise _refused(path, errno.EINVAL, "no regular file")
    return number, seen


def read_regular(path: Path, most: int, *, links: bool = False) -> bytes:
    """Read a regular file of at most so many bytes; see `open_regular` for what it raises.

    A larger one isn't read, or not further than that if it grows meanwhile.
    """
    number, seen = open_regular(path, links=links)
    with os.fdopen(number, "rb", buffering=0) as stream:
        data = b"" if seen.st_size > most else stream.read(seen.st_size + 1) or b""
        while len(data) <= most and (more := stream.read(_PIECE)):
            data += more
    if max(seen.st_size, len(data)) > most:
        raise _refused(path, errno.EFBIG, f"larger than {most:,} bytes")
    return data


def create_own(path: Path, flags: int = os.O_WRONLY) -> int:
    """Make an empty file that only its owner may read or write; give its number.

    What has the name before, such as a link or a pipe, makes way. Raises OSError.
    """
    with suppress(FileNotFoundError):
        path.unlink()
    return os.open(path, os.O_CREAT | os.O_EXCL | flags | _PLAIN | _NO_LINK, _OWN)


def put_in_place(beside: Path, path: Path) -> None:
    """Give a file the name of another, which it replaces in one step; raise OSError.

    A folder of that name is set aside.
    """
    try:
        beside.replace(path)
    except IsADirectoryError:
        set_aside(path)
        beside.replace(path)


def save_regular(path: Path, data: bytes, *, sure: bool = True, mode: int = _OWN) -> None:
    """Save a file, replacing it in one step and making folders for it; raise OSError.

    If it can't be, nothing has changed. Unless `sure` says no, it is on the disk once this
    returns, which may take some hundredths of a second.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with os.fdopen(create_own(beside), "wb") as stream:
            stream.write(data)
            stream.flush()
            if mode != _OWN:
                os.fchmod(stream.fileno(), mode)
            if sure:
                os.fsync(stream.fileno())
        put_in_place(beside, path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def sweep_beside(path: Path) -> None:
    """Remove what killed programs left of saving a file (see `save_regular`); never raises."""
    with suppress(OSError):
        for left in path.parent.glob(f"{path.name}.*"):
            said = left.name.rpartition(".")[2]
            if said.isascii() and said.isdecimal() and not _lives(said):
                left.unlink()


def _lives(number: str) -> bool:
    """Tell whether a process of a number may be there."""
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def set_aside(path: Path) -> Path:
    """Rename what is damaged, so that nothing is written over it; raise OSError."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.damaged-{number}")):
        number += 1
    path.rename(aside)
    return aside


def _refused(path: Path, number: int, reason: str) -> NotRegularError:
    return NotRegularError(number, reason, str(path))
