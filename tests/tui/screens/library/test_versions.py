"""`V` leads from the article at hand to its story, and rows say how many others tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flood import write_flood
from library import filled, screen, text, until

from tui.screens.story import StoryScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


async def test_v_shows_the_story_of_the_article_at_hand_and_esc_leads_back(
    launch: Launch, tmp_path: Path
) -> None:
    library = write_flood(tmp_path / "flood")
    async with launch(library, search="insurers").run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("V")
        await until(pilot, lambda: "2 versions · 2 sources" in text(pilot))
        assert isinstance(pilot.app.screen, StoryScreen)
        assert "The Courier  ⇄ you came from here" in text(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is screen(pilot)
