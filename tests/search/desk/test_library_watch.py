"""Watching a library, but for what is kept of it."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from search import Desk, LibraryError, watch_library

if TYPE_CHECKING:
    from search import FolderWatch

_QUIET = 1.5


def heard(watch: FolderWatch, told: list[Path | None]) -> Thread:
    thread = Thread(target=lambda: told.extend(watch.changes()))
    thread.start()
    return thread


def test_a_cache_within_the_library_is_not_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    for name in ("CACHE", "CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(library / name.lower()))
    (library / "tide").mkdir(parents=True)
    (library / "tide" / "first.md").write_text("# The first\n\nThe tide came in.\n")
    told: list[Path | None] = []
    watch = watch_library(library)
    assert watch is not None
    thread = heard(watch, told)
    thread.join(_QUIET)  # until what there is has been seen
    told.clear()
    desk = Desk(library)
    desk.sync()
    desk.marks.was_read(desk.ids()[0])
    desk.close()
    thread.join(_QUIET)
    watch.end()
    thread.join()
    assert all(one is None for one in told)
    assert len(told) < 3


def test_an_archive_is_not_watched() -> None:
    assert watch_library(Path("opensearch://localhost:9200/news")) is None


def test_a_library_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        watch_library(tmp_path / "none")
