"""Databases of earlier versions, as those left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from threading import Barrier, Thread
from typing import TYPE_CHECKING

from search.article import ArticleId
from search.marks import Marks, SavedSearch
from search.marks.database.marks_database import NAME
from search.marks.database.marks_schema import VERSIONS
from search.marks.library_marks import LibraryMarks

if TYPE_CHECKING:
    from pathlib import Path

A = ArticleId("a" * 16)
MARKED = """
INSERT INTO library VALUES ('one', 'seen', 1);
INSERT INTO article VALUES (1, 'one', 'aaaaaaaaaaaaaaaa', CAST('1.md' AS BLOB), 'One', NULL, x'01', x'02', x'03');
INSERT INTO read VALUES (1, '2026-01-02T03:04:05+00:00');
INSERT INTO tag VALUES (1, 'harbour', '2026-01-02T03:04:05+00:00');
INSERT INTO note VALUES (1, 1, 'Why?', '', '', '', 0, 0, '2026-01-02T03:04:05+00:00', '2026-01-02T03:04:05+00:00');
INSERT INTO saved VALUES ('one', 'boats', 'ferry', '2026-01-02T03:04:05+00:00');
INSERT INTO looked VALUES ('one', 'boats', x'aaaaaaaaaaaaaaaa');
"""


def first_version(folder: Path) -> None:
    """Make a database as the first version did."""
    with closing(sqlite3.connect(folder / NAME)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(VERSIONS[0] + MARKED + "PRAGMA user_version = 1;")
        connection.commit()


def opened(folder: Path) -> tuple[LibraryMarks, list[str]]:
    told: list[str] = []
    return LibraryMarks("one", told.append, folder), told


def test_everything_of_the_first_version_stays_and_the_rest_can_be_kept(tmp_path: Path) -> None:
    first_version(tmp_path)
    marks, told = opened(tmp_path)
    assert marks.of([A]) == {A: Marks(True, False, ("harbour",), 1)}
    assert marks.saved() == [SavedSearch("boats", "ferry")]
    assert marks.looked("boats") == {A}
    assert marks.reconciled() == "seen"
    marks.searches.add("quay")
    marks.session.keep([1])
    assert (marks.searches.every(), marks.session.load()) == (["quay"], [1])
    assert told == []
    with closing(sqlite3.connect(tmp_path / f"{NAME}.version-1")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT text FROM note").fetchall() == [("Why?",)]


def test_two_that_raise_it_at_once_keep_the_copy_of_the_earlier_version(tmp_path: Path) -> None:
    first_version(tmp_path)
    gate = Barrier(2)
    told: list[str] = []

    def look() -> None:
        marks, said = opened(tmp_path)
        gate.wait()
        marks.saved()
        told.extend(said)

    readers = [Thread(target=look) for _ in range(2)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    assert told == []
    with closing(sqlite3.connect(tmp_path / f"{NAME}.version-1")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT name FROM saved").fetchall() == [("boats",)]
