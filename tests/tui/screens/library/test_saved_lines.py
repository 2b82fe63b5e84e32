"""Saved searches stand at the top of the sources: made, looked at, renamed, removed, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import filled, screen, search, search_text, text, until
from paper import put

from tui.navigation.offered_commands import offered_commands
from tui.screens.overlay.ask_line import AskLine

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


def saved(pilot: Pilot[None]) -> dict[str, str]:
    store = screen(pilot).session.desk.marks.store
    return {one.name: one.query for one in store.saved()}


async def save(pilot: Pilot[None], query: str) -> None:
    await search(pilot, query)
    await pilot.press("ctrl+s")
    await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
    await pilot.press("enter")
    await until(pilot, lambda: query in saved(pilot).values() and "◷" in text(pilot))


async def test_a_search_is_saved_looked_at_and_counts_what_is_new(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert "starred" not in text(pilot)
        await save(pilot, "captain")
        assert saved(pilot) == {"captain": "captain"}
        await until(pilot, lambda: "✓◷ captain" in text(pilot))
        put(library, "5.md", 5)
        await pilot.press("escape", "escape", "r")
        await until(pilot, lambda: "1 new" in text(pilot))
        await pilot.press("s", "1", "g", "j", "enter")
        await until(pilot, lambda: search_text(pilot) == "captain")
        await until(pilot, lambda: "1 new" not in text(pilot) and "★ starred" in text(pilot))
        await pilot.press("k", "enter")
        await until(pilot, lambda: screen(pilot).results.total == 1)
        assert search_text(pilot) == "is:starred"


async def test_an_existing_name_asks_first_and_all_can_be_taken_back(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await save(pilot, "captain")
        await pilot.press("escape")
        await search(pilot, "ferry")
        await pilot.press("escape", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press(*"captain", "enter")
        await until(
            pilot,
            lambda: (
                "exists: enter replaces it"
                in "".join(str(one.render()) for one in pilot.app.screen.query("#doubt"))
            ),
        )
        await pilot.press("enter")
        await until(pilot, lambda: saved(pilot) == {"captain": "ferry"})
        await pilot.press("1", "g", "j", "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press(*"boats", "enter")
        await until(pilot, lambda: saved(pilot) == {"boats": "ferry"})
        await until(pilot, lambda: "◷ boats" in text(pilot))
        await pilot.press("delete")
        await until(pilot, lambda: saved(pilot) == {})
        for expected in ({"boats": "ferry"}, {"captain": "ferry"}, {"captain": "captain"}, {}):
            await pilot.press("U")
            await until(pilot, lambda: saved(pilot) == expected)  # noqa: B023 - awaited at once


async def test_all_that_is_found_is_marked_read_in_one_step(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        store = screen(pilot).session.desk.marks.store
        offered = {one.help: one for one in offered_commands(pilot.app, pilot.app.screen)}
        await offered["Mark all that this search finds as read"].run()
        await until(pilot, lambda: len(store.set_of("read")) == 4)
        await pilot.press("U")
        await until(pilot, lambda: not store.set_of("read"))
