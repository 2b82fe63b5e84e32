"""Where a cache can't be used, a library that fits is indexed for one run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from search import Desk, IndexFailedError, bundled
from search.desk import stand_in


@pytest.fixture
def blocked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a cache folder that can't be made, as a file is in the way."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "cache").write_text("in the way", "utf-8")
    return tmp_path / "cache"


def test_a_library_is_indexed_for_this_run_and_nothing_stays(blocked: Path) -> None:
    desk = Desk(bundled(), cache=blocked)
    assert desk.inspect().health.state.kind == "empty"
    assert desk.sync().added == 5
    (said,) = desk.hear()
    (made,) = (blocked.parent / "temporary").iterdir()
    assert said.startswith(str(blocked))
    assert said.endswith(f"; it is built for this run only, in {made}")
    assert "\n" not in said
    assert made.stat().st_mode & 0o777 == 0o700
    assert desk.ready
    assert desk.search("pompeo").total == 3
    assert len(desk.stories()) > 1
    report = desk.sync()
    assert (report.added, report.rebuilt, desk.hear()) == (0, None, ())
    assert desk.sync(rebuild=True).rebuilt == "asked for"
    desk.close()
    assert list((blocked.parent / "temporary").iterdir()) == []
    assert blocked.read_text("utf-8") == "in the way"


def test_one_that_is_too_large_is_not(blocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stand_in, "LARGEST", 10)
    desk = Desk(bundled(), cache=blocked)
    with pytest.raises(IndexFailedError, match="can't be written"):
        desk.sync()
    assert desk.hear() == ()
    desk.close()


def test_a_cache_that_is_not_believed_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    cache = tmp_path / "cache"
    desk = Desk(bundled(), cache=cache)
    desk.sync()
    desk.close()
    (home,) = cache.iterdir()
    home.chmod(0o770)
    before = {file: file.stat().st_mtime_ns for file in cache.rglob("*")}
    desk = Desk(bundled(), cache=cache)
    assert desk.search("pompeo").total == 0
    desk.sync()
    (said,) = desk.hear()
    assert said.startswith(f"{home}: other users can write to {home}")
    assert "built for this run only" in said
    assert desk.search("pompeo").total == 3
    desk.close()
    assert {file: file.stat().st_mtime_ns for file in cache.rglob("*")} == before


def test_an_index_that_is_there_is_searched_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(bundled(), cache=tmp_path / "cache")
    desk.sync()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("search.engine.whoosh.codec.locking.Lock.acquire", refuse)
    with pytest.raises(IndexFailedError, match="read-only file system"):
        desk.sync()
    assert desk.search("pompeo").total == 3
    assert desk.hear() == ()
    desk.close()


MEMORY = Path("/dev/shm")  # noqa: S108 - what is to be found


@pytest.mark.skipif(not os.access(MEMORY, os.W_OK), reason="no files in memory here")
def test_where_no_disk_has_room_it_lies_in_memory(
    blocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = stand_in._room
    monkeypatch.setattr(stand_in, "_room", lambda place: room(place) * (Path(place) == MEMORY))
    desk = Desk(bundled(), cache=blocked)
    assert desk.sync().added == 5
    (said,) = desk.hear()
    made = Path(said.rpartition(" in ")[2])
    assert made.parent == MEMORY
    desk.close()
    assert not made.exists()
