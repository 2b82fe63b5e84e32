"""Clocks that are wrong, and files whose times lie: what changed is seen all the same."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from search import Desk

if TYPE_CHECKING:
    from pathlib import Path

YEAR = 365 * 86_400


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    put(folder / "a.md", "whale")
    put(folder / "b.md", "whale")
    return folder


def put(file: Path, word: str) -> None:
    file.write_text(f"---\ntitle: Coast\n---\n\nA {word} was seen.\n", "utf-8")


def found(desk: Desk, word: str) -> int:
    return desk.search(word).total


@pytest.mark.parametrize("years", [-60, -10, 10, 300, 500])
def test_a_file_of_another_time_is_read_and_read_again_when_it_changes(
    library: Path, tmp_path: Path, years: int
) -> None:
    then = time.time() + years * YEAR
    desk = Desk(library, cache=tmp_path / "cache")
    os.utime(library / "a.md", (then, then))
    assert desk.sync().added == 2
    put(library / "a.md", "eagle")  # of the same size
    os.utime(library / "a.md", (then, then))
    assert (desk.sync().changed, found(desk, "eagle"), found(desk, "whale")) == (1, 1, 1)
    report = desk.sync()
    assert (report.added, report.changed, report.removed) == (0, 0, 0)


def test_a_file_of_the_same_size_and_time_that_takes_another_ones_place_is_seen(
    library: Path, tmp_path: Path
) -> None:
    old = time.time() - 3600
    put(tmp_path / "other.md", "eagle")
    for file in (library / "a.md", library / "b.md", tmp_path / "other.md"):
        os.utime(file, (old, old))
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    (tmp_path / "other.md").replace(library / "a.md")
    assert (library / "a.md").stat().st_mtime == old
    assert (desk.sync().changed, found(desk, "eagle")) == (1, 1)


def test_a_change_within_one_tick_of_the_clock_is_seen(library: Path, tmp_path: Path) -> None:
    desk = Desk(library, cache=tmp_path / "cache")
    words = ["whale", "eagle", "camel", "tiger", "otter"]
    for word in words:
        put(library / "a.md", word)
        desk.sync()
        put(library / "a.md", word[::-1])
        desk.sync()
        assert (found(desk, word[::-1]), found(desk, word)) == (1, 1 if word == "whale" else 0)


def test_an_index_that_was_made_in_the_future_goes_on(library: Path, tmp_path: Path) -> None:
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    desk.close()
    later = time.time() + YEAR
    for file in (tmp_path / "cache").rglob("*"):
        os.utime(file, (later, later))
    desk = Desk(library, cache=tmp_path / "cache")
    put(library / "b.md", "eagle")
    report = desk.sync()
    assert (report.changed, report.rebuilt) == (1, None)
    assert found(desk, "eagle") == 1


def test_a_library_that_is_older_than_its_last_sync_is_read_again(
    library: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    shutil.copytree(library, backup)
    desk = Desk(library, cache=tmp_path / "cache")
    put(library / "a.md", "eagle")
    desk.sync()
    for file in backup.iterdir():
        shutil.copy2(file, library / file.name)
    assert (desk.sync().changed, found(desk, "whale"), found(desk, "eagle")) == (1, 2, 0)
