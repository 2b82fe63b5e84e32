from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import filled, text, until

from search import shown_library
from tui.remembered import RecentLibraries
from tui.screens.picker.label_list import LabelList
from tui.screens.picker.library_picker import LibraryPicker
from tui.settings import settings_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


@pytest.fixture
def others(tmp_path: Path) -> list[Path]:
    """Give three libraries opened before, the latest first; one is gone."""
    libraries = [tmp_path / "kept" / name for name in ("harbour", "river", "gone")]
    for library in libraries[:2]:
        library.mkdir(parents=True)
    for library in reversed(libraries):
        RecentLibraries().remember(library)
    return libraries


async def begin(pilot: Pilot[None]) -> LabelList:
    await filled(pilot)
    await pilot.press("ctrl+p", *"another library", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, LibraryPicker))
    return pilot.app.screen.query_one(LabelList)


def listed(rows: LabelList) -> list[str]:
    return [name for name, _ in rows._rows]


async def test_libraries_opened_lately_are_listed_and_letters_narrow_them(
    launch: Launch, others: list[Path]
) -> None:
    app = launch()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await begin(pilot)
        assert listed(rows) == ["harbour", "river"]
        await pilot.press(*"riv")
        await until(pilot, lambda: listed(rows) == ["river"])
        await pilot.press("enter")
        await until(pilot, lambda: app.next_library is not None)
    assert app.next_library == others[1]
    assert app.return_code == 0


async def test_a_path_is_completed_and_one_that_is_nowhere_opens_nothing(
    launch: Launch, others: list[Path]
) -> None:
    app = launch()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await begin(pilot)
        folder = str(others[0].parent)
        await pilot.press(*f"{folder}/x", "enter")
        await until(pilot, lambda: "no such folder" in text(pilot))
        assert app.next_library is None
        await pilot.press("backspace")
        await until(pilot, lambda: [name[-8:] for name in listed(rows)] == ["harbour/", "t/river/"])
        await pilot.press("h", "tab", "enter")
        await until(pilot, lambda: app.next_library is not None)
    assert app.next_library == others[0]


async def test_going_back_stays_in_this_library(launch: Launch, others: list[Path]) -> None:
    assert others
    app = launch()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, LibraryPicker))
    assert app.next_library is None


async def test_without_others_it_is_said_how_to_name_one(launch: Launch) -> None:
    async with launch().run_test(size=(80, 24)) as pilot:
        assert listed(await begin(pilot)) == []
        await until(pilot, lambda: "A path begins with" in text(pilot))


async def test_archives_of_the_settings_are_listed_by_name_and_picked_by_address(
    launch: Launch, others: list[Path]
) -> None:
    address = "opensearch+https://a.example:9200/news"
    file = settings_path()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'[archives.desk]\naddress = "{address}"\n', "utf-8")
    app = launch()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await begin(pilot)
        assert listed(rows) == ["harbour", "river", "desk"]
        await pilot.press(*"desk")
        assert listed(rows) == ["desk"]
        await pilot.press("enter")
        await until(pilot, lambda: app.next_library is not None)
    assert shown_library(app.next_library) == address
    assert others
