"""File locks, where the file system supports them."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from whoosh.util.filelock import FileLock

from search.regular_file import set_aside

_NONE = {
    getattr(errno, name)
    for name in ("ENOLCK", "ENOSYS", "EOPNOTSUPP", "ENOTSUP", "EINVAL")
    if hasattr(errno, name)
}
"""What is answered by file systems without locks, most of them on another machine."""


class Lock(FileLock):
    """Whoosh's lock, which the system lets go of when its holder dies.

    Attributes:
        void: whether it keeps nobody out, as the file system has no locks.
    """

    void = False

    def acquire(self, blocking: bool = False) -> bool:
        """Take it; False if another has it.

        What isn't a regular file is no lock of ours, and makes way: a link would have the file it
        leads to cut to nothing, a pipe would be waited for.
        """
        self._make_way()
        try:
            taken: bool = super().acquire(blocking=blocking)
        except OSError as error:
            if self.fd is not None:
                os.close(self.fd)
                self.fd = None
            if error.errno not in _NONE:
                raise
            self.void = True
            return True
        return taken

    def _make_way(self) -> None:
        path = Path(self.filename)
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(path.lstat().st_mode):
                set_aside(path)

    def sign(self) -> None:
        """Write the holder's process id into the file, for diagnosis."""
        if self.fd is not None:
            with suppress(OSError):  # a full disk, say: the lock holds all the same
                os.ftruncate(self.fd, 0)
                os.write(self.fd, str(os.getpid()).encode())

    def release(self) -> None:
        """Let go of it."""
        if not self.void:
            super().release()
