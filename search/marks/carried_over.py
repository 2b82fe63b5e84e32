"""Marks that were kept of a library by another name, carried over to the one it has now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import LibraryError
from search.marks.marked_articles import know_library

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

_ONE_EACH = ("read", "starred", "place")
"""Tables with a row an article at most."""
_OF_ARTICLES = (
    ("tag", "article"),
    ("note", "article"),
    ("judged", "one"),
    ("judged", "other"),
    ("chosen", "one"),
    ("chosen", "other"),
)
"""Tables with any number of rows an article, and the column that names it."""
_OF_LIBRARIES = ("ruling", "searched", "looked", "session")


def carried_over(library: str, former: str, folder: Path, tell: Callable[[str], object]) -> str:
    """Give the name by which the marks of a library are found, which is `library` if that can be.

    What is kept under the former name goes to it in one transaction, and is joined with what is
    there: nothing is lost. Where that can't be done, the reason is told, and the former name given.
    Cost: asks the disk; a question to the database where there is one.
    """
    from search.marks.database.marks_database import (  # noqa: PLC0415 - no start waits for SQLite
        NAME,
        MarksDatabase,
        count_change,
    )

    if not (folder / NAME).exists():
        return library
    database = MarksDatabase(folder, tell)

    def carry(at: sqlite3.Connection) -> None:
        if _knows(at, former):
            know_library(at, library)
            _move(at, library, former)
            count_change(at, library)

    try:
        if database.read(lambda at: _knows(at, former), otherwise=False):
            database.write(carry)
    except LibraryError as error:
        tell(str(error))
        return former
    finally:
        database.close()
    return library


def kept_libraries(folder: Path, beginning: str, tell: Callable[[str], object]) -> list[str]:
    """Give what the names of libraries go on with of which something is kept, and that begin so."""
    from search.marks.database.marks_database import (  # noqa: PLC0415 - as above
        NAME,
        MarksDatabase,
    )

    if not (folder / NAME).exists():
        return []
    database = MarksDatabase(folder, tell)
    try:
        names = database.read(
            lambda at: [str(name) for (name,) in at.execute("SELECT name FROM library")],
            list[str](),
        )
    finally:
        database.close()
    return [name.removeprefix(beginning) for name in sorted(names) if name.startswith(beginning)]


def _knows(at: sqlite3.Connection, library: str) -> bool:
    return at.execute("SELECT 1 FROM library WHERE name = ?", (library,)).fetchone() is not None


def _move(at: sqlite3.Connection, library: str, former: str) -> None:
    both = at.execute(
        "SELECT other.id, own.id FROM article other JOIN article own ON own.article = other.article"
        " WHERE other.library = ? AND own.library = ?",
        (former, library),
    ).fetchall()
    for other, own in both:
        _join(at, own, other)
    at.execute("UPDATE article SET library = ? WHERE library = ?", (library, former))
    _rename_searches(at, library, former)
    at.execute("UPDATE saved SET library = ? WHERE library = ?", (library, former))
    for table in _OF_LIBRARIES:
        moved = f"UPDATE OR IGNORE {table} SET library = ? WHERE library = ?"  # noqa: S608 - a name of ours
        at.execute(moved, (library, former))
        at.execute(f"DELETE FROM {table} WHERE library = ?", (former,))  # noqa: S608 - as above
    at.execute("DELETE FROM journal WHERE library = ?", (former,))  # of sessions that are over
    at.execute("DELETE FROM library WHERE name = ?", (former,))


def _join(at: sqlite3.Connection, own: int, other: int) -> None:
    """Give one row of an article all that another of the same article has."""
    for table in _ONE_EACH:
        at.execute(f"UPDATE OR IGNORE {table} SET article = ? WHERE article = ?", (own, other))  # noqa: S608 - a name of ours
        at.execute(f"DELETE FROM {table} WHERE article = ?", (other,))  # noqa: S608 - as above
    for table, column in _OF_ARTICLES:
        at.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?", (own, other))  # noqa: S608 - as above
        at.execute(f"DELETE FROM {table} WHERE {column} = ?", (other,))  # noqa: S608 - as above
    at.execute("DELETE FROM article WHERE id = ?", (other,))


def _rename_searches(at: sqlite3.Connection, library: str, former: str) -> None:
    """Give saved searches another name where one of theirs means another query here."""
    held = dict(at.execute("SELECT name, query FROM saved WHERE library = ?", (library,)))
    coming = at.execute("SELECT name, query FROM saved WHERE library = ?", (former,)).fetchall()
    taken = {*held, *(name for name, _ in coming)}
    for name, query in coming:
        if held.get(name, query) != query:
            number = 2
            while f"{name} ({number})" in taken:
                number += 1
            taken.add(f"{name} ({number})")
            at.execute(
                "UPDATE saved SET name = ? WHERE library = ? AND name = ?",
                (f"{name} ({number})", former, name),
            )
        elif name in held:
            at.execute("DELETE FROM saved WHERE library = ? AND name = ?", (former, name))
