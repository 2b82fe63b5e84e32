"""The manifest: size, times and hash of each indexed file, so that a sync reads only changes."""

from __future__ import annotations

import os
import sqlite3
import zlib
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Literal

from search.library import Entry, KnownFiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_SCHEMA = (
    (
        "CREATE TABLE IF NOT EXISTS files (path BLOB PRIMARY KEY, size INTEGER NOT NULL,"
        " stamp TEXT NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE IF NOT EXISTS failures"
        " (path BLOB PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID"
    ),
    "CREATE TABLE IF NOT EXISTS seal (files INTEGER, sum INTEGER, failures INTEGER)",
    "CREATE TABLE IF NOT EXISTS folder (identity TEXT NOT NULL)",
)


class Manifest:
    """The files of one index, kept in a SQLite file beside it.

    It is written after the index, so a crash between the two only makes the next sync read
    some files again. Damage, and a manifest that is missing when it is read, show as
    `sqlite3.Error`; the index is then built anew. SQLite has no checksums of its own, so a seal
    is kept with the rows: how many there are and the sum of their CRC-32. Opened and closed
    within each call, so it may be used from any thread.
    """

    def __init__(self, path: Path, *, locks: bool = True) -> None:
        """Know a file; without `locks` the caller sees to it that nobody else writes."""
        self._path = path
        self._how = "" if locks else "&nolock=1"

    def known(self) -> KnownFiles:
        """Give all that is noted."""
        return KnownFiles(self.entries(), self.failures(), self.folder())

    def entries(self) -> dict[str, Entry]:
        """Give every file of the index by its path."""
        with self._open("rw") as base:
            base.execute("BEGIN")  # rows and seal of one moment
            rows = base.execute("SELECT path, size, stamp, digest FROM files").fetchall()
            if base.execute("SELECT files, sum FROM seal").fetchall() != [(len(rows), _sum(rows))]:
                raise sqlite3.DatabaseError("the files noted are not those written")
        return {
            path: Entry(path, size, stamp, digest)
            for raw, size, stamp, digest in rows
            for path in [os.fsdecode(raw)]
        }

    def failures(self) -> tuple[tuple[str, str], ...]:
        """Give path and reason of what could not be read at the last sync, by path."""
        with self._open("rw") as base:
            base.execute("BEGIN")
            rows = base.execute("SELECT path, reason FROM failures ORDER BY path").fetchall()
            if base.execute("SELECT failures FROM seal").fetchall() != [(_sum_said(rows),)]:
                raise sqlite3.DatabaseError("the failures noted are not those written")
        return tuple((os.fsdecode(path), reason) for path, reason in rows)

    def folder(self) -> str:
        """Give the identity of the folder that was read last; empty if none was noted."""
        with self._open("rw") as base:
            found = base.execute("SELECT identity FROM folder").fetchone()
        return str(found[0]) if found else ""

    def record(
        self,
        written: Iterable[Entry],
        removed: Iterable[str],
        failures: Iterable[tuple[str, str]],
        folder: str = "",
    ) -> None:
        """Note what a sync did, all or nothing; `failures` and `folder` replace the last ones."""
        gone = [(os.fsencode(path),) for path in removed]
        by_path = {entry.path: entry for entry in written}.values()
        rows = [(os.fsencode(e.path), e.size, e.stamp, e.digest) for e in by_path]
        failed = sorted(
            {
                os.fsencode(path): reason.encode("utf-8", "replace").decode()
                for path, reason in failures
            }.items()
        )
        with self._open("rwc") as base:
            base.execute("BEGIN IMMEDIATE")
            for table in _SCHEMA:
                base.execute(table)
            sealed = base.execute("SELECT sum FROM seal").fetchone() or (0,)
            total = sealed[0] - _sum(_held(base, [*gone, *rows])) + _sum(rows)
            base.executemany("DELETE FROM files WHERE path = ?", gone)
            base.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", rows)
            base.execute("DELETE FROM failures")
            base.executemany("INSERT INTO failures VALUES (?, ?)", failed)
            base.execute("DELETE FROM folder")
            base.execute("INSERT INTO folder VALUES (?)", (folder,))
            base.execute("DELETE FROM seal")
            base.execute(
                "INSERT INTO seal SELECT count(*), ?, ? FROM files",
                (total, _sum_said(failed)),
            )

    @contextmanager
    def _open(self, mode: Literal["rw", "rwc"]) -> Iterator[sqlite3.Connection]:
        """Open it so that what a crash left half written can be undone, even to read.

        A damaged schema can break SQLite's own messages, which then are no text.
        """
        name = f"{self._path.as_uri()}?mode={mode}{self._how}"
        with closing(sqlite3.connect(name, timeout=5, uri=True)) as base, base:
            try:
                yield base
            except (TypeError, ValueError) as error:
                raise sqlite3.DatabaseError(f"no manifest: {error}") from None


def _held(base: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Give what is kept of the paths that some rows begin with, each once."""
    asked = "SELECT path, size, stamp, digest FROM files WHERE path = ?"
    found = (base.execute(asked, (path,)).fetchone() for path in {row[0] for row in rows})
    return [row for row in found if row]


def _sum(rows: Iterable[tuple[Any, ...]]) -> int:
    """Add up the checksums of files, whatever their order; 0 for none."""
    return sum(zlib.crc32(b"%b %d %a %b" % row) for row in rows)


def _sum_said(failures: Sequence[tuple[bytes, str]]) -> int:
    """Give the checksum of failures in their order."""
    return zlib.crc32(repr(failures).encode())
