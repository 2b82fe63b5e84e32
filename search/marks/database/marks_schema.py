"""The tables of the database of marks, version by version."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from search.errors import LibraryError
from search.regular_file import create_own

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FIRST = """
CREATE TABLE library (
    name TEXT PRIMARY KEY,
    reconciled TEXT NOT NULL DEFAULT '',
    took_rulings INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    library TEXT NOT NULL REFERENCES library (name),
    article TEXT,
    path BLOB NOT NULL,
    title TEXT NOT NULL,
    address TEXT,
    text BLOB NOT NULL,
    sketch BLOB NOT NULL,
    version BLOB NOT NULL DEFAULT x'',
    UNIQUE (library, article)
);
CREATE INDEX article_address ON article (library, address);
CREATE INDEX article_text ON article (library, text);
CREATE TABLE read (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    made TEXT NOT NULL
);
CREATE TABLE starred (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    made TEXT NOT NULL
);
CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article (id),
    name TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (article, name)
);
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id),
    text TEXT NOT NULL,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    block INTEGER NOT NULL,
    place INTEGER NOT NULL,
    made TEXT NOT NULL,
    changed TEXT NOT NULL
);
CREATE INDEX note_article ON note (article);
CREATE TABLE saved (
    library TEXT NOT NULL REFERENCES library (name),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (library, name)
);
CREATE TABLE looked (
    library TEXT NOT NULL REFERENCES library (name),
    name TEXT NOT NULL,
    articles BLOB NOT NULL,
    PRIMARY KEY (library, name)
);
CREATE TABLE ruling (
    id INTEGER PRIMARY KEY,
    library TEXT NOT NULL REFERENCES library (name),
    kind TEXT NOT NULL CHECK (kind IN ('together', 'apart')),
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    made TEXT NOT NULL
);
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    library TEXT NOT NULL REFERENCES library (name),
    session TEXT NOT NULL,
    what TEXT NOT NULL,
    before TEXT NOT NULL
);
"""

_SECOND = """
ALTER TABLE library ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE library ADD COLUMN took_searches INTEGER NOT NULL DEFAULT 0;
CREATE TABLE place (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    block INTEGER NOT NULL,
    place INTEGER NOT NULL,
    made TEXT NOT NULL
);
CREATE TABLE session (
    library TEXT PRIMARY KEY REFERENCES library (name),
    routes TEXT NOT NULL,
    made TEXT NOT NULL
);
CREATE TABLE searched (
    id INTEGER PRIMARY KEY,
    library TEXT NOT NULL REFERENCES library (name),
    query TEXT NOT NULL,
    made TEXT NOT NULL,
    UNIQUE (library, query)
);
CREATE TABLE judged (
    id INTEGER PRIMARY KEY,
    one INTEGER NOT NULL REFERENCES article (id),
    other INTEGER NOT NULL REFERENCES article (id),
    meets INTEGER NOT NULL CHECK (meets IN (0, 1)),
    one_quote TEXT NOT NULL,
    one_prefix TEXT NOT NULL,
    one_suffix TEXT NOT NULL,
    one_block INTEGER NOT NULL,
    one_place INTEGER NOT NULL,
    other_quote TEXT NOT NULL,
    other_prefix TEXT NOT NULL,
    other_suffix TEXT NOT NULL,
    other_block INTEGER NOT NULL,
    other_place INTEGER NOT NULL,
    made TEXT NOT NULL
);
CREATE INDEX judged_one ON judged (one);
CREATE INDEX judged_other ON judged (other);
CREATE TABLE chosen (
    one INTEGER NOT NULL REFERENCES article (id),
    other INTEGER NOT NULL REFERENCES article (id),
    made TEXT NOT NULL,
    PRIMARY KEY (one, other)
);
CREATE INDEX chosen_other ON chosen (other);
"""

VERSIONS: tuple[str, ...] = (_FIRST, _SECOND)
"""What brings a database from each version to the next, beginning with an empty one."""


def bring_up_to_date(
    connection: sqlite3.Connection,
    file: Path,
    versions: Sequence[str] = VERSIONS,
    *,
    keep: bool = True,
) -> None:
    """Bring a database to the last version, in one transaction; a copy of the one before is kept.

    That is called as the file with `.version-N`; without `keep`, as for a copy in memory, there is
    none. Raises LibraryError for a database of a later Diptych, sqlite3.Error, OSError.
    """
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > len(versions):
        reason = f"a later Diptych made your marks (version {found} of {len(versions)} known here)"
        raise LibraryError(file, reason)
    if found == len(versions):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        (found,) = connection.execute("PRAGMA user_version").fetchone()  # another may have done it
        if keep and 0 < found < len(versions):
            _keep_copy(file, file.with_name(f"{file.name}.version-{found}"))
        for script in versions[found:]:
            for statement in script.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {max(found, len(versions))}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _keep_copy(file: Path, copy: Path) -> None:
    """Copy a database, by a connection of its own: one that is about to write gives no copy."""
    os.close(create_own(copy))
    with closing(sqlite3.connect(file)) as before, closing(sqlite3.connect(copy)) as kept:
        before.backup(kept)
