"""Whatever lies in place of a file of a cache: nothing waits for it, and memory has a bound."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from cache_files import CACHE_FILES
from forking import Forking

from search import Desk
from search.regular_file import NotRegularError, create_own, read_regular, sweep_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NEEDED = (
    "search.desk.desk search.desk.first_page search.engine.whoosh.engine search.ingest.sync"
    " search.marks.library_marks platformdirs logging"
).split()
_MEMORY = 900 << 20


def directory(path: Path) -> None:
    path.mkdir()
    (path / "inside").touch()


def huge(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(1 << 40)


def ring(path: Path) -> None:
    path.symlink_to(path.name)


OTHERS: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to a file": lambda path: path.symlink_to("/etc/passwd"),
    "a link to itself": ring,
    "a folder": directory,
    "a huge file": huge,
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("regular")
    library, cache = folder / "library", folder / "cache"
    library.mkdir()
    for number in range(3):
        (library / f"{number}.txt").write_text(f"Tide {number}\n\nThe boat left.\n", "utf-8")
    desk = Desk(library, cache=cache)
    desk.sync()
    desk.stories()
    desk.close()
    return library, cache


ASKED = """
import sys
from pathlib import Path
from search import Desk, load_first_page
library, cache = map(Path, sys.argv[1:])
load_first_page(library, cache=cache)
desk = Desk(library, cache=cache)
desk.inspect()
desk.search("boat").total
desk.sync()
print(desk.search("boat").total, len(desk.stories()), desk.ready)
desk.close()
load_first_page(library, cache=cache)
"""


@pytest.fixture(scope="module")
def searching() -> Iterator[Forking]:
    with Forking(*NEEDED) as forking:
        yield forking


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("name", CACHE_FILES)
def test_what_is_no_file_is_neither_waited_for_nor_read(
    whole: tuple[Path, Path], searching: Forking, tmp_path: Path, name: str, kind: str
) -> None:
    library, sound = whole
    cache = tmp_path / "cache"
    shutil.copytree(sound, cache)
    (file,) = cache.glob(f"*/{name}")
    file.unlink()
    OTHERS[kind](file)
    done = searching.run(ASKED, str(library), str(cache), memory=_MEMORY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[0::2] == ["3", "True"]


@pytest.mark.parametrize("kind", OTHERS)
def test_only_regular_files_of_bounded_size_are_read(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "file"
    OTHERS[kind](file)
    with pytest.raises((NotRegularError, IsADirectoryError)):
        read_regular(file, 1000)


def test_a_file_as_large_as_allowed_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"a" * 1000)
    assert read_regular(file, 1000) == b"a" * 1000
    with pytest.raises(NotRegularError, match="larger than 999 bytes"):
        read_regular(file, 999)
    (tmp_path / "link").symlink_to(file)
    assert read_regular(tmp_path / "link", 1000, links=True) == b"a" * 1000


def test_what_is_written_goes_into_no_other_file(tmp_path: Path) -> None:
    precious, link = tmp_path / "precious", tmp_path / "link"
    precious.write_text("kept", "utf-8")
    link.symlink_to(precious)
    os.close(create_own(link))
    assert precious.read_text("utf-8") == "kept"
    assert link.stat().st_mode & 0o777 == 0o600


def test_a_lock_that_is_a_link_cuts_no_other_file(whole: tuple[Path, Path], tmp_path: Path) -> None:
    library, sound = whole
    cache, precious = tmp_path / "cache", tmp_path / "precious"
    shutil.copytree(sound, cache)
    precious.write_text("kept", "utf-8")
    (lock,) = cache.glob("*/lock")
    lock.unlink()
    lock.symlink_to(precious)
    desk = Desk(library, cache=cache)
    desk.sync()
    desk.close()
    assert precious.read_text("utf-8") == "kept"


def test_what_a_killed_program_left_of_saving_is_swept_and_nothing_else(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    kept = [tmp_path / f"a.json.{mine}" for mine in (os.getpid(), "damaged-1", "²", "9" * 30 + "x")]
    for path in (
        *kept,
        tmp_path / "a.json",
        tmp_path / f"a.json.{gone.pid}",
        tmp_path / "b.json.1",
    ):
        path.write_text("")
    sweep_beside(tmp_path / "a.json")
    assert sorted(tmp_path.iterdir()) == sorted([*kept, tmp_path / "a.json", tmp_path / "b.json.1"])
    sweep_beside(tmp_path / "nowhere" / "a.json")
