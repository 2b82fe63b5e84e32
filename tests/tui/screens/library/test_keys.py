from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import articles, filled, screen, search, search_text, text, until
from textual.events import Paste

from tui.screens.overlay.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


def first_line(pilot: Pilot[None]) -> str:
    return text(pilot).splitlines()[0]


def footer(pilot: Pilot[None]) -> str:
    return text(pilot).splitlines()[-1]


async def test_the_search_line_says_what_leads_to_it_and_what_typing_does(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        assert "/ searches, ? helps" in first_line(pilot)
        await pilot.press("slash")
        await until(pilot, lambda: "type to search, ? helps" in first_line(pilot))
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, Sheet))
        await pilot.press("escape", "w", "question_mark")
        await until(pilot, lambda: search_text(pilot) == "w?")


async def test_pasted_lines_become_one(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("slash")
        pilot.app.post_message(Paste("border\r\n\r\n  crisis \n"))
        await until(pilot, lambda: search_text(pilot) == "border crisis")


async def test_q_goes_one_level_back_and_leaves_from_the_list(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: screen(pilot).panes.current == "reader")
        await pilot.press("q")
        await until(pilot, lambda: articles(pilot).has_focus)
        await until(pilot, lambda: "esc back" in footer(pilot) and "quit" not in footer(pilot))
        await pilot.press("q")
        await until(pilot, lambda: search_text(pilot) == "")
        await until(pilot, lambda: "q quit" in footer(pilot))
        assert not pilot.app._exit
        await pilot.press("q")
        await until(pilot, lambda: pilot.app._exit)


async def test_q_closes_what_lies_over_the_library(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        for key in ("c", "V", "A", "M", "f2"):
            await pilot.press(key)
            await until(pilot, lambda: pilot.app.screen is not screen(pilot))
            await pilot.press("q")
            await until(pilot, lambda: pilot.app.screen is screen(pilot))
            assert not pilot.app._exit


async def test_a_key_that_can_do_nothing_says_why(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        await pilot.press("n")
        await until(pilot, lambda: "There are no matches in this article." in text(pilot))
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "There is no place to go back to." in text(pilot))


@pytest.mark.parametrize(("width", "room"), [(40, 38), (80, 78), (120, 60)])
async def test_a_query_has_the_room_while_it_is_written(
    launch: Launch, width: int, room: int
) -> None:
    async with launch().run_test(size=(width, 24)) as pilot:
        await filled(pilot)
        await pilot.press("slash")
        await until(pilot, lambda: ("diptych" in first_line(pilot)) is (width > 80))
        assert "newest" in first_line(pilot)
        await pilot.press(*("a" * room))
        line = screen(pilot).query_one("#search")
        await until(pilot, lambda: line.size.width >= room)
        await pilot.press("escape")
        await until(pilot, lambda: "diptych" in first_line(pilot))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_way_out_and_help_are_in_the_footer_at_any_width(
    launch: Launch, width: int
) -> None:
    async with launch().run_test(size=(width, 24)) as pilot:
        await filled(pilot)
        assert "q quit" in footer(pilot)
        assert "? help" in footer(pilot)
        await pilot.press("3")
        await until(pilot, lambda: "esc back" in footer(pilot))
