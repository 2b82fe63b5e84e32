"""Files of a library, opened and read where they are wanted."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, Self

from search.errors import ArticleError, UnseenError, reason_of

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

NO_FILE = "a pipe, a socket or a device, not a file"
"""Why what has the name of an article isn't read."""
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_PAGE = 1 << 20
_UNTOLD = 1 << 20
"""Bytes that are read of a file that says it is empty."""
_TEMPORARY = {
    getattr(errno, name, 0)
    for name in (
        "EIO ESTALE ENODEV ENXIO ENOTCONN ENETDOWN ENETUNREACH EHOSTDOWN EHOSTUNREACH ETIMEDOUT"
        " EREMOTEIO ENOMEDIUM EMFILE ENFILE ENOMEM EAGAIN EBUSY"
    ).split()
}
"""What a disk or a connection answers that fails, and a system short of something."""


class FileSource:
    """A regular file that is open; see `search.formats.Source`. Not safe to use from threads.

    It never waits: what became a pipe or a device since it was listed is refused.

    Attributes:
        size: in bytes, when it was opened.
        version: differs whenever the file has changed.
    """

    def __init__(self, file: Path, path: str) -> None:
        """Open a file; raise ArticleError, naming it `path`, or UnseenError if it may be well."""
        self._path = path
        self._number = -1
        try:
            self._number = os.open(file, os.O_RDONLY | _AT_ONCE)
            seen = os.fstat(self._number)
        except (OSError, ValueError) as error:
            self.close()
            raise self._error(error) from None
        if not stat.S_ISREG(seen.st_mode):
            self.close()
            folder = IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            why = reason_of(folder) if stat.S_ISDIR(seen.st_mode) else NO_FILE
            raise ArticleError(path, why)
        self.size = seen.st_size
        if not self.size:  # so do files say that the system makes when they are read
            self.size = len(self.read(0, _UNTOLD))
        self.version = seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it. It can't be read afterwards."""
        number, self._number = self._number, -1
        if number >= 0:
            os.close(number)

    def read(self, start: int, stop: int) -> bytes:
        """Give the bytes from one place up to another, fewer at the end; see `__init__`."""
        data = bytearray()
        try:
            os.lseek(self._number, start, os.SEEK_SET)
            while len(data) < stop - start:
                more = os.read(self._number, min(stop - start - len(data), _PAGE))
                if not more:
                    break
                data += more
        except OSError as error:
            raise self._error(error) from None
        return bytes(data)

    def _error(self, error: OSError | ValueError) -> ArticleError:
        passing = isinstance(error, OSError) and error.errno in _TEMPORARY
        return (UnseenError if passing else ArticleError)(self._path, reason_of(error))
