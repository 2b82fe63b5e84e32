"""Hints on the first comparison a user opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import Harness, comparison_of, settled
from library import text, until
from onscreen import on_top, shows

from tui.remembered import ShownHints
from tui.screens.comparison.guide import HINTS
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.overlay.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture(autouse=True)
def new_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the user a folder in which nothing was kept yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "nothing"))


def hints(pilot: Pilot[None]) -> int:
    return len(on_top(pilot.app, ComparisonScreen).query(".hint"))


async def test_hints_are_shown_once_and_again_on_request(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert hints(pilot) == len(HINTS)
        assert "} { go from link to link" in text(pilot)
        await pilot.press("right_curly_bracket")
        await until(pilot, lambda: hints(pilot) == 0)
        assert "link 1 of" in text(pilot)
    assert ShownHints().seen
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert hints(pilot) == 0
        await pilot.press("question_mark")
        await until(pilot, lambda: hints(pilot) == len(HINTS))
        await pilot.press("escape")
        await until(pilot, lambda: hints(pilot) == 0)
        assert shows(app, ComparisonScreen)
        await pilot.press("question_mark")
        await until(pilot, lambda: hints(pilot) == len(HINTS))
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(app, Sheet))
        await pilot.press("escape", "question_mark")
        await until(pilot, lambda: hints(pilot) == len(HINTS))
        await pilot.click("#left", offset=(3, 20))
        await until(pilot, lambda: hints(pilot) == 0)


@pytest.mark.parametrize("size", SIZES)
async def test_no_hint_hides_another_or_what_it_explains(
    size: tuple[int, int], flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for new in (size, (100, 30)):
            await pilot.resize_terminal(*new)
            await settled(pilot)
            regions = [hint.region for hint in app.screen.query(".hint")]
            heads, footer = app.screen.query_one("Masthead"), app.screen.query_one("KeyLine")
            assert len(regions) == len(HINTS)
            for at, region in enumerate(regions):
                assert region.y >= heads.region.bottom
                assert region.bottom <= footer.region.y
                assert region.right <= new[0]
                assert not any(region.overlaps(other) for other in regions[at + 1 :])


async def test_a_window_without_room_has_help_instead(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(50, 14)) as pilot:
        await settled(pilot)
        assert hints(pilot) == 0
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(app, Sheet))
    assert not ShownHints().seen


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hints_look_as_they_did(
    size: tuple[int, int],
    flood: Path,
    open_desk: Callable[..., Desk],
    snap_compare: Callable[..., bool],
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))

    assert snap_compare(app, terminal_size=size, run_before=settled)
