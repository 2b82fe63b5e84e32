"""What the index knows of each file, so that a sync reads only what changed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from search.library.files import File

_SCHEMA = (
    (
        "CREATE TABLE IF NOT EXISTS files (path BLOB PRIMARY KEY, size INTEGER NOT NULL,"
        " mtime_ns INTEGER NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE IF NOT EXISTS failures"
        " (path BLOB PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID"
    ),
)


class Entry(NamedTuple):
    """A file as it was when its article was indexed; `digest` is the hash of its bytes."""

    path: str
    size: int
    mtime_ns: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Changes:
    """How a folder differs from its manifest.

    Attributes:
        suspect: files that are new or whose size or time differs, sorted by path.
        removed: paths that are gone, sorted.
    """

    suspect: tuple[File, ...]
    removed: tuple[str, ...]


class Manifest:
    """The files of one index, kept in a SQLite file beside it.

    It is written after the index, so a crash between the two only makes the next sync read
    some files again. Damage, and a manifest that is missing when it is read, show as
    `sqlite3.Error`; the index is then built anew. Opened and closed within each call, so it may
    be used from any thread.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self) -> dict[str, Entry]:
        """Give every file of the index by its path."""
        with closing(self._open("ro")) as base:
            rows = base.execute("SELECT path, size, mtime_ns, digest FROM files")
            return {
                path: Entry(path, size, mtime_ns, bytes(digest))
                for raw, size, mtime_ns, digest in rows
                for path in [os.fsdecode(raw)]
            }

    def failures(self) -> tuple[tuple[str, str], ...]:
        """Give path and reason of what could not be read at the last sync, by path."""
        with closing(self._open("ro")) as base:
            rows = base.execute("SELECT path, reason FROM failures ORDER BY path")
            return tuple((os.fsdecode(path), reason) for path, reason in rows)

    def record(
        self,
        written: Iterable[Entry],
        removed: Iterable[str],
        failures: Iterable[tuple[str, str]],
    ) -> None:
        """Note what a sync did, all or nothing. `failures` replaces those of the last sync."""
        with closing(self._open("rwc")) as base, base:
            for table in _SCHEMA:
                base.execute(table)
            base.executemany(
                "DELETE FROM files WHERE path = ?", ((os.fsencode(p),) for p in removed)
            )
            base.executemany(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
                ((os.fsencode(e.path), e.size, e.mtime_ns, e.digest) for e in written),
            )
            base.execute("DELETE FROM failures")
            base.executemany(
                "INSERT OR REPLACE INTO failures VALUES (?, ?)",
                (
                    (os.fsencode(path), reason.encode("utf-8", "replace").decode())
                    for path, reason in failures
                ),
            )

    def _open(self, mode: Literal["ro", "rwc"]) -> sqlite3.Connection:
        return sqlite3.connect(f"{self._path.as_uri()}?mode={mode}", timeout=5, uri=True)


def changes(known: dict[str, Entry], files: Iterable[File]) -> Changes:
    """Compare the files of a folder with those of its index, by size and time."""
    suspect: list[File] = []
    present: set[str] = set()
    for file in files:
        present.add(file.path)
        entry = known.get(file.path)
        if entry is None or (entry.size, entry.mtime_ns) != (file.size, file.mtime_ns):
            suspect.append(file)
    return Changes(tuple(suspect), tuple(sorted(known.keys() - present)))
