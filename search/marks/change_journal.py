"""Changes of marks, each noted with what was there before, so that it can be taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    Row: TypeAlias = Mapping[str, str | int]

_KEYS = {
    "read": ("article",),
    "starred": ("article",),
    "tag": ("article", "name"),
    "note": ("id",),
    "saved": ("library", "name"),
    "ruling": ("id",),
    "judged": ("id",),
    "chosen": ("one", "other"),
    "place": ("article",),
    "searched": ("library", "query"),
}
"""The tables whose rows can be changed so, each with what names a row."""
_KEPT = 1_000
"""Changes that can be taken back, of all sessions; older ones stay as they are."""


class Change:
    """One change: some rows put or dropped in a transaction. `finish` ends it."""

    def __init__(self, connection: sqlite3.Connection, library: str) -> None:
        self.connection = connection
        self.library = library
        self._before: list[tuple[str, Row, Row | None]] = []

    def put(self, table: str, row: Row) -> None:
        """Put a row, in place of the one of its key."""
        key = {name: row[name] for name in _KEYS[table]}
        before = _row(self.connection, table, key)
        if before == row:
            return
        self._before.append((table, key, before))
        _put(self.connection, table, row)

    def add(self, table: str, row: Row) -> None:
        """Put a row unless there is one of its key."""
        if _row(self.connection, table, {name: row[name] for name in _KEYS[table]}) is None:
            self.put(table, row)

    def add_new(self, table: str, rows: Sequence[Row]) -> None:
        """Put many rows, all without one of their keys; cheaper than `add`."""
        _put_all(self.connection, table, rows)
        keys = _KEYS[table]
        self._before += [(table, {name: row[name] for name in keys}, None) for row in rows]

    def drop(self, table: str, key: Row) -> None:
        """Drop the row of a key, if there is one."""
        before = _row(self.connection, table, key)
        if before is not None:
            self._before.append((table, key, before))
            _drop(self.connection, table, key)

    @property
    def changed(self) -> bool:
        """Whether it has changed anything so far."""
        return bool(self._before)

    def finish(self, session: str, what: str) -> bool:
        """Note the change in the journal, unless it changed nothing; tell whether it did.

        `what` says in a few words what was done.
        """
        if not self._before:
            return False
        self.connection.execute(
            "INSERT INTO journal (library, session, what, before) VALUES (?, ?, ?, ?)",
            (self.library, session, what, json.dumps(self._before)),
        )
        self.connection.execute(
            "DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", (_KEPT,)
        )
        return True


def take_back(connection: sqlite3.Connection, library: str, session: str) -> str | None:
    """Take back the last change of a session in a library; give what that was, None without one."""
    last = connection.execute(
        "SELECT id, what, before FROM journal WHERE library = ? AND session = ?"
        " ORDER BY id DESC LIMIT 1",
        (library, session),
    ).fetchone()
    if last is None:
        return None
    number, what, before = last
    for table, key, row in reversed(json.loads(before)):
        if row is None:
            _drop(connection, table, key)
        else:
            _put(connection, table, row)
    connection.execute("DELETE FROM journal WHERE id = ?", (number,))
    return str(what)


def _row(connection: sqlite3.Connection, table: str, key: Row) -> dict[str, Any] | None:
    found = connection.execute(f"SELECT * FROM {_named(table)} WHERE {_where(table)}", key)  # noqa: S608 - of our own names only
    row = found.fetchone()
    return None if row is None else dict(zip((c[0] for c in found.description), row, strict=True))


def _put(connection: sqlite3.Connection, table: str, row: Row) -> None:
    _put_all(connection, table, [row])


def _put_all(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        places = ", ".join(f":{name}" for name in rows[0])
        connection.executemany(
            f"INSERT OR REPLACE INTO {_named(table)} ({', '.join(rows[0])}) VALUES ({places})",  # noqa: S608 - of our own names only
            rows,
        )


def _drop(connection: sqlite3.Connection, table: str, key: Row) -> None:
    connection.execute(f"DELETE FROM {_named(table)} WHERE {_where(table)}", key)  # noqa: S608 - of our own names only


def _named(table: str) -> str:
    """Give the name of a table; raise KeyError for any that isn't ours."""
    _KEYS[table]
    return table


def _where(table: str) -> str:
    return " AND ".join(f"{name} = :{name}" for name in _KEYS[table])
