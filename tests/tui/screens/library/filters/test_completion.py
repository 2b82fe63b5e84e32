from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import articles, filled, screen, search_text, text, until

from tui.screens.library.filters.completion import Typed, fitting, values_of, written
from tui.widgets.filters.value_list import ValueList
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


def offered(pilot: Pilot[None]) -> list[tuple[str, int | None]]:
    return [(one.label, one.articles) for one in screen(pilot).query_one(ValueList)._offers]


async def begin(pilot: Pilot[None], *keys: str) -> None:
    await filled(pilot)
    await pilot.press("slash", *keys)
    await until(pilot, lambda: offered(pilot))


async def test_values_come_with_what_they_find_and_typing_narrows_them(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await begin(pilot, *"maduro", "space", *"source", "colon")
        assert ("DW", 1) in offered(pilot)
        await pilot.press("p")
        await until(pilot, lambda: [label for label, _ in offered(pilot)][:1] == ["Press TV"])
        await pilot.press("tab")
        await until(pilot, lambda: search_text(pilot) == 'maduro source:"Press TV" ')
        assert offered(pilot) == []
        await until(pilot, lambda: screen(pilot).results.total == 1)
        assert screen(pilot).query_one(SearchLine).has_focus


async def test_nothing_is_chosen_beforehand_and_down_enters_the_list(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await begin(pilot, *"source", "colon")
        assert not any(f"▸ {label}" in text(pilot) for label, _ in offered(pilot))
        second = offered(pilot)[1][0]
        await pilot.press("down", "down", "up", "up", "down", "down")
        await until(pilot, lambda: f"▸ {second}" in text(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: search_text(pilot) == f'source:"{second}" ')


async def test_enter_searches_while_nothing_is_chosen(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await begin(pilot, *"is", "colon")
        assert [label for label, _ in offered(pilot)] == ["read", "unread", "starred"]
        await pilot.press(*"unread", "enter")
        await until(pilot, lambda: articles(pilot).has_focus)
        assert search_text(pilot) == "is:unread"
        assert offered(pilot) == []


async def test_escape_closes_the_list_and_then_leaves_the_line(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await begin(pilot, *"date", "colon")
        await pilot.press("escape")
        await until(pilot, lambda: offered(pilot) == [])
        assert screen(pilot).query_one(SearchLine).has_focus
        await pilot.press("escape")
        await until(pilot, lambda: articles(pilot).has_focus)


async def test_names_of_fields_are_completed_and_a_click_takes_one(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await begin(pilot, *"sou")
        assert offered(pilot) == [("source:", None)]
        await pilot.press("tab")
        await until(pilot, lambda: search_text(pilot) == "source:" and len(offered(pilot)) > 1)
        first = offered(pilot)[0][0]
        await pilot.click(ValueList, offset=(3, 0))
        await until(pilot, lambda: search_text(pilot) == f'source:"{first}" ')


async def test_without_a_list_tab_goes_on_to_the_panes(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("slash", *"maduro", "tab")
        await until(pilot, lambda: articles(pilot).has_focus)


def test_what_begins_with_the_letters_comes_first_and_is_written_so_that_it_can_be_read() -> None:
    values = values_of(Typed("source", ""), (("The Sun", 9), ("Súnday", 2), ("Sun", 1), (None, 1)))
    assert [one.name for one in fitting(values, "sun")] == ["Súnday", "Sun", "The Sun"]
    assert written(values, "Sun") == 'source:="Sun"'
    assert written(values, "The Sun") == 'source:"The Sun"'
    assert [written(values, one.name) for one in fitting(values, "?")] == ["source:?"]
    authors = values_of(Typed("author", ""), (('A "B" C', 1),))
    assert written(authors, 'A "B" C') == 'author:"A  B  C"'
    months = values_of(Typed("date", ""), (("2019-01", 1), ("2019-02", 2)))
    assert [written(months, one.name) for one in fitting(months, "")] == [
        "date:2019-02",
        "date:2019-01",
    ]


def test_of_many_values_few_are_shown() -> None:
    values = values_of(Typed("tag", ""), tuple((f"t{i}", 1) for i in range(10_000)))
    assert len(fitting(values, "t")) == 8


async def test_a_long_hostile_line_costs_no_more(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        line = screen(pilot).query_one(SearchLine)
        line.set_text("-source:" * 2_400)
        await pilot.press("slash", "end", "space", "x")
        await until(pilot, lambda: search_text(pilot).endswith(" x"))
        assert offered(pilot) == []


@pytest.mark.parametrize("moves", [("home",), ("left", "left")])
async def test_offers_are_for_where_the_cursor_is(launch: Launch, moves: tuple[str, ...]) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await begin(pilot, *"maduro", "space", *"source", "colon")
        await pilot.press(*moves)
        await until(pilot, lambda: not offered(pilot))
        await pilot.press("tab")
        assert search_text(pilot) == "maduro source:"


async def test_a_field_that_is_taken_before_other_words_offers_its_values(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await begin(pilot, "space", *"maduro", "home", *"sour")
        await pilot.press("tab")
        await until(pilot, lambda: search_text(pilot) == "source: maduro")
        await until(pilot, lambda: ("DW", 1) in offered(pilot))
        await pilot.press("tab")
        assert search_text(pilot).endswith('" maduro')
