"""`V` opens the story of the current article, and rows show how many sources have it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flood import write_flood
from library import filled, idle, screen, search, text, until
from onscreen import shows

from tui.screens.story.screen import StoryScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


def is_alone(pilot: Pilot[None], alone: bool) -> bool:
    return ("+1 source" not in text(pilot)) is alone


async def test_v_shows_the_story_of_the_article_at_hand_and_esc_leads_back(
    launch: Launch, tmp_path: Path
) -> None:
    library = write_flood(tmp_path / "flood")
    async with launch(library, search="insurers").run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("V")
        await until(pilot, lambda: "2 versions · 2 sources" in text(pilot))
        assert shows(pilot.app, StoryScreen)
        assert "The Courier  ⇄ you came from here" in text(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is screen(pilot)


async def test_rows_say_how_many_other_sources_tell_the_story(
    launch: Launch, tmp_path: Path
) -> None:
    library = write_flood(tmp_path / "flood")
    async with launch(library).run_test(size=(140, 40)) as pilot:
        await filled(pilot)
        await until(pilot, lambda: text(pilot).count("+1 source") == 2)
        told = [" ".join(line.split()) for line in text(pilot).splitlines()]
        for row in ("The Courier 3 Mar 2024 +1 source", "Valley Herald 2 Mar 2024 +1 source"):
            assert any(row in line for line in told)
        assert "Elsewhere  no date  +" not in text(pilot)
        await search(pilot, "marlow", 2)
        await until(pilot, lambda: text(pilot).count("+1 source") == 2)


async def test_a_split_is_seen_in_the_list_and_so_is_its_undoing(
    launch: Launch, tmp_path: Path
) -> None:
    library = write_flood(tmp_path / "flood")
    async with launch(library, search="insurers").run_test(size=(140, 40)) as pilot:
        await filled(pilot)
        await until(pilot, lambda: "+1 source" in text(pilot))
        for key, alone in (("x", True), ("U", False)):
            await pilot.press("V")
            await until(pilot, lambda: "versions of" in text(pilot) and idle(pilot))
            await pilot.press(key)
            await until(pilot, lambda: idle(pilot))
            await pilot.press("escape")
            await until(pilot, partial(is_alone, pilot, alone))


async def test_a_new_version_is_counted_once_it_is_found(launch: Launch, tmp_path: Path) -> None:
    library = write_flood(tmp_path / "flood")
    async with launch(library, search="insurers").run_test(size=(140, 40)) as pilot:
        await filled(pilot)
        await until(pilot, lambda: "+1 source" in text(pilot))
        article = (library / "herald.md").read_text(encoding="utf-8")
        (library / "third.md").write_text(article.replace("Valley Herald", "A third"), "utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "+2 sources" in text(pilot))
