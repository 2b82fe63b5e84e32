"""Snapshots of filters at three sizes. After an intended change: pytest --snapshot-update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from library import filled, screen, text, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

pytestmark = pytest.mark.usefixtures("same_speed")
SIZES = [(80, 24), (120, 40), (200, 60)]


async def two_sources_and_months(pilot: Pilot[None]) -> None:
    await filled(pilot)
    await pilot.press("1", "j", "enter", "j", "enter")
    await until(pilot, lambda: screen(pilot).results.total == 2)
    await filled(pilot)
    await pilot.press("4", "home", "shift+right", "shift+right", "shift+right", "enter")
    await until(pilot, lambda: "─ 2019-05" in text(pilot))
    await filled(pilot)


@pytest.mark.parametrize("size", SIZES)
def test_sources_and_a_range_of_months(
    snap_compare: Any, launch: Launch, size: tuple[int, int]
) -> None:
    assert snap_compare(launch(), terminal_size=size, run_before=two_sources_and_months)


@pytest.mark.parametrize("theme", ["diptych-light", "ansi-light"])
def test_filters_in_other_colours(
    snap_compare: Any, launch: Launch, theme: str, home: Path
) -> None:
    folder = home / "config" / "diptych"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f'theme = "{theme}"\n')
    assert snap_compare(launch(), terminal_size=(120, 40), run_before=two_sources_and_months)


def test_filters_without_colours(
    snap_compare: Any, launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(launch(), terminal_size=(120, 40), run_before=two_sources_and_months)


@pytest.mark.parametrize("size", SIZES)
def test_what_may_follow_a_field(snap_compare: Any, launch: Launch, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("slash", *"guaido", "space", *"source", "colon")
        await until(pilot, lambda: "Press TV" in text(pilot).splitlines()[3])
        await pilot.press("down")
        await until(pilot, lambda: "▸" in text(pilot))

    assert snap_compare(launch(), terminal_size=size, run_before=before)


def test_sources_narrowed_by_letters(snap_compare: Any, launch: Launch) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("1", "slash", "t", "plus")
        await until(pilot, lambda: "/t+" in text(pilot))
        await pilot.press("backspace")

    assert snap_compare(launch(), terminal_size=(120, 40), run_before=before)
