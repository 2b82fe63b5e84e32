"""From the library, and from a comparison, to the comparison of two sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library import filled, idle, screen, text, until
from onscreen import on_top
from papers import COURIER, HERALD, write_papers

from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.keyness.screen import KeynessScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


def heads(pilot: Pilot[None]) -> tuple[bool, bool]:
    """Tell whether the Herald is on the left, and on the right."""
    shown = text(pilot)
    return f"◧ more in {HERALD}" in shown, f"◨ more in {HERALD}" in shown


async def contrasted(pilot: Pilot[None]) -> None:
    await until(
        pilot,
        lambda: (
            isinstance(pilot.app.screen, KeynessScreen)
            and pilot.app.screen.pair.contrast is not None
            and idle(pilot)
        ),
    )


async def test_a_sets_the_source_at_hand_against_the_largest_other(
    launch: Launch, tmp_path: Path
) -> None:
    app = launch(write_papers(tmp_path / "papers"))
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        article = screen(pilot).article
        assert article is not None
        await pilot.press("A")
        await contrasted(pilot)
        names = on_top(pilot.app, KeynessScreen)._names
        assert names[0] == article.source
        assert set(names) == {HERALD, COURIER}
        await pilot.press("escape")
        assert pilot.app.screen is screen(pilot)


async def test_two_sources_are_marked_in_their_pane(launch: Launch, tmp_path: Path) -> None:
    app = launch(write_papers(tmp_path / "papers"))
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("1", "down", "m")
        await pilot.pause()
        assert "⇄" in text(pilot)
        await pilot.press("down", "m")
        await contrasted(pilot)
        assert heads(pilot) == (False, True)
        await pilot.press("escape")
        await pilot.pause()
        assert "⇄" not in text(pilot).split("Marked")[0]


async def test_marking_a_source_twice_takes_the_mark_back(launch: Launch, tmp_path: Path) -> None:
    app = launch(write_papers(tmp_path / "papers"))
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("1", "down", "m", "m")
        await pilot.pause()
        assert pilot.app.screen is screen(pilot)
        await pilot.press("down", "A")
        await contrasted(pilot)
        assert heads(pilot) == (True, False)


async def test_nothing_but_a_source_can_be_marked(launch: Launch, tmp_path: Path) -> None:
    app = launch(write_papers(tmp_path / "papers"))
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("1", "home", "m")
        await pilot.pause()
        assert "⇄" not in text(pilot)


async def test_from_a_comparison_to_its_two_sources(launch: Launch, tmp_path: Path) -> None:
    library = write_papers(tmp_path / "papers")
    app = launch(library, compare=("herald-00.md", "courier-00.md"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(
            pilot,
            lambda: isinstance(pilot.app.screen, ComparisonScreen) and pilot.app.screen.view,
        )
        await pilot.press("A")
        await contrasted(pilot)
        assert heads(pilot) == (True, False)


async def test_two_articles_of_one_source_are_not_set_against_each_other(
    launch: Launch, tmp_path: Path
) -> None:
    library = write_papers(tmp_path / "papers")
    app = launch(library, compare=("herald-00.md", "herald-01.md"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(
            pilot,
            lambda: isinstance(pilot.app.screen, ComparisonScreen) and pilot.app.screen.view,
        )
        await pilot.press("A")
        await pilot.pause()
        assert "both are of one source" in text(pilot)
