"""Noticing that a library's folder has gone: a removed disk, a broken connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import LibraryError, reason_of

if TYPE_CHECKING:
    from search.library.location import Location


class Presence:
    """Remembers which folder was there at the beginning.

    Attributes:
        identity: names that folder itself, whatever its path. What lies at its path once a disk
            is gone is another folder.
    """

    def __init__(self, where: Location) -> None:
        """Look at the folder; raise LibraryError if it isn't there."""
        self._where = where
        self.identity = _identity(where)

    def lost(self) -> bool:
        """Tell whether that folder isn't there any more. Cost: a system call."""
        try:
            return _identity(self._where) != self.identity
        except LibraryError:
            return True


def _identity(where: Location) -> str:
    try:
        seen = where.root.stat()
    except OSError as error:
        raise LibraryError(where.root, reason_of(error)) from None
    return f"{seen.st_dev}:{seen.st_ino}"
