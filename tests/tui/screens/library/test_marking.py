"""Marks in the list: made, shown, taken back, and those of other processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import articles, filled, screen, search, text, until
from paper import put

from search import Desk, MarkChange

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Marks
    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for number in range(1, 5):
        put(tmp_path / "library", f"{number}.md", number)
    return tmp_path / "library"


def marks(pilot: Pilot[None]) -> Marks | None:
    hit = articles(pilot).hit
    return hit.marks if hit else None


def read(pilot: Pilot[None]) -> bool:
    return bool((shown := marks(pilot)) and shown.read)


def starred(pilot: Pilot[None]) -> bool:
    return bool((shown := marks(pilot)) and shown.starred)


def told(pilot: Pilot[None], words: str) -> bool:
    return any(words in one.message for one in pilot.app._notifications)


async def test_marks_show_in_the_row_and_are_found(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("u")
        await until(pilot, lambda: read(pilot))
        await pilot.press("s")
        await until(pilot, lambda: starred(pilot))
        assert "✓ ★ Tide" in text(pilot)
        await until(pilot, lambda: told(pilot, "Starred: Marlow"))
        await search(pilot, "is:unread captain", 3)


async def test_each_key_counts_however_fast_they_come(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press(*"uuuuu")
        await until(pilot, lambda: read(pilot) and told(pilot, "Marked as unread"))
        await pilot.pause()
        assert read(pilot)


async def test_the_last_change_is_taken_back_first(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("U")
        await until(pilot, lambda: told(pilot, "There is nothing to take back"))
        await pilot.press("u")
        await until(pilot, lambda: read(pilot))
        await pilot.press("s")
        await until(pilot, lambda: starred(pilot))
        await pilot.press("U")
        await until(pilot, lambda: not starred(pilot))
        assert read(pilot)
        await pilot.press("U")
        await until(pilot, lambda: not read(pilot))


async def test_marks_of_another_process_are_shown(
    launch: Launch, library: Path, tmp_path: Path
) -> None:
    other = Desk(library, cache=tmp_path / "other", data=tmp_path / "data" / "diptych")
    other.sync()
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("s")
        await until(pilot, lambda: starred(pilot))
        await until(pilot, lambda: screen(pilot).upkeep.marking._seen is not None)
        other.marks.mark(other.ids(), MarkChange(read=True))
        await until(pilot, lambda: read(pilot))
    other.close()


async def test_what_cannot_be_kept_is_said(launch: Launch, library: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "diptych").touch()
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("u")
        await until(pilot, lambda: told(pilot, "what you marked can't be kept"))
        assert not read(pilot)
