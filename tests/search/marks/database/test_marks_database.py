"""The database of marks on real disks: killed, shared, damaged, refused."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from search.article import ArticleId
from search.errors import LibraryError
from search.marks import MarkChange
from search.marks.article_keys import ArticleKeys
from search.marks.database.marks_database import NAME, MarksDatabase
from search.marks.database.marks_schema import VERSIONS, bring_up_to_date
from search.marks.library_marks import LibraryMarks

ROOT = Path(__file__).parents[4]
MARKING = """
import sys
from pathlib import Path
from search.article import ArticleId
from search.marks import MarkChange
from search.marks.article_keys import ArticleKeys
from search.marks.library_marks import LibraryMarks
marks = LibraryMarks("one", sys.exit, Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    keys = ArticleKeys(f"{number}.md", "", None, str(number).encode(), b"1234")
    marks.mark({ArticleId(f"{number:016x}"): keys}, MarkChange(read=True))
    print(number, flush=True)
"""


def marking(folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", MARKING, str(folder), str(first), str(last)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def opened(folder: Path) -> tuple[LibraryMarks, list[str]]:
    told: list[str] = []
    return LibraryMarks("one", told.append, folder), told


def mark(at: LibraryMarks, number: int) -> None:
    keys = ArticleKeys(f"{number}.md", "", None, str(number).encode(), b"1234")
    at.mark({article(number): keys}, MarkChange(read=True))


def article(number: int) -> ArticleId:
    return ArticleId(f"{number:016x}")


def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - moments to kill at
    acknowledged: list[int] = []
    for turn in range(8):
        with marking(tmp_path, 1000 * turn, 1000 * (turn + 1)) as child:
            assert child.stdout
            acknowledged.append(int(child.stdout.readline()))
            time.sleep(chance.random() / 10)
            child.send_signal(signal.SIGKILL)
            acknowledged += map(int, child.stdout.read().split())
    marks, told = opened(tmp_path)
    assert {article(number) for number in acknowledged} <= marks.set_of("read")
    assert told == []


def test_two_that_mark_at_once_lose_nothing(tmp_path: Path) -> None:
    with marking(tmp_path, 0, 200) as one, marking(tmp_path, 200, 400) as other:
        assert [child.communicate()[0].count("\n") for child in (one, other)] == [200, 200]
    marks, _ = opened(tmp_path)
    assert marks.set_of("read") == {article(number) for number in range(400)}


@pytest.mark.parametrize("damage", [b"", b"rubbish" * 1000])
def test_a_damaged_database_is_set_aside_by_name(tmp_path: Path, damage: bytes) -> None:
    marks, _ = opened(tmp_path)
    mark(marks, 1)
    marks.close()
    file = tmp_path / NAME
    whole = file.read_bytes()
    broken = damage or whole[:4096] + b"\xff" * (len(whole) - 4096)
    file.write_bytes(broken)
    marks, told = opened(tmp_path)
    assert marks.set_of("read") == frozenset()
    assert told == [
        f"{file}: what you marked was damaged, and is set aside as {NAME}.damaged-1",
    ]
    assert (tmp_path / f"{NAME}.damaged-1").read_bytes() == broken
    mark(marks, 2)
    assert opened(tmp_path)[0].set_of("read") == {article(2)}


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_set_aside_too(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / NAME)
    marks, told = opened(tmp_path)
    mark(marks, 1)
    assert marks.set_of("read") == {article(1)}
    assert len(told) == 1


def test_a_database_that_was_replaced_is_opened_anew(tmp_path: Path) -> None:
    marks, _ = opened(tmp_path)
    mark(marks, 1)
    seen = marks.version()
    opened(tmp_path)[0].close()
    for file in tmp_path.glob(f"{NAME}*"):
        file.rename(tmp_path / f"old-{file.name}")
    mark(opened(tmp_path)[0], 2)
    assert marks.set_of("read") == {article(2)}
    assert marks.version() != seen


def test_a_later_version_is_left_alone(tmp_path: Path) -> None:
    marks, _ = opened(tmp_path)
    mark(marks, 1)
    marks.close()
    with sqlite3.connect(tmp_path / NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    marks, told = opened(tmp_path)
    assert marks.set_of("read") == frozenset()
    assert len(told) == 1
    assert "a later Diptych made your marks" in told[0]
    with pytest.raises(LibraryError, match="a later Diptych"):
        mark(marks, 2)
    assert [file.name for file in tmp_path.iterdir() if "damaged" in file.name] == []


def test_a_copy_is_kept_at_a_change_of_schema(tmp_path: Path) -> None:
    marks, _ = opened(tmp_path)
    mark(marks, 1)
    marks.close()
    file = tmp_path / NAME
    later = (*VERSIONS, "ALTER TABLE read ADD COLUMN seconds INTEGER; ")
    with sqlite3.connect(file, isolation_level=None) as connection:
        bring_up_to_date(connection, file, later)
        assert connection.execute("SELECT article, seconds FROM read").fetchall() == [(1, None)]
    connection.close()
    copy = tmp_path / f"{NAME}.version-{len(VERSIONS)}"
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT article FROM read").fetchall() == [(1,)]
        assert connection.execute("PRAGMA user_version").fetchone() == (len(VERSIONS),)
    connection.close()
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_change_of_schema_that_fails_changes_nothing(tmp_path: Path) -> None:
    marks, _ = opened(tmp_path)
    mark(marks, 1)
    marks.close()
    with sqlite3.connect(tmp_path / NAME, isolation_level=None) as connection:
        with pytest.raises(sqlite3.OperationalError):
            bring_up_to_date(connection, tmp_path / NAME, (*VERSIONS, "DROP TABLE read; NONSENSE"))
        assert connection.execute("SELECT article FROM read").fetchall() == [(1,)]
    connection.close()
    assert opened(tmp_path)[0].set_of("read") == {article(1)}


def test_a_change_that_fails_changes_nothing(tmp_path: Path) -> None:
    database = MarksDatabase(tmp_path, print)

    def half(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO library (name) VALUES ('one')")
        raise KeyError

    with pytest.raises(KeyError):
        database.write(half)
    count = database.read(lambda at: at.execute("SELECT count(*) FROM library").fetchone(), None)
    database.close()
    assert count == (0,)


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    marks, _ = opened(tmp_path / "data")
    mark(marks, 1)
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    for file in (tmp_path / "data").iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
