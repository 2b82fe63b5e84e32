"""What is wrong with the database of marks, in words."""

from __future__ import annotations

import errno
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from search.marks.database.database_faults import is_fault_of_room, is_full, reason_in_words

if TYPE_CHECKING:
    from pathlib import Path


def fault(code: int, said: str = "database is locked") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(said)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (sqlite3.SQLITE_FULL, "the disk is full"),
        (sqlite3.SQLITE_IOERR_WRITE, "the disk reports an error"),
        (sqlite3.SQLITE_READONLY, "it can't be written"),
        (sqlite3.SQLITE_BUSY, "another program has been writing to it for too long"),
        (sqlite3.SQLITE_NOMEM, "database is locked"),
    ],
)
def test_what_sqlite_says_is_said_in_plain_words(tmp_path: Path, code: int, reason: str) -> None:
    assert reason_in_words(fault(code), tmp_path) == reason


def test_what_the_system_says_stays(tmp_path: Path) -> None:
    refused = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    assert reason_in_words(refused, tmp_path) == "permission denied"


def test_a_disk_with_room_is_not_full_nor_one_that_is_not_there(tmp_path: Path) -> None:
    assert not is_full(tmp_path)
    assert not is_full(tmp_path / "gone")
    assert is_fault_of_room(fault(sqlite3.SQLITE_IOERR_SHMSIZE))
    assert not is_fault_of_room(fault(sqlite3.SQLITE_CONSTRAINT))
