from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from library import filled, screen, text, until

from tui.screens.picker.command_picker import CommandPicker
from tui.screens.picker.theme_picker import ThemePicker

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


def chosen(pilot: Pilot[None]) -> str:
    """Give the line of the palette, or of a list like it, that is shown as chosen."""
    return next((line for line in text(pilot).splitlines() if "│ ▌ " in line), "")


@pytest.mark.parametrize(
    ("typed", "done"),
    [
        ("oldest", lambda here: here.results.sort == "oldest"),
        ("zoom", lambda here: here.panes.alone),
        ("to the sources", lambda here: here.panes.current == "sources"),
    ],
)
async def test_the_command_that_is_shown_is_run(
    launch: Launch, typed: str, done: Callable[..., bool]
) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("ctrl+p", *(letter if letter != " " else "space" for letter in typed))
        await pilot.press("enter")
        await until(pilot, lambda: done(screen(pilot)))
        assert pilot.app.screen is screen(pilot)


def in_footer(pilot: Pilot[None], said: tuple[str, ...]) -> bool:
    footer = text(pilot).splitlines()[-1]
    return all(one in footer for one in said)


async def test_what_was_run_last_is_first_the_next_time(launch: Launch) -> None:
    async with launch().run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        await pilot.press("ctrl+p", *"wider", "enter")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPicker))
        await until(pilot, lambda: "wider" in chosen(pilot))


async def test_the_footer_has_the_keys_of_what_lies_on_top(launch: Launch) -> None:
    async with launch().run_test(size=(100, 30)) as pilot:
        await filled(pilot)
        for key, said in (
            ("ctrl+p", ("enter take", "esc back")),
            ("C", ("enter take", "esc back")),
            ("e", ("enter take out", "esc back")),
            ("vertical_line", ("enter run", "esc back")),
            ("t", ("enter keep", "esc back")),
            ("a", ("ctrl+s keep", "esc back")),
            ("f2", ("enter change", "esc back")),
            ("question_mark", ("/ search", "esc close")),
        ):
            await pilot.press(key)
            await until(pilot, lambda: pilot.app.screen is not screen(pilot))
            await until(pilot, partial(in_footer, pilot, said))
            assert "c compare" not in text(pilot).splitlines()[-1]
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is screen(pilot))


async def test_colours_show_while_they_are_chosen(launch: Launch) -> None:
    async with launch().run_test(size=(100, 30)) as pilot:
        await filled(pilot)
        await pilot.app.run_action("theme")
        await until(pilot, lambda: isinstance(pilot.app.screen, ThemePicker))
        await until(pilot, lambda: "diptych-dark" in chosen(pilot))
        await pilot.press("down")
        await until(pilot, lambda: pilot.app.theme == "diptych-light")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.theme == "diptych-dark")
        await pilot.app.run_action("theme")
        await until(pilot, lambda: isinstance(pilot.app.screen, ThemePicker))
        await pilot.press(*"nord")
        await until(pilot, lambda: pilot.app.theme == "nord")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
    async with launch().run_test(size=(100, 30)) as pilot:
        assert pilot.app.theme == "nord"
