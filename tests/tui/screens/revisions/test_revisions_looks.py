"""Snapshots of the versions of an article, and of two of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from library import filled, idle, text, until
from onscreen import on_top, shows
from versions import bring_in_of_old

from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.revisions.screen import RevisionsScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return bring_in_of_old(tmp_path, tmp_path / "library")


async def listed(pilot: Pilot[None]) -> None:
    await filled(pilot)
    await pilot.press("3")
    await until(pilot, lambda: "earlier versions" in text(pilot))
    await pilot.press("v")
    await until(pilot, lambda: shows(pilot.app, RevisionsScreen) and "3 versions" in text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_list_of_versions(
    snap_compare: Any, launch: Launch, library: Path, size: tuple[int, int]
) -> None:
    assert snap_compare(launch(library), terminal_size=size, run_before=listed)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_two_versions_side_by_side(
    snap_compare: Any, launch: Launch, library: Path, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await listed(pilot)
        await pilot.press("down", "enter")
        await until(
            pilot,
            lambda: (
                shows(pilot.app, ComparisonScreen)
                and on_top(pilot.app, ComparisonScreen).view is not None
                and idle(pilot)
            ),
        )
        await pilot.press("right_curly_bracket")
        await until(pilot, lambda: "replaced" in text(pilot) and idle(pilot))

    assert snap_compare(launch(library), terminal_size=size, run_before=before)
