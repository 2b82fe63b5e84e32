"""Seeing what comes into the library's folder, changes and goes while it is open."""

from __future__ import annotations

import asyncio
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from library import articles, filled, reader, screen, text, until
from paper import put

from tui import settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

_QUIET = 3.0


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number in range(1, 41):
        put(tmp_path / "library", f"{number:02}.md", number)
        os.utime(tmp_path / "library" / f"{number:02}.md", (number, number))
    return tmp_path / "library"


def told(pilot: Pilot[None], path: str) -> str:
    """Give what an article says by now."""
    desk = screen(pilot).session.desk
    return " ".join(block.text for block in desk.read(desk.resolve(path)).blocks)


async def watching(pilot: Pilot[None], library: Path) -> None:
    """Wait until changes are seen: a first file is dropped, and taken out again."""
    await filled(pilot)
    total = screen(pilot).results.total or 0
    put(library, "00.md", 0)
    await until(pilot, lambda: screen(pilot).results.total == total + 1)
    (library / "00.md").unlink()
    await until(pilot, lambda: screen(pilot).results.total == total)
    await until(pilot, lambda: not screen(pilot).session.syncing)


async def test_a_file_dropped_changed_and_removed_shows_and_the_place_is_kept(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await watching(pilot, library)
        for _ in range(20):
            await pilot.press("j")
        chosen = screen(pilot).article_id
        await pilot.press("enter")
        await until(pilot, lambda: screen(pilot).settled)
        await pilot.press("space")
        await pilot.pause()
        place = reader(pilot).scroll_offset
        put(library, "a-new.md", 77)
        await until(pilot, lambda: screen(pilot).results.total == 41)
        assert screen(pilot).article_id == chosen
        assert reader(pilot).scroll_offset == place
        put(library, "a-new.md", 77, "A zebra crossed the quay.")
        await until(pilot, lambda: screen(pilot).session.syncing is False)
        await until(pilot, lambda: "zebra" in told(pilot, "a-new.md"))
        (library / "a-new.md").unlink()
        await until(pilot, lambda: screen(pilot).results.total == 40)
        assert screen(pilot).article_id == chosen
        assert reader(pilot).scroll_offset == place


async def test_a_row_below_what_comes_stays_where_it_is_chosen(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=(80, 24)) as pilot:
        await watching(pilot, library)
        await pilot.press("G")
        await until(pilot, lambda: screen(pilot).settled)
        chosen = screen(pilot).article_id
        for number in range(50, 60):
            put(library, f"{number}.md", number)
        await until(pilot, lambda: screen(pilot).results.total == 50)
        assert screen(pilot).article_id == chosen
        assert articles(pilot).hit is not None


async def test_where_the_chosen_article_goes_the_next_one_takes_its_row(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await watching(pilot, library)
        for _ in range(20):
            await pilot.press("j")
        await until(pilot, lambda: screen(pilot).settled)
        chosen = screen(pilot).article_id
        assert chosen is not None
        (library / screen(pilot).session.desk.path(chosen)).unlink()
        await until(pilot, lambda: screen(pilot).results.total == 39)
        assert articles(pilot).index == 20
        await until(pilot, lambda: screen(pilot).settled)
        assert screen(pilot).article_id != chosen


async def test_the_article_that_changes_is_read_anew_where_it_stands(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await watching(pilot, library)
        await pilot.press("enter")
        await until(pilot, lambda: screen(pilot).settled)
        chosen = screen(pilot).article_id
        assert chosen is not None
        file = library / screen(pilot).session.desk.path(chosen)
        file.write_text(file.read_text() + "\n\nA zebra crossed the quay.\n")
        await until(pilot, lambda: "zebra" in text(pilot))


async def test_with_the_setting_off_nothing_is_watched(launch: Launch, library: Path) -> None:
    file = settings.settings_path()
    file.parent.mkdir(parents=True)
    file.write_text("watch = false\n")
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        put(library, "a-new.md", 77)
        await asyncio.sleep(_QUIET)
        assert screen(pilot).results.total == 40
        await pilot.press("r")
        await until(pilot, lambda: screen(pilot).results.total == 41)


async def test_a_library_that_goes_away_and_comes_back_is_told(
    launch: Launch, library: Path, tmp_path: Path
) -> None:
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await watching(pilot, library)
        shutil.move(library, tmp_path / "away")
        await until(pilot, lambda: "the library:" in text(pilot))
        shutil.move(tmp_path / "away", library)
        await until(pilot, lambda: "the library:" not in text(pilot))
        assert screen(pilot).results.total == 40
