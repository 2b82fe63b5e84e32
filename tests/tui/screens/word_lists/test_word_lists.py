"""Standing word lists, lit in the reader and in a comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from library import filled, reader, text, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)
SIZES = [(60, 20), (80, 24), (160, 50)]
NAMES = ["small", "middling", "large"]
LISTS = """\
[words.players]
words = ["Guaido", "Maduro", "diplomat"]
[words.loaded]
words = ["regime", '"armed forces"', "crisis", "sanct*"]
"""


@pytest.fixture(autouse=True)
def lists(home: Path) -> None:
    """Give two lists."""
    folder = home / "config" / "diptych"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(LISTS, "utf-8")


async def test_lists_are_lit_beside_matches_in_turn_and_stay(launch: Launch) -> None:
    async with launch(search="pompeo").run_test(size=SIZE) as pilot:
        await filled(pilot)
        matches = reader(pilot).matches
        assert "players" not in text(pilot)
        await pilot.press("W")
        await until(pilot, lambda: "◆ players 17  ▲ loaded 2" in text(pilot))
        assert reader(pilot).matches == matches
        await pilot.press("J")
        await until(pilot, lambda: "◆ players 13  ▲ loaded 1" in text(pilot))
        await pilot.press("W")
        await until(pilot, lambda: "loaded" not in text(pilot))
        assert "◆ players 13" in text(pilot)
        await pilot.press("W", "W")
        await until(pilot, lambda: "loaded" not in text(pilot) and "players" not in text(pilot))
        listed = reader(pilot).reading
        assert listed is not None
        assert listed.listed.counts == ()


async def test_a_comparison_counts_each_side_and_the_reader_follows(launch: Launch) -> None:
    async with launch(search="pompeo").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("c")
        await until(pilot, lambda: "links" in text(pilot))
        await pilot.press("W")
        await until(pilot, lambda: "◆ players 17:13  ▲ loaded 2:1" in text(pilot))
        await pilot.press("x")
        await until(pilot, lambda: "◆ players 13:17  ▲ loaded 1:2" in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "◆ players 17  ▲ loaded 2" in text(pilot))


async def test_an_article_of_a_list_keeps_its_title_above_the_legend(launch: Launch) -> None:
    async with launch(search="pompeo").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("W", "asterisk")
        await until(pilot, lambda: "every use" in text(pilot) or "uses" in text(pilot))
        await until(pilot, lambda: "Pompeo" in text(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "◆ players" in text(pilot))
        (above,) = [line for line in text(pilot).splitlines() if "◆ players" in line]
        assert re.search(r"(Al Jazeera|Press TV|unknown source).* {3}◆ players \d+", above)
        await pilot.press("W", "W", "W")
        await until(pilot, lambda: "◆ players" not in text(pilot))
        assert re.search("Al Jazeera|Press TV|unknown source", text(pilot).splitlines()[0])


async def test_finding_in_an_article_keeps_the_lists_lit(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("W")
        await until(pilot, lambda: "◆ players" in text(pilot))
        await pilot.press("ctrl+f", *"pentagon")
        await until(pilot, lambda: reader(pilot).matches > 0)
        reading = reader(pilot).reading
        assert reading is not None
        assert reading.listed.counts


async def test_without_lists_the_command_is_not_offered(launch: Launch, home: Path) -> None:
    remove(home)
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert (
            "W" not in pilot.app.screen.active_bindings
            or not pilot.app.screen.active_bindings["W"].enabled
        )


def remove(home: Path) -> None:
    (home / "config" / "diptych" / "settings.toml").unlink()


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES, ids=NAMES)
def test_lists_in_an_article_look_as_they_did(
    snap_compare: Any, launch: Launch, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("3", "W")
        await until(pilot, lambda: "◆ players" in text(pilot))

    assert snap_compare(launch(search="pompeo"), terminal_size=size, run_before=before)


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES, ids=NAMES)
def test_lists_in_a_comparison_look_as_they_did(
    snap_compare: Any, launch: Launch, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("c")
        await until(pilot, lambda: "meets" in text(pilot))
        await pilot.press("W")
        await until(pilot, lambda: "◆ players" in text(pilot))

    assert snap_compare(launch(search="pompeo"), terminal_size=size, run_before=before)
