"""What is wrong when the database of marks can't be read or written, in plain words."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from search.errors import reason_of

if TYPE_CHECKING:
    from pathlib import Path

_ROOM = 1 << 16
"""Free bytes below which a disk is full: SQLite's index of its log alone takes half of them."""
FULL = "the disk is full"
_REASONS = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR: "the disk reports an error",
    sqlite3.SQLITE_READONLY: "it can't be written",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened",
    sqlite3.SQLITE_BUSY: "another program has been writing to it for too long",
}


def is_full(folder: Path) -> bool:
    """Tell whether the disk of a folder has no room; False where that can't be told."""
    try:
        disk = os.statvfs(folder)
    except (OSError, AttributeError):
        return False
    return disk.f_blocks > 0 and disk.f_bavail * disk.f_frsize < _ROOM


def is_fault_of_room(error: sqlite3.Error) -> bool:
    """Tell whether SQLite failed as it does where there is no room for its log."""
    kind = _kind(error)
    return kind in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


def reason_in_words(error: sqlite3.Error | OSError, folder: Path) -> str:
    """Say in a few words why the database in a folder can't be read or written."""
    if isinstance(error, OSError):
        return FULL if is_full(folder) else reason_of(error)
    if is_fault_of_room(error) and is_full(folder):
        return FULL
    if _kind(error) != sqlite3.SQLITE_FULL and folder.is_dir() and not os.access(folder, os.W_OK):
        return "its folder can't be written"
    return _REASONS.get(_kind(error), reason_of(error))


def _kind(error: sqlite3.Error) -> int:
    """Give the primary code of an error; 0 for one of the module itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
