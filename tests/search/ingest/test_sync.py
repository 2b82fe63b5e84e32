"""A sync of many files: shared by processes, safe as it goes, and taken up where it was left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import faults
import pytest

import search.ingest.sync
from search import Desk

if TYPE_CHECKING:
    from search import SyncProgress

COUNT = 240


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(COUNT):
        write(folder, number, "whale")
    return folder


@pytest.fixture(params=[False, True], ids=["alone", "with others"])
def several(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have even a few files read by other processes, and made safe at once."""
    monkeypatch.setattr("search.engine.whoosh.update._MANY", 1 if request.param else 10**9)
    monkeypatch.setattr(search.ingest.sync, "_FIRST_SAVE", 0.0)
    monkeypatch.setattr(search.ingest.sync, "_LAST_SAVE", 0.0)


def write(folder: Path, number: int, word: str) -> None:
    text = f"---\ntitle: Number {number}\n---\nA {word} was seen off coast {number}.\n"
    (folder / f"{number:03}.md").write_text(text, "utf-8")


def generations(folder: Path) -> list[Path]:
    return sorted((folder / "cache").glob("*/g-*"))


def found(desk: Desk, query: str) -> int:
    return desk.search(query).total


@pytest.mark.usefixtures("several")
def test_what_is_read_can_be_searched_before_the_end(library: Path, tmp_path: Path) -> None:
    desk = Desk(library, cache=tmp_path / "cache")
    grown: list[tuple[int, int]] = []

    def watch(at: SyncProgress) -> None:
        if at.done < at.total and (not grown or grown[-1][0] != at.articles):
            grown.append((at.articles, found(desk, "whale")))

    report = desk.sync(watch)
    assert (report.articles, report.added, report.failed) == (COUNT, COUNT, ())
    assert len(grown) >= 2
    assert all(told <= there for told, there in grown)
    assert found(desk, "whale") == COUNT
    assert desk.sync().added == 0


@pytest.mark.usefixtures("several")
def test_a_cancelled_sync_is_taken_up_where_it_was_left(library: Path, tmp_path: Path) -> None:
    desk = Desk(library, cache=tmp_path / "cache")
    safe = 0

    def watch(at: SyncProgress) -> None:
        nonlocal safe
        safe = at.articles

    report = desk.sync(watch, lambda: safe > COUNT // 3)
    assert COUNT // 3 < report.articles == report.added < COUNT
    assert found(desk, "whale") == report.articles
    rest = desk.sync()
    assert (rest.articles, rest.added) == (COUNT, COUNT - report.articles)
    assert (found(desk, "whale"), rest.rebuilt) == (COUNT, None)


@pytest.mark.usefixtures("several")
def test_changes_are_taken_in_and_what_cannot_be_read_leaves(library: Path, tmp_path: Path) -> None:
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    for number in range(100):
        write(library, number, "walrus")
    for number in range(100, 120):
        (library / f"{number:03}.md").unlink()
    for number in range(120, 130):
        (library / f"{number:03}.md").write_bytes(b"\0\0\0\0")
    write(library, 1000, "walrus")
    report = desk.sync()
    assert (report.added, report.changed, report.removed) == (1, 100, 30)
    assert report.articles == COUNT - 30 + 1
    assert [error.path for error in report.failed] == [f"{n:03}.md" for n in range(120, 130)]
    assert (found(desk, "walrus"), found(desk, "whale")) == (101, COUNT - 130)
    assert found(desk, "") == report.articles


KILLED = """
import sys
from pathlib import Path
import search.ingest.sync
import search.engine.whoosh.update
from search import Desk

search.engine.whoosh.update._MANY = 1
search.ingest.sync._FIRST_SAVE = search.ingest.sync._LAST_SAVE = 0.0
Desk(Path(sys.argv[1]), cache=Path(sys.argv[2])).sync(
    lambda at: print(at.done, at.articles, flush=True)
)
"""


def test_a_killed_sync_is_taken_up_where_it_was_left(library: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(library), str(cache)],
        stdout=subprocess.PIPE,
        text=True,
        process_group=0,
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if int(line.split()[1]) > COUNT // 4:
                process.kill()
                break
        left = time.monotonic() + 20
        while _alive(process.pid) and time.monotonic() < left:
            time.sleep(0.05)
        assert not _alive(process.pid)
    desk = Desk(library, cache=cache)
    assert desk.ready
    there = found(desk, "whale")
    assert there > COUNT // 4
    report = desk.sync()
    assert report.rebuilt is None
    assert report.added <= COUNT - COUNT // 4
    assert (report.articles, found(desk, "whale"), found(desk, "")) == (COUNT, COUNT, COUNT)


def _alive(group: int) -> bool:
    """Tell whether a process of a group still runs, its leader aside, who waits to be reaped."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,stat=", "-g", str(group)], capture_output=True, text=True, check=False
    )
    return any(" Z" not in line for line in listed.stdout.splitlines())


def test_a_rebuild_leaves_the_old_index_in_use_until_it_is_done(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search.ingest.sync, "_FIRST_SAVE", 0.0)
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    seen: set[int] = set()

    def watch(at: SyncProgress) -> None:
        if at.done % 50 == 0 and at.done < at.total:
            seen.add(found(desk, "whale"))

    desk.sync(watch, rebuild=True)
    assert seen == {COUNT}
    assert desk.sync(rebuild=True, cancelled=lambda: True).added == 0
    assert found(desk, "whale") == COUNT


def test_a_folder_of_articles_is_no_place_to_import_from(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.update._MANY", 1)
    trap = tmp_path / "sprung"
    for module in ("numpy", "search", "json", "whoosh"):
        (library / f"{module}.py").write_text(f"open({str(trap)!r}, 'w')", "utf-8")
    monkeypatch.chdir(library)
    assert Desk(library, cache=tmp_path / "cache").sync().added == COUNT
    assert not trap.exists()


def test_a_reader_that_dies_is_one_clear_line(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.update._MANY", 1)
    desk = Desk(library, cache=tmp_path / "cache")

    def kill(at: SyncProgress) -> None:
        if at.done == 1:
            children = subprocess.run(
                ["pgrep", "-P", str(os.getpid())], capture_output=True, text=True, check=True
            )
            for pid in children.stdout.split():
                os.kill(int(pid), signal.SIGKILL)

    with pytest.raises(search.IndexFailedError, match="has ended"):
        desk.sync(kill)
    assert desk.sync().articles == COUNT


@pytest.mark.parametrize("others", [False, True], ids=["alone", "with others"])
def test_a_fault_while_reading_is_one_clear_line_and_no_damage(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, others: bool
) -> None:
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    built = generations(tmp_path)
    write(library, COUNT, "kraken")
    with monkeypatch.context() as broken:
        broken.setattr("search.engine.whoosh.update._MANY", 1 if others else 10**9)
        broken.setattr(search.ingest.sync, "ingest", faults.refuse)
        broken.setenv("PYTHONPATH", str(Path(faults.__file__).parent))
        with pytest.raises(search.IndexFailedError) as met:
            desk.sync()
    fault = "the index can't be written: making an article failed: KeyError: "
    assert met.value.reason.startswith(fault)
    assert "\n" not in str(met.value)
    assert (generations(tmp_path), desk.ready) == (built, True)
    assert found(desk, "whale") == COUNT
    report = desk.sync()
    assert (report.added, report.rebuilt) == (1, None)


def test_helpers_that_cant_start_are_one_clear_line_and_no_damage(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    built = generations(tmp_path)
    write(library, COUNT, "kraken")
    with monkeypatch.context() as broken:
        broken.setattr("search.engine.whoosh.update._MANY", 1)
        broken.setattr(sys, "executable", str(tmp_path / "no-python"))
        with pytest.raises(search.IndexFailedError, match="a helping process can't be started"):
            desk.sync()
    assert (generations(tmp_path), desk.ready) == (built, True)
    report = desk.sync()
    assert (report.added, report.rebuilt) == (1, None)


def test_one_file_is_looked_at_and_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    (folder / "inner").mkdir(parents=True)
    for number in range(3):
        write(folder, number, "whale")
    write(folder / "inner", 7, "whale")
    (folder / "bad.md").write_bytes(b"")
    desk = Desk(folder, cache=tmp_path / "cache")
    failed = desk.sync().failed
    for at in (folder, folder / "inner"):
        for number in (0, 1, 7):
            write(at, number, "walrus")
    report = desk.sync(only=folder / "001.md")
    assert (report.added, report.changed, report.removed) == (0, 1, 0)
    assert list(map(str, report.failed)) == list(map(str, failed))
    assert (found(desk, "walrus"), found(desk, "whale")) == (1, 3)
    assert desk.sync(only=folder / "inner" / "007.md").changed == 1
    (folder / "002.md").unlink()
    assert desk.sync(only=folder / "001.md").removed == 0
    assert desk.sync(only=folder / "002.md").removed == 1
    outside = desk.sync(only=tmp_path / "elsewhere.md")
    assert (outside.changed, outside.removed) == (0, 0)
    whole = desk.sync()
    assert (whole.added, whole.changed, whole.removed) == (3, 1, 0)
    assert found(desk, "whale") == 0
    desk.close()


def test_an_index_that_is_new_is_filled_with_all(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(3):
        write(folder, number, "whale")
    desk = Desk(folder, cache=tmp_path / "cache")
    assert desk.sync(only=folder / "001.md").added == 3
    assert found(desk, "whale") == 3
    desk.close()
