"""The one database of marks: opened when first needed, mended or told of when it fails."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, suppress
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from search.errors import LibraryError
from search.marks.database.database_faults import is_fault_of_room, is_full, reason_in_words
from search.marks.database.marks_schema import bring_up_to_date
from search.regular_file import set_aside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

NAME = "marks.sqlite3"
"""The file's name in the user's data folder."""
_WHAT = "what you marked"
_PATIENCE = 30.0
"""Seconds to wait for another reader that is writing."""
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BESIDE = ("-wal", "-shm")


class MarksDatabase:
    """The database in the user's data folder. Safe to use from threads, and by several processes.

    A damaged one is set aside under another name, and a new one begun.
    """

    def __init__(self, folder: Path, tell: Callable[[str], object]) -> None:
        """Know a folder, which is made when something is first written; problems are told."""
        self._file = folder / NAME
        self._tell = tell
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._copied = False
        self._opened = 0

    @property
    def exists(self) -> bool:
        """Whether anything was ever marked; asks the disk."""
        return os.path.lexists(self._file)

    def version(self, library: str) -> tuple[int, ...]:
        """Give what changes whenever anybody has changed a mark in a library; see `count_change`.

        Cost: some microseconds. Raises nothing.
        """
        with self._lock:
            try:
                connection = self._open(writing=False)
                row = connection.execute(
                    "SELECT changes FROM library WHERE name = ?", (library,)
                ).fetchone()
            except (sqlite3.Error, OSError, LibraryError):
                return ()
            return self._opened, row[0] if row else 0

    def read(self, task: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do a task that changes nothing; give `otherwise` and tell why where that can't be done.

        Where nothing was ever marked, that is given at once.
        """
        if not self.exists:
            return otherwise
        try:
            return self._mended(lambda: task(self._open(writing=False)))
        except (sqlite3.Error, OSError) as error:
            self._tell(f"{self._file}: {_WHAT} can't be read: {self._reason(error)}")
        except LibraryError as error:
            self._tell(str(error))
        return otherwise

    def write(self, task: Callable[[sqlite3.Connection], T]) -> T:
        """Do a task in one transaction, which is on the disk once this returns.

        Raises LibraryError if that can't be done; nothing has changed then.
        """
        try:
            return self._mended(lambda: self._transact(task))
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(
                self._file, f"{_WHAT} can't be kept: {self._reason(error)}"
            ) from None

    def close(self) -> None:
        """Let go of the file; the next task opens it anew."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                with suppress(sqlite3.Error):
                    connection.close()

    def _reason(self, error: sqlite3.Error | OSError) -> str:
        return reason_in_words(error, self._file.parent)

    def _transact(self, task: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._open(writing=True)
        connection.execute("BEGIN IMMEDIATE")
        try:
            done = task(connection)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk has rolled it back already
                connection.execute("ROLLBACK")
            raise
        return done

    def _mended(self, task: Callable[[], T]) -> T:
        """Do a task; where the database turns out to be damaged, set it aside and do it again."""
        with self._lock:
            try:
                return task()
            except sqlite3.DatabaseError as error:
                if (error.sqlite_errorcode & 0xFF) not in _DAMAGED:
                    raise
            self.close()
            self._set_aside()
            return task()

    def _set_aside(self) -> None:
        aside = set_aside(self._file)
        for ending in _BESIDE:
            with suppress(OSError):
                self._file.with_name(self._file.name + ending).rename(f"{aside}{ending}")
        self._tell(f"{self._file}: {_WHAT} was damaged, and is set aside as {aside.name}")

    def _open(self, *, writing: bool) -> sqlite3.Connection:
        """Give the connection to the file that has the name now, which may be another than before."""
        try:
            seen = self._file.lstat()
        except FileNotFoundError:
            self.close()
            self._begin()
            seen = self._file.lstat()
        if self._connection is not None and self._identity == (seen.st_dev, seen.st_ino):
            if not self._copied or not (writing or self._takes_log()):
                return self._connection
        else:
            self.close()
        if not stat.S_ISREG(seen.st_mode):
            self._set_aside()
            self._begin()
            seen = self._file.lstat()
        connection, copied = self._connected(writing=writing)
        self.close()  # of a copy, which is good for reading until now
        self._connection, self._copied = connection, copied
        self._identity = seen.st_dev, seen.st_ino
        self._opened += 1
        return self._connection

    def _takes_log(self) -> bool:
        """Tell whether SQLite can make its log beside the file, without which it reads nothing."""
        return os.access(self._file.parent, os.W_OK) and not is_full(self._file.parent)

    def _begin(self) -> None:
        """Make an empty file that only its owner may read; another process may be first.

        A file that is there is never opened but by SQLite, whose locks would go with its closing.
        """
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            os.close(os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

    def _connected(self, *, writing: bool) -> tuple[sqlite3.Connection, bool]:
        """Connect to the file, or only for reading to a copy in memory; tell whether it is one."""
        address = self._file.absolute().as_uri()
        if not writing and not os.access(self._file.parent, os.W_OK):
            # Beside a file in such a folder no log can be made, nor does anybody else write one.
            return self._raised(_connection(f"{address}?mode=ro&immutable=1")), True
        try:
            return self._ready(_connection(f"{address}?mode=rw")), False
        except sqlite3.Error as error:
            if writing or not (is_fault_of_room(error) and is_full(self._file.parent)):
                raise
        # Who has the file alone needs no room for an index of the log.
        alone = _connection(f"{address}?mode=rw")
        alone.execute("PRAGMA locking_mode = EXCLUSIVE")
        return self._raised(alone), True

    def _ready(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """Set up a connection to the file, whose tables become those of this version."""
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            bring_up_to_date(connection, self._file)
        except BaseException:
            connection.close()
            raise
        return connection

    def _raised(self, kept: sqlite3.Connection) -> sqlite3.Connection:
        """Give one that can't be written as it would be in the last version: in memory."""
        with closing(kept):
            raised = _connection("file:?mode=memory")
            try:
                kept.backup(raised)
                bring_up_to_date(raised, self._file, keep=False)
                raised.execute("PRAGMA query_only = ON")
            except BaseException:
                raised.close()
                raise
        return raised


def count_change(connection: sqlite3.Connection, library: str) -> None:
    """Have everybody see by `MarksDatabase.version` that marks of a library have changed."""
    connection.execute("UPDATE library SET changes = changes + 1 WHERE name = ?", (library,))


def _connection(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, timeout=_PATIENCE
    )
