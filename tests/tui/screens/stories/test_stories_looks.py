"""Snapshots of the stories at every size. After an intended change: pytest --snapshot-update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from flood import write_flood
from library import filled, text, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_one_row_a_story(
    snap_compare: Any, launch: Launch, tmp_path: Path, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("u", "T")
        await until(pilot, lambda: "1 of 2 unread" in text(pilot))

    library = write_flood(tmp_path / "flood")
    assert snap_compare(launch(library), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", ["diptych-light", "ansi-light"])
def test_stories_in_other_colours(
    snap_compare: Any, launch: Launch, tmp_path: Path, theme: str, home: Path
) -> None:
    folder = home / "config" / "diptych"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f'theme = "{theme}"\n')

    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("T", "j")
        await until(pilot, lambda: "2 of 2 unread" in text(pilot))

    library = write_flood(tmp_path / "flood")
    assert snap_compare(launch(library), terminal_size=(80, 24), run_before=before)
