"""Filters by sources and months in the running app."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from library import articles, filled, screen, search, search_text, text, until

from search import parse
from tui.widgets.filters.month_strip import MonthStrip
from tui.widgets.filters.sources_pane import SourcesPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

PAPERS = (
    ("a", "Tide", "2021-01-04", "ferry"),
    ("b", "Tide", "2021-01-20", "bridge"),
    ("c", "Tide Online", "2021-03-02", "ferry"),
    ("d", "Pilot", "2021-03-03", "ferry"),
    ("e", "Pilot", "2021-06-09", "bridge"),
    ("f", "", "2021-06-10", "ferry"),
    ("g", "Pilot", "", "ferry"),
)


@pytest.fixture
def coast(tmp_path: Path) -> Path:
    """Give a library of seven short articles, of one no source is known and of one no day."""
    library = tmp_path / "coast"
    library.mkdir()
    for name, source, day, word in PAPERS:
        head = [f"title: The {word} of {name}"]
        head += [f"source: {source}"] if source else []
        head += [f"date: {day}"] if day else []
        body = f"The {word} was closed again on that morning, as the harbour master had said."
        (library / f"{name}.md").write_text("\n".join(["---", *head, "---", "", body, ""]))
    return library


def sources(pilot: Pilot[None]) -> dict[str, int]:
    pane = screen(pilot).query_one(SourcesPane)
    return {one.label: one.count for one in pane._facets}


def months(pilot: Pilot[None]) -> dict[str | None, int]:
    return dict(screen(pilot).query_one(MonthStrip)._counts)


async def found(pilot: Pilot[None], query: str, total: int) -> None:
    await until(pilot, lambda: search_text(pilot) == query)
    await until(pilot, lambda: screen(pilot).results.total == total)
    await filled(pilot)


async def test_several_sources_and_a_range_of_months_together_and_every_count_obeys_the_others(
    launch: Launch, coast: Path
) -> None:
    async with launch(coast).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "ferry", 5)
        await pilot.press("enter", "4", "home", "shift+right", "shift+right", "enter")
        await found(pilot, "ferry date:2021-01..2021-03", 3)
        await until(
            pilot, lambda: sources(pilot) == {"All": 3, "Pilot": 1, "Tide": 1, "Tide Online": 1}
        )
        assert months(pilot) == {"2021-01": 1, "2021-03": 2, "2021-06": 1, None: 1}
        await pilot.press("escape", "1", "j", "enter", "j", "enter")
        both = 'ferry (source:"Pilot" OR source:="Tide") date:2021-01..2021-03'
        await found(pilot, both, 2)
        assert sources(pilot) == {"All": 3, "Pilot": 1, "Tide": 1, "Tide Online": 1}
        await until(pilot, lambda: months(pilot) == {"2021-01": 1, "2021-03": 1, None: 1})
        parse(both)


async def test_each_line_finds_just_as_many_as_it_says(launch: Launch, coast: Path) -> None:
    async with launch(coast).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("1")
        for label, count in list(sources(pilot).items())[1:]:
            pane = screen(pilot).query_one(SourcesPane)
            facet = next(one for one in pane._facets if one.label == label)
            pane.post_message(SourcesPane.Picked(facet))
            await until(pilot, partial(lambda n: screen(pilot).results.total == n, count))
            pane.post_message(SourcesPane.Picked(facet))
            await until(pilot, lambda: screen(pilot).results.total == len(PAPERS))


async def test_what_has_no_source_and_what_has_no_day_can_be_chosen(
    launch: Launch, coast: Path
) -> None:
    async with launch(coast).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("1", "G", "enter")
        await found(pilot, "source:?", 1)
        await pilot.press("enter")
        await found(pilot, "", 7)
        await pilot.press("4", "end", "enter")
        await found(pilot, "date:?", 1)
        assert "(no date) · 1" in text(pilot)


async def test_months_are_chosen_by_the_mouse(launch: Launch, coast: Path) -> None:
    async with launch(coast).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        bars = screen(pilot).query_one(MonthStrip)._bars
        third = bars[2].start + 1
        await pilot.click(MonthStrip, offset=(third, 0))
        await found(pilot, "date:2021-03", 2)
        await pilot.click(MonthStrip, offset=(third, 0))
        await found(pilot, "", 7)
        await pilot.mouse_down(MonthStrip, offset=(third, 0))
        await pilot.hover(MonthStrip, offset=(bars[5].start + 1, 0))
        await pilot.mouse_up(MonthStrip, offset=(bars[5].start + 1, 0))
        await found(pilot, "date:2021-03..2021-06", 4)
        assert "2021-03 ─ 2021-06 · 4" in text(pilot)


async def test_in_a_low_window_the_timeline_is_there_where_it_is_used(
    launch: Launch, coast: Path
) -> None:
    async with launch(coast).run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        strip = screen(pilot).query_one(MonthStrip)
        await until(pilot, lambda: not strip.display)
        await pilot.press("4")
        await until(pilot, lambda: strip.display and strip.has_focus)
        await pilot.press("home", "enter")
        await found(pilot, "date:2021-01", 2)
        await pilot.press("escape")
        assert strip.display
        assert articles(pilot).has_focus
        assert search_text(pilot) == "date:2021-01"
        await pilot.press("escape")
        await found(pilot, "", 7)
        await until(pilot, lambda: not strip.display)


async def test_a_slash_in_the_sources_narrows_them_and_elsewhere_searches(
    launch: Launch, coast: Path
) -> None:
    async with launch(coast).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("1")
        await until(pilot, lambda: "/ narrow" in text(pilot))
        await pilot.press("slash", *"tide", "down", "enter")
        await found(pilot, 'source:"Tide Online"', 1)
        await pilot.press("2")
        await until(pilot, lambda: "/ search" in text(pilot))
        await search(pilot, "x", 0)


async def test_the_sources_can_be_made_wider_and_stay_so(launch: Launch, coast: Path) -> None:
    async with launch(coast).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        pane = screen(pilot).query_one(SourcesPane)
        before = pane.outer_size.width
        await pilot.press("1", "plus", "plus", "minus", "plus")
        await until(pilot, lambda: pane.outer_size.width == before + 4)
    async with launch(coast).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        assert screen(pilot).query_one(SourcesPane).outer_size.width == before + 4


async def test_backspace_removes_a_filter_whole(launch: Launch, coast: Path) -> None:
    async with launch(coast).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("1", "j", "enter")
        await until(pilot, lambda: set(months(pilot)) == {"2021-03", "2021-06", None})
        await pilot.press("4", "home", "enter")
        await found(pilot, 'source:"Pilot" date:2021-03', 1)
        await pilot.press("escape", "2", "slash", "end", "backspace")
        await found(pilot, 'source:"Pilot"', 3)
        await pilot.press("backspace")
        await found(pilot, "", 7)
