"""Settings seen and changed in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from library import filled, reader, text, until

from tui.widgets.setting_list import SettingList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)
SIZES = [(60, 20), (80, 24), (160, 36)]


@pytest.fixture
def file(home: Path) -> Path:
    folder = home / "config" / "diptych"
    folder.mkdir(parents=True)
    return folder / "settings.toml"


def put(file: Path, content: str) -> None:
    file.write_text(content, "utf-8")


def content(file: Path) -> str | None:
    return file.read_text("utf-8") if file.exists() else None


async def open_at(pilot: Pilot[None], name: str) -> None:
    """Open the settings and go to one of them."""
    await filled(pilot)
    await pilot.press("f2")
    await until(pilot, lambda: bool(pilot.app.screen.query(SettingList)))
    settings = pilot.app.screen.query_one(SettingList)
    await until(pilot, lambda: settings.total > 0)
    names = [row.setting.name for row in settings._rows]
    settings.go(names.index(name))
    await pilot.pause()


async def test_a_column_is_changed_in_the_file_and_at_once(launch: Launch, file: Path) -> None:
    put(file, "column = 60 # narrow\n")
    async with launch().run_test(size=SIZE) as pilot:
        await open_at(pilot, "column")
        assert "Cells of a line of text." in text(pilot)
        await pilot.press("enter", *["backspace"] * 2, *"9999", "enter")
        await until(pilot, lambda: "goes from 30 to 200" in text(pilot))
        await pilot.press(*["backspace"] * 2, "enter")
        await until(pilot, lambda: content(file) == "column = 99 # narrow\n")
        await pilot.press("escape")
        await until(pilot, lambda: reader(pilot).column == 99)


async def test_a_switch_is_shown_and_changed_as_it_is_written(launch: Launch, file: Path) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await open_at(pilot, "watch")
        assert "By default: true." in text(pilot)
        assert "True" not in text(pilot)
        await pilot.press("enter", "enter")  # as it was
        await until(pilot, lambda: content(file) == "watch = true\n")
        assert "wants" not in text(pilot)
        await pilot.press("enter", *["backspace"] * 4, *"false", "enter")
        await until(pilot, lambda: content(file) == "watch = false\n")


async def test_a_theme_of_ones_own_is_offered_and_stays(launch: Launch, file: Path) -> None:
    put(
        file, '[themes.dusk]\nprimary = "#8fb8de"\nforeground = "#d8d8d2"\nbackground = "#101214"\n'
    )
    async with launch().run_test(size=SIZE) as pilot:
        await open_at(pilot, "theme")
        assert "dusk" in pilot.app.available_themes
        await pilot.press("enter", *["backspace"] * 12, *"dusk", "enter")
        await until(pilot, lambda: pilot.app.theme == "dusk")
        assert 'theme = "dusk"\n' in (content(file) or "")
        pilot.app.theme = "nord"
        await pilot.pause()
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert pilot.app.theme == "nord"  # what was chosen last


async def test_a_key_is_pressed_refused_where_it_is_taken_and_works_at_once(
    launch: Launch, file: Path
) -> None:
    async with launch(search="pompeo").run_test(size=SIZE) as pilot:
        await open_at(pilot, "keys.next-match")
        await pilot.press("enter")
        await until(pilot, lambda: "Press the key for next-match" in text(pilot))
        await pilot.press("N")
        await until(pilot, lambda: "next-match takes N from previous-match" in text(pilot))
        await pilot.press("f8")
        await until(pilot, lambda: content(file) is not None)
        await until(pilot, lambda: "Press the key" not in text(pilot))
        await pilot.press("plus", "f7")
        await until(pilot, lambda: content(file) == '[keys]\nnext-match = "f8,f7"\n')
        await pilot.press("escape")
        await until(pilot, lambda: "f8 next match" in text(pilot))
        await pilot.press("f7")
        await until(pilot, lambda: reader(pilot).current == 0)


async def test_a_setting_is_taken_out_again(launch: Launch, file: Path) -> None:
    put(file, "[keys]\n# mine\nhelp = 'f4'\n")
    async with launch().run_test(size=SIZE) as pilot:
        await open_at(pilot, "keys.help")
        await pilot.press("backspace")
        await until(pilot, lambda: content(file) == "[keys]\n# mine\n")
        await pilot.press("escape", "f1")
        await until(pilot, lambda: "Everywhere" in text(pilot) or "Help" in text(pilot))


async def test_to_give_up_changes_nothing(launch: Launch, file: Path) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        for name in ("column", "keys.help"):
            await open_at(pilot, name)
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("escape")
            await until(pilot, lambda: not pilot.app.screen.query(SettingList))
    assert content(file) is None


async def test_a_damaged_file_is_said_and_kept(launch: Launch, file: Path) -> None:
    put(file, "column = [\n")
    async with launch().run_test(size=SIZE) as pilot:
        await open_at(pilot, "column")
        assert "TOML" in text(pilot)
        await pilot.press("enter", "enter")
        await pilot.press(*["backspace"] * 2, *"80", "enter")
        await until(pilot, lambda: "nothing was changed" in text(pilot))
    assert content(file) == "column = [\n"


async def test_what_holds_later_says_so(launch: Launch, file: Path) -> None:
    async with launch().run_test(size=SIZE, notifications=True) as pilot:
        await open_at(pilot, "memory")
        await pilot.press("enter", *["backspace"] * 3, *"640", "enter")
        await until(pilot, lambda: "from the next start on" in text(pilot))
    assert content(file) == "memory = 640\n"


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES, ids=["small", "middling", "large"])
def test_the_settings_look_as_they_did(
    snap_compare: Any, launch: Launch, file: Path, size: tuple[int, int]
) -> None:
    put(file, 'column = 60\n[keys]\nhelp = "f4"\n')

    async def before(pilot: Pilot[None]) -> None:
        await open_at(pilot, "column")
        await pilot.press("enter")
        await pilot.pause()

    assert snap_compare(launch(), terminal_size=size, run_before=before)
