"""The database of marks, as those who keep something of one library in it reach it."""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from search.marks.change_journal import Change, take_back
from search.marks.marked_articles import know_library

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from search.marks.database.marks_database import MarksDatabase

T = TypeVar("T")


class MarksAccess:
    """Reading and changing what is kept of one library. Safe to use from threads.

    Attributes:
        library: its name in the database.
        folder: where the database lies.
        tell: hears of problems, a sentence each.
    """

    def __init__(self, library: str, tell: Callable[[str], object], folder: Path) -> None:
        self.library = library
        self.folder = folder
        self.tell = tell
        self._session = secrets.token_hex(8)

    @cached_property
    def _database(self) -> MarksDatabase:
        from search.marks.database.marks_database import MarksDatabase  # noqa: PLC0415 - no start waits for SQLite

        return MarksDatabase(self.folder, self.tell)

    @property
    def kept(self) -> bool:
        """Whether anything was ever kept, of any library; asks the disk, and loads nothing."""
        return (self.folder / "marks.sqlite3").exists() or "_database" in vars(self)

    def version(self) -> tuple[int, ...]:
        """Give what changes whenever any process has changed a mark; quick, and raises nothing."""
        return self._database.version(self.library) if self.kept else ()

    def read(self, task: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do a task that changes nothing; give `otherwise`, and tell why, where it can't be done."""
        return self._database.read(task, otherwise) if self.kept else otherwise

    def note(self, task: Callable[[sqlite3.Connection], T]) -> T:
        """Do a task in one transaction that changes no mark, so that nobody has to look again.

        Raises LibraryError if it can't be done; nothing has changed then.
        """

        def noted(at: sqlite3.Connection) -> T:
            know_library(at, self.library)
            return task(at)

        return self._database.write(noted)

    def write(self, task: Callable[[sqlite3.Connection], T]) -> T:
        """Do a task in one transaction that changes marks, for good; raises as `note` does."""

        def counted(at: sqlite3.Connection) -> T:
            from search.marks.database.marks_database import count_change  # noqa: PLC0415 - as above

            done = task(at)
            count_change(at, self.library)
            return done

        return self.note(counted)

    def change(self, what: str, task: Callable[[Change], object], *, undoable: bool = True) -> bool:
        """Do a change that can be taken back; tell whether it changed anything.

        `what` says in a few words what was done. One that the reader didn't ask for isn't
        `undoable`, so that the last change is the reader's own. Raises as `note` does.
        """

        def noted(at: sqlite3.Connection) -> bool:
            change = Change(at, self.library)
            task(change)
            return change.finish(self._session, what) if undoable else change.changed

        return self.write(noted)

    def undo(self) -> str | None:
        """Take back the last change made through this object; give what it was, None without one."""
        return self.write(lambda at: take_back(at, self.library, self._session))

    def close(self) -> None:
        """Let go of the file."""
        if "_database" in vars(self):
            self._database.close()


def now() -> str:
    """Give the time as it is kept: ISO 8601, with offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
