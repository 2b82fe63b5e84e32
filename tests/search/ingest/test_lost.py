"""A library on a disk that is taken away, or that fails: nothing leaves the index for that."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from disks import BOUND, OWN_DISKS, RIGHTS_BIND, python

from search import ArticleError, Desk, LibraryError

if TYPE_CHECKING:
    from search import SyncProgress

AWAY = """
from search import ArticleError, Desk
library, cache = map(Path, sys.argv[1:])
def fill():
    for name in "abc":
        (library / f"{name}.md").write_text(f"---\\ntitle: Tide {name}\\n---\\n\\nA story of {name}.\\n")
mount(library)
fill()
desk = Desk(library, cache=cache)
print(desk.sync().articles)
first, *_ = desk.ids()
unmount(library)
report = desk.sync()
print(report.articles, report.removed, desk.search("story").total)
print(*desk.hear())
print(desk.read(first).title)
fresh = Desk(library, cache=cache)
print(fresh.sync().articles, fresh.search("story").total, len(fresh.hear()))
try:
    fresh.read(first)
except ArticleError as error:
    print(error)
mount(library)
fill()
(library / "a.md").unlink()
report = fresh.sync()
print(report.articles, report.removed, report.changed)
unmount(library)
print(fresh.sync(rebuild=True).articles)
"""


@OWN_DISKS
def test_a_disk_that_is_taken_away_while_its_library_is_open(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    said = python(AWAY, library, tmp_path / "cache", home=tmp_path).splitlines()
    assert said[:2] == ["3", "3 0 3"]
    assert said[2] == (
        f"{library}: this folder is empty and isn't the one that was read before, as when a disk"
        " is missing; its articles (3) stay in the index; diptych index --rebuild forgets them"
    )
    assert said[3:] == [
        "Tide a",
        "3 3 1",
        "a.md: no such file or directory",
        "2 1 0",
        "0",
    ]


def library_of(folder: Path, count: int) -> Path:
    library = folder / "library"
    (library / "deep").mkdir(parents=True)
    for number in range(count):
        where = library / "deep" if number % 2 else library
        text = f"---\ntitle: Tide {number}\n---\n\nA story of number {number}.\n"
        (where / f"{number:03}.md").write_text(text, "utf-8")
    return library


def test_a_folder_that_vanishes_keeps_its_index_and_what_is_at_hand(tmp_path: Path) -> None:
    library = library_of(tmp_path, 4)
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    one, *_ = desk.ids()
    title = desk.read(one).title
    library.rename(tmp_path / "elsewhere")
    with pytest.raises(LibraryError, match="library: no such file or directory"):
        desk.sync()
    assert desk.search("story").total == 4
    assert desk.read(one).title == title
    (tmp_path / "elsewhere").rename(library)
    report = desk.sync()
    assert (report.articles, report.removed, report.changed) == (4, 0, 0)


@pytest.mark.parametrize("others", [False, True], ids=["alone", "with others"])
def test_a_folder_that_vanishes_while_it_is_read(
    tmp_path: Path, others: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.update._MANY", 1 if others else 10**9)
    library = library_of(tmp_path, 120)
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    for file in library.rglob("*.md"):
        file.write_text(file.read_text("utf-8") + "More of it.\n", "utf-8")

    def vanish(at: SyncProgress) -> None:
        if at.done == 1:
            library.rename(tmp_path / "elsewhere")

    with pytest.raises(LibraryError, match="has gone while it was read; its articles stay"):
        desk.sync(vanish)
    assert desk.search("story").total == 120
    (tmp_path / "elsewhere").rename(library)
    report = desk.sync()
    assert (report.articles, report.removed) == (120, 0)
    assert desk.search("more").total == 120


def test_a_file_that_the_disk_cannot_give_keeps_its_article(tmp_path: Path) -> None:
    library = library_of(tmp_path, 4)
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    bad = library / "000.md"
    bad.unlink()
    bad.symlink_to("/proc/self/mem")  # a file whose first byte gives a real EIO
    report = desk.sync()
    assert (report.articles, report.removed) == (4, 0)
    (failed,) = report.failed
    assert str(failed) == f"000.md: {os.strerror(errno.EIO).lower()}"
    assert desk.search('"number 0"').total == 1
    with pytest.raises(ArticleError, match="input/output error"):
        desk.read(desk.resolve("000.md"))
    bad.unlink()
    bad.write_text("---\ntitle: Mended\n---\n\nA story of another.\n", "utf-8")
    assert (desk.sync().changed, desk.search('"number 0"').total) == (1, 0)


UNREADABLE = """
import os, sys
from pathlib import Path
from search import Desk
library, cache = map(Path, sys.argv[1:])
desk = Desk(library, cache=cache)
print(desk.sync().articles)
(library / "deep").chmod(0)
report = desk.sync()
print(report.articles, report.removed, desk.search("story").total, *report.failed)
(library / "deep").chmod(0o700)
report = desk.sync()
print(report.articles, report.removed, report.added, *report.failed)
"""


@RIGHTS_BIND
def test_a_folder_that_cannot_be_listed_keeps_its_articles(tmp_path: Path) -> None:
    library = library_of(tmp_path, 4)
    done = subprocess.run(
        [*(BOUND or []), sys.executable, "-c", UNREADABLE, str(library), str(tmp_path / "cache")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["4", "4 0 4 deep: permission denied", "4 0 0"]
