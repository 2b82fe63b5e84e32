"""All that a search finds is marked as read: in one step, and stopped by esc with nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import filled, screen, search, text, until
from paper import put

from tui.navigation.offered_commands import offered_commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number in range(1, 5):
        put(tmp_path / "library", f"{number}.md", number)
    return tmp_path / "library"


async def mark_all(pilot: Pilot[None]) -> None:
    offered = {one.help: one for one in offered_commands(pilot.app, pilot.app.screen)}
    await offered["Mark all that this search finds as read"].run()


def read(pilot: Pilot[None]) -> int:
    return len(screen(pilot).session.desk.marks.store.set_of("read"))


def told(pilot: Pilot[None], words: str) -> bool:
    return any(words in one.message for one in pilot.app._notifications)


async def test_what_is_found_is_marked_and_taken_back_in_one_step(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await search(pilot, "marlow", 4)
        await pilot.press("escape")
        await mark_all(pilot)
        await until(pilot, lambda: told(pilot, "Marked 4 articles as read"))
        assert read(pilot) == 4
        await until(pilot, lambda: text(pilot).count("✓ Tide") == 4)
        await pilot.press("U")
        await until(pilot, lambda: read(pilot) == 0)


async def test_esc_stops_it_before_anything_is_marked(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        async with screen(pilot).changes._turn:  # an earlier change is being made
            await mark_all(pilot)
            await until(pilot, lambda: screen(pilot).status.stoppable)
            screen(pilot).status.tell_task("marking 1,000 of 4,000 · esc stops")
            assert "marking 1,000 of 4,000 · esc stops" in text(pilot)
            await pilot.press("escape")
        await until(pilot, lambda: told(pilot, "Stopped: nothing was marked."))
        assert read(pilot) == 0
        assert "esc stops" not in text(pilot)
        await mark_all(pilot)
        await until(pilot, lambda: read(pilot) == 4)
