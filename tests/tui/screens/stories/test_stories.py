"""`T` shows stories instead of articles."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flood import COURIER, Harness, Placed, settled, surroundings, write_flood
from library import articles, filled, screen, search, text, until
from onscreen import on_top, shows

from tui.routes import StoriesRoute
from tui.screens.dialog.export_dialog import ExportDialog
from tui.screens.stories.screen import StoriesScreen
from tui.screens.story.screen import StoryScreen
from tui.widgets.story_list import StoryList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from search import Desk, Query
    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]
    Open = Callable[..., Desk]


async def test_a_row_a_story_opens_it_and_t_leads_back(launch: Launch, tmp_path: Path) -> None:
    library = write_flood(tmp_path / "flood")
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        chosen = articles(pilot).hit
        await pilot.press("T")
        await until(pilot, lambda: shows(pilot.app, StoriesScreen))
        await until(pilot, lambda: "2 of 2 unread" in text(pilot))
        assert "⟨Valley Herald⟩ ⟨The Courier⟩  2 to 3 Mar 2024  first: Valley Herald" in text(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, StoryScreen))
        await until(pilot, lambda: "2 versions · 2 sources" in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: shows(pilot.app, StoriesScreen))
        await pilot.press("T")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        assert articles(pilot).hit == chosen


async def test_stories_are_those_of_the_search_and_count_what_was_read_since(
    launch: Launch, tmp_path: Path
) -> None:
    library = write_flood(tmp_path / "flood")
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "insurers")
        await pilot.press("enter", "u", "T")
        await until(pilot, lambda: shows(pilot.app, StoriesScreen))
        await until(pilot, lambda: "1 of 2 unread" in text(pilot))
        stories = on_top(pilot.app, StoriesScreen)
        assert stories.route == StoriesRoute("insurers")
        assert stories.query_one(StoryList).total == 1
        assert "1 story · 1 with unread" in text(pilot)


async def test_without_any_story_it_says_so(launch: Launch, tmp_path: Path) -> None:
    library = write_flood(tmp_path / "flood")
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "zebra", 0)
        await pilot.press("enter", "T")
        await until(pilot, lambda: "There are no stories of this search." in text(pilot))


async def test_a_gathering_that_gave_way_to_a_count_is_taken_up_again(
    tmp_path: Path, open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = write_flood(tmp_path / "flood")
    desk = open_desk(library)
    groups = desk.story_groups
    groups.gather()
    (library / "gazette.md").write_text(COURIER.replace("Courier", "Gazette"), "utf-8")
    desk.sync()
    gather, begun = groups.gather, []

    def long_at_first(cancelled: Callable[[], bool], among: Query) -> bool:
        begun.append(cancelled)
        while len(begun) == 1 and not cancelled():
            time.sleep(0.01)
        return gather(cancelled, among)

    monkeypatch.setattr(groups, "gather", long_at_first)
    shown = Placed(StoriesScreen(StoriesRoute(), surroundings(desk)), desk)
    async with Harness(shown).run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: begun and "2 of 2 unread" in text(pilot))
        for _ in range(2):
            await pilot.press("e")
            await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
            await pilot.press("escape")
            await until(pilot, lambda: "3 of 3 unread" in text(pilot))
        await settled(pilot)
        assert len(begun) == 2
