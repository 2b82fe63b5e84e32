from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from library import filled, reader, screen, search, text, until
from textual.color import Color

from tui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.theme import Theme

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


def shown(pilot: Pilot[None], said: str) -> bool:
    return said in text(pilot)


def write_settings(home: Path, content: str) -> None:
    folder = home / "config" / "diptych"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(content, encoding="utf-8")


async def test_keys_can_be_changed_and_key_line_and_help_say_the_new_ones(
    launch: Launch, home: Path
) -> None:
    write_settings(home, '[keys]\nnext-match = "f3,n"\n')
    async with launch(search="pompeo").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: reader(pilot).current == 0)
        await until(pilot, lambda: "f3 next match" in text(pilot))
        await pilot.press("question_mark")
        await until(pilot, lambda: "f3  n " in text(pilot))


async def test_a_theme_and_a_column_can_be_chosen(launch: Launch, home: Path) -> None:
    write_settings(home, 'theme = "diptych-light"\ncolumn = 44\n')
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert pilot.app.theme == "diptych-light"
        assert reader(pilot).column == 44
        await pilot.press("plus")
        assert reader(pilot).column == 48


async def test_a_theme_chosen_in_the_app_is_there_again(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert pilot.app.theme == "diptych-dark"
        pilot.app.theme = "nord"
        await pilot.pause()
    async with launch().run_test(size=SIZE) as pilot:
        assert pilot.app.theme == "nord"


async def test_what_is_wrong_with_the_settings_is_said(launch: Launch, home: Path) -> None:
    write_settings(home, 'theme = "[bold]none"\n[keys]\nfly = "f"\n')
    async with launch().run_test(size=SIZE, notifications=True) as pilot:
        await filled(pilot)
        await until(pilot, lambda: 'no command is called "fly"' in text(pilot))
        assert 'no theme called "[bold]none"' in text(pilot)


async def test_a_command_is_found_by_its_name_and_run(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Search the library" in text(pilot))
        assert "Search for the suggested spelling" not in text(pilot)
        await pilot.press(*"oldest")
        await until(pilot, lambda: "Search the library" not in text(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "· oldest ·" in text(pilot))


async def test_help_shows_where_the_user_is_first(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        for keys, heading in (("2", "In the list of articles"), ("3", "In an article")):
            await pilot.press(keys, "question_mark")
            await until(pilot, partial(shown, pilot, heading))
            await pilot.press("q")
        await pilot.press("slash", "f1")
        await until(pilot, lambda: "In the search line" in text(pilot))
        await pilot.press("end")
        await until(pilot, lambda: "What can be searched" in text(pilot))
        assert "so many matches" in text(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is screen(pilot)


@pytest.mark.parametrize("key", ["question_mark", "C"])
async def test_the_terminal_can_be_given_back_from_what_lies_over_a_screen(
    launch: Launch, key: str
) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is not screen(pilot))
        assert {"ctrl+z", "ctrl+q"} <= pilot.app.screen.active_bindings.keys()


async def test_all_of_help_is_searched_from_anywhere(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: "In the list of articles" in text(pilot))
        await pilot.press("slash", *"align")
        await until(pilot, lambda: "In a comparison" in text(pilot))
        assert "In the list of articles" not in text(pilot)
        await pilot.press(*"qq")
        await until(pilot, lambda: "Nothing in help has these words" in text(pilot))
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: "In the list of articles" in text(pilot))
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))


async def test_what_help_says_of_a_key_goes_on_below_itself(launch: Launch) -> None:
    async with launch().run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: "Who else says this" in text(pilot))
        shown = text(pilot).splitlines()
        at = next(y for y, line in enumerate(shown) if "Who else says this" in line)
        assert shown[at + 1].index("elsewhere") == shown[at].index("Who else says this")


async def test_help_says_what_signs_and_figures_mean(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        for key, asks, said in (("c", "f1", "“Meets”:"), ("C", "f1", "“Close”:")):
            await pilot.press(key)
            await until(pilot, lambda: pilot.app.screen is not screen(pilot))
            await pilot.press(asks)
            await until(pilot, partial(shown, pilot, said))
            await pilot.press("escape", "escape")
            await until(pilot, lambda: pilot.app.screen is screen(pilot))


@pytest.mark.parametrize("over", ["C", "question_mark"])
async def test_the_app_can_be_left_from_an_overlay(launch: Launch, over: str) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press(over)
        await until(pilot, lambda: pilot.app.screen is not screen(pilot))
        await pilot.press("q")
        assert pilot.app.is_running
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app._exit)


async def test_without_colours_matches_and_the_current_row_are_still_told_apart(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("enter", "n")
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        background = Color(0, 0, 0)
        without = [strip.apply_filter(pilot.app._filters[-1], background) for strip in strips]
        segments = [segment for strip in without for segment in strip]
        colours = {s.style.color for s in segments if s.style and s.style.color}
        assert all(colour.is_default for colour in colours)
        assert any(s.style.underline for s in segments if s.style and "Pompeo" in s.text)
        assert any(s.style.reverse for s in segments if s.style and "Pompeo" in s.text)
        assert "┃▌ " in text(pilot)


def luminance(colour: Color) -> float:
    """Give the relative luminance that WCAG 2 defines, 0 to 1."""
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_our_own_colours_can_be_read(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    background = luminance(Color.parse(colours["background"]))
    for name in ("foreground", "text-warning", "text-accent", "text-primary", "text-error"):
        ink = luminance(Color.parse(colours[name]))
        assert (max(ink, background) + 0.05) / (min(ink, background) + 0.05) >= 4.5, name
