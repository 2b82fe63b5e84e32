"""Whatever happens to the index, the articles are searched all the same."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from found import storage_of

from search import Desk, IndexFailedError, bundled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    desk = Desk(bundled(), cache=tmp_path)
    desk.sync()
    desk.close()
    return tmp_path


def generation(cache: Path) -> Path:
    (found,) = cache.glob("*/g-*")
    return found


def segment(cache: Path) -> Path:
    return next(generation(cache).glob("whoosh/*.arrays"))


def table(cache: Path) -> Path:
    return next(generation(cache).glob("whoosh/*.toc"))


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for i in range(len(data) // 2, len(data) // 2 + 40):
        data[i] ^= 0xFF
    file.write_bytes(data)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a segment with flipped bytes": lambda cache: flip(segment(cache)),
    "a segment cut short": lambda cache: cut(segment(cache)),
    "a segment gone": lambda cache: segment(cache).unlink(),
    "a table of contents cut short": lambda cache: cut(table(cache)),
    "a table of contents gone": lambda cache: table(cache).unlink(),
    "no stamp": lambda cache: (generation(cache) / "stamp").unlink(),
    "no manifest": lambda cache: (generation(cache) / "manifest.arrays").unlink(),
    "a manifest of rubbish": lambda cache: (generation(cache) / "manifest.arrays").write_text(
        "no database" * 99
    ),
    "a pointer to nowhere": lambda cache: (generation(cache).parent / "current").write_text("g-x"),
    "a pointer of rubbish": lambda cache: (generation(cache).parent / "current").write_bytes(
        b"\xff"
    ),
    "a pointer outside": lambda cache: (generation(cache).parent / "current").write_text("../.."),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_mended_by_the_next_sync(cache: Path, damage: str) -> None:
    DAMAGE[damage](cache)
    desk = Desk(bundled(), cache=cache)
    report = desk.sync()
    assert (report.rebuilt, report.articles) == ("damaged", 5)
    assert desk.search("pompeo").total == 3
    assert desk.sync().rebuilt is None
    desk.close()
    assert generation(cache).is_dir()


def test_damage_in_a_large_file_is_met_and_mended_while_searching(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.store._SMALL", 0)
    flip(segment(cache))
    desk = Desk(bundled(), cache=cache)
    assert desk.ready
    assert desk.search("pompeo").total == 3
    assert [hit.matches for hit in desk.hits(desk.search("pompeo"), 0, 9)] != []
    desk.close()


def test_an_index_made_by_other_rules_is_built_anew(cache: Path) -> None:
    (generation(cache) / "stamp").write_text("other", "utf-8")
    desk = Desk(bundled(), cache=cache)
    assert not desk.ready
    assert desk.inspect().health.state.kind == "outdated"
    assert desk.sync().rebuilt == "outdated"
    assert desk.search("pompeo").total == 3
    desk.close()


def test_a_rebuild_that_is_asked_for_replaces_the_index(cache: Path) -> None:
    before = generation(cache)
    desk = Desk(bundled(), cache=cache)
    assert desk.search("pompeo").total == 3
    assert desk.sync(rebuild=True).rebuilt == "asked for"
    assert desk.search("pompeo").total == 3
    desk.close()
    assert generation(cache) != before


def test_a_deleted_cache_is_filled_again(cache: Path) -> None:
    desk = Desk(bundled(), cache=cache / "deeper")
    assert desk.sync().added == 5
    desk.close()


def test_a_cache_that_is_no_folder_is_an_error_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("in the way", "utf-8")
    monkeypatch.setattr("search.desk.stand_in.LARGEST", 0)  # so that nothing takes its place
    desk = Desk(bundled(), cache=tmp_path / "cache")
    with pytest.raises(IndexFailedError, match="cache") as caught:
        desk.sync()
    assert "\n" not in str(caught.value)
    assert not storage_of(desk).writable


KILLED = """
import os, signal, sys
from pathlib import Path
from search import Desk
desk = Desk(Path(sys.argv[1]), cache=Path(sys.argv[2]))
desk.sync(lambda at: os.kill(os.getpid(), signal.SIGKILL) if at.done == 1 else None,
          rebuild=len(sys.argv) > 3)
"""


@pytest.mark.parametrize("how", [[], ["rebuild"]])
def test_a_killed_sync_leaves_the_index_as_it_was(tmp_path: Path, how: list[str]) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for name in "abc":
        (library / f"{name}.txt").write_text(f"Title of {name}\n\nBody old{name}.\n", "utf-8")
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    for name in "abc":
        (library / f"{name}.txt").write_text(f"Title of {name}\n\nBody new{name}.\n", "utf-8")
    command = [sys.executable, "-c", KILLED, str(library), str(tmp_path / "cache"), *how]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    fresh = Desk(library, cache=tmp_path / "cache")
    assert fresh.ready
    assert fresh.search("olda").total == 1
    assert not storage_of(fresh).locked
    report = fresh.sync()
    assert (report.changed, report.rebuilt) == (3, None)
    assert fresh.search("newa").total == 1
    fresh.sync(rebuild=True)
    assert len(list((tmp_path / "cache").glob("*/g-*"))) == 1
    for one in (desk, fresh):
        one.close()
