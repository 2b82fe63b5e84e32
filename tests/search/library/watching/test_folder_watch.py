"""Watching the folder of a library, as the system tells its changes and as they are looked for."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from search.library.location import locate
from search.library.watching.folder_watch import FolderWatch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 60
_QUIET = 1.5
"""Seconds in which a change would be told long since."""


class Heard:
    """What a watch tells, in a thread of its own."""

    def __init__(self, watch: FolderWatch) -> None:
        self._told: Queue[Path | None] = Queue()
        self._watch = watch
        self._thread = Thread(target=self._hear)
        self._thread.start()

    def _hear(self) -> None:
        for one in self._watch.changes():
            self._told.put(one)

    def next(self) -> Path | None:
        """Wait for what is told next."""
        return self._told.get(timeout=_PATIENCE)

    def until(self, file: Path) -> None:
        """Wait until a file is told of, by name or as one of several."""
        while (told := self.next()) is not None and told != file:
            pass

    def forget(self) -> None:
        """Wait until nothing more is told."""
        while True:
            try:
                self._told.get(timeout=_QUIET)
            except Empty:
                return

    @property
    def silent(self) -> bool:
        """Whether nothing is told for a while."""
        try:
            self._told.get(timeout=_QUIET)
        except Empty:
            return True
        return False

    def join(self) -> None:
        """Wait for the end."""
        self._thread.join(_PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    (folder / "tide").mkdir(parents=True)
    (folder / "tide" / "first.md").write_text("# The first\n\nThe tide came in.\n")
    return folder


@contextmanager
def watched(where: Path, *passed_over: Path) -> Iterator[Heard]:
    """Watch, once what there is has been seen."""
    watch = FolderWatch(locate(where), passed_over)
    heard = Heard(watch)
    heard.forget()
    try:
        yield heard
    finally:
        watch.end()
        heard.join()


@pytest.fixture(params=["told", "looked for"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have the system tell changes, or have them looked for as where the extra isn't installed."""
    if request.param != "told":
        monkeypatch.setitem(sys.modules, "watchfiles", None)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_file_that_comes_changes_and_goes_is_told_each_time(library: Path) -> None:
    file = library / "tide" / "second.md"
    with watched(library) as heard:
        file.write_text("# The second\n\nThe tide went out.\n")
        heard.until(file)
        heard.forget()
        file.write_text("# The second\n\nThe tide went out again.\n")
        heard.until(file)
        heard.forget()
        file.unlink()
        heard.until(file)


@pytest.mark.usefixtures("way")
def test_files_of_a_folder_that_came_are_told_of_and_that_it_went(library: Path) -> None:
    folder = library / "harbour" / "deep"
    with watched(library) as heard:
        folder.mkdir(parents=True)
        (folder / "new.md").write_text("# New\n\nIn a new folder.\n")
        heard.next()
        heard.forget()
        file = folder / "newer.md"
        file.write_text("# Newer\n\nIn the same.\n")
        heard.until(file)
        heard.forget()
        shutil.rmtree(library / "harbour")
        heard.next()


def test_what_is_no_article_is_not_told_of(library: Path, tmp_path: Path) -> None:
    cache = library / "cache"
    cache.mkdir()
    (library / ".revisions").mkdir()
    with watched(library, cache) as heard:
        (cache / "kept.md").write_text("kept")
        (library / ".revisions" / "1.md").write_text("before")
        (library / "tide" / ".hidden.md").write_text("hidden")
        (library / "tide" / "picture.jpeg").write_text("no article")
        (tmp_path / "beside.md").write_text("elsewhere")
        assert heard.silent


@pytest.mark.usefixtures("way")
def test_of_a_library_that_is_one_file_only_that_counts(library: Path) -> None:
    file = library / "tide" / "first.md"
    with watched(file) as heard:
        file.write_text("# The first\n\nThe tide came in twice.\n")
        heard.until(file)


@pytest.mark.usefixtures("way")
def test_a_library_that_goes_away_is_waited_for(library: Path, tmp_path: Path) -> None:
    with watched(library) as heard:
        library.rename(tmp_path / "away")
        heard.forget()
        (tmp_path / "away").rename(library)
        heard.next()
        heard.forget()
        file = library / "tide" / "third.md"
        file.write_text("# The third\n\nIt is back.\n")
        heard.until(file)


@pytest.mark.usefixtures("way")
def test_links_are_followed_once_however_they_lead(library: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (library / "linked").symlink_to(elsewhere)
    (elsewhere / "back").symlink_to(library)
    with watched(library) as heard:
        (elsewhere / "new.md").write_text("# New\n\nBehind a link.\n")
        heard.next()


def test_many_at_once_are_told_as_one_change(library: Path) -> None:
    with watched(library) as heard:
        for number in range(300):
            (library / "tide" / f"{number}.md").write_text(f"# {number}\n\nThe tide.\n")
        assert heard.next() is None
        told = 1
        while not heard.silent:
            told += 1
        assert told < 30


def test_what_came_while_the_watch_was_being_set_up_is_told(library: Path) -> None:
    watch = FolderWatch(locate(library))
    (library / "tide" / "early.md").write_text("# Early\n\nIt came at once.\n")
    heard = Heard(watch)
    assert heard.next() is None
    watch.end()
    heard.join()


def test_a_watch_that_is_ended_before_it_begins_tells_nothing(library: Path) -> None:
    watch = FolderWatch(locate(library))
    watch.end()
    assert [*watch.changes()] == []


def test_too_many_folders_for_the_system_are_looked_at(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.library.watching.system_watch._MOST_FOLDERS", 1)
    file = library / "tide" / "second.md"
    with watched(library) as heard:
        file.write_text("# The second\n\nThe tide went out.\n")
        assert heard.next() is None


def test_a_folder_that_cannot_be_read_stops_nothing(library: Path) -> None:
    closed = library / "closed"
    closed.mkdir(mode=0o000)
    try:
        with watched(library) as heard:
            file = library / "tide" / "second.md"
            file.write_text("# The second\n\nThe tide went out.\n")
            heard.until(file)
    finally:
        closed.chmod(0o700)
