"""What of others meets a passage, the links of an article and its tables, as they look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from library import filled, reader, screen, until
from onscreen import on_top, shows

from tui.screens.links.links_box import LinksBox
from tui.screens.meeting.meeting_box import MeetingBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZES = [(80, 24), (120, 40), (200, 60)]
TOWNS = """---
title: The towns and the flood, as counted by the regional fire service in the week after it
source: The Courier
date: 2024-03-03
---

The service [counted](https://fire.example/count) again on Sunday, see https://fire.example/week too.

| Town | Dead | Note |
|---|---|---|
| Marlow | 4 | the old town |
| 東京都 | 1,200 | 雨 |
| Ely | 30 | none |

- Roads
  - Bridge closed
    - until May

```sh
for town in *; do
    count "$town"
done
```

""" + "\n\n".join(f"Paragraph {number} goes on for a while, as they do." for number in range(40))


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    folder = tmp_path / "towns"
    folder.mkdir()
    (folder / "towns.md").write_text(TOWNS, "utf-8")
    return folder


async def who_else(pilot: Pilot[None]) -> None:
    await filled(pilot)
    await pilot.press("enter")
    while "mayor" not in (reader(pilot).passage() or ""):
        await pilot.press("full_stop")
    await pilot.press("w")
    await until(pilot, lambda: shows(pilot.app, MeetingBox))
    await until(
        pilot,
        lambda: (
            not on_top(pilot.app, MeetingBox).searching and not screen(pilot).session.syncing
        ),  # a look at the folder, by itself, says so below the dialog
    )


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES)
def test_who_else_says_this(
    snap_compare: Any, launch: Launch, flood: Path, size: tuple[int, int]
) -> None:
    assert snap_compare(launch(flood), terminal_size=size, run_before=who_else)


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("theme", ["diptych-light", "ansi-dark"])
def test_who_else_in_other_colours(
    snap_compare: Any, launch: Launch, flood: Path, theme: str
) -> None:
    app = launch(flood)
    app.theme = theme
    assert snap_compare(app, terminal_size=(120, 40), run_before=who_else)


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES)
def test_links(snap_compare: Any, launch: Launch, towns: Path, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("O")
        await until(pilot, lambda: shows(pilot.app, LinksBox))

    assert snap_compare(launch(towns), terminal_size=size, run_before=before)


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES)
def test_a_table_a_list_and_code(
    snap_compare: Any, launch: Launch, towns: Path, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("enter", *["j"] * 8)

    assert snap_compare(launch(towns), terminal_size=size, run_before=before)
