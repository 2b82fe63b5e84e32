"""Why sentences are linked, and walking the links of a comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from flood import Harness, Placed, comparison_of, settled, surroundings
from onscreen import on_top
from rich.style import Style

from search import bundled
from tui.screens.comparison.screen import ComparisonScreen
from tui.themes import NO_COLOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk, Link


def screen(pilot: Pilot[None]) -> ComparisonScreen:
    return on_top(pilot.app, ComparisonScreen)


def links(pilot: Pilot[None]) -> tuple[Link, ...]:
    view = screen(pilot).view
    assert view is not None
    return view.comparison.links


def chosen(pilot: Pilot[None]) -> int:
    choice = screen(pilot).cursor.choice
    assert choice is not None
    assert choice.link is not None
    return choice.link


def rows(pilot: Pilot[None], widget: str) -> list[str]:
    found = pilot.app.screen.query_one(widget)
    return [found.render_line(y).text.rstrip() for y in range(found.size.height)]


def looks(pilot: Pilot[None], word: str) -> Style:
    """Give the style of a word of the left side."""
    column = pilot.app.screen.query_one("#left")
    for y in range(column.size.height):
        for segment in column.render_line(y):
            if word in segment.text:
                return segment.style or Style()
    raise AssertionError(word)


async def test_words_that_both_have_look_unlike_those_of_one_in_every_theme(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press(*["full_stop"] * 6)
        for theme in ("textual-dark", "textual-light", "ansi-dark", "ansi-light"):
            app.theme = theme
            await settled(pilot)
            shared, own, neither = (
                looks(pilot, word) for word in ("siren", "according", "because")
            )
            assert shared.bold
            assert not shared.italic
            assert own.italic
            assert not neither.italic
            assert len({shared.color, own.color, neither.color}) == 3


async def test_words_that_both_have_look_unlike_those_of_one_without_colours(
    flood: Path, open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    app.theme = NO_COLOR
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press(*["full_stop"] * 6)
        shared, own, neither = (looks(pilot, word) for word in ("siren", "according", "because"))
        assert (shared.reverse, own.reverse, neither.reverse) == (True, None, None)
        assert (shared.italic, own.italic, neither.italic) == (None, True, None)


async def test_the_strongest_links_come_first_and_round_again(
    open_desk: Callable[..., Desk],
) -> None:
    app = Harness(comparison_of(open_desk(bundled()), "al-jazeera", "press-tv"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        seen = []
        for _ in links(pilot):
            await pilot.press("greater_than_sign")
            seen.append(links(pilot)[chosen(pilot)])
        assert sorted(set(seen), key=seen.index) == seen
        tiers = [["same words", "says the same", "related"].index(link.tier) for link in seen]
        assert tiers == sorted(tiers)
        assert f"{len(seen)} of {len(seen)}, the strongest first" in rows(pilot, "Masthead")[3]
        await pilot.press("greater_than_sign")
        assert links(pilot)[chosen(pilot)] == seen[0]
        await pilot.press("less_than_sign")
        assert links(pilot)[chosen(pilot)] == seen[-1]


async def test_only_the_upper_tiers_are_shown_and_walked(open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(bundled()), "al-jazeera", "press-tv"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("right_curly_bracket")
        assert links(pilot)[chosen(pilot)].tier == "related"
        await pilot.press("v")
        assert "only = and ≈" in rows(pilot, "Masthead")[3]
        assert not any(row.lstrip("┃ ").startswith("~") for row in rows(pilot, "#left"))
        upper = [i for i, link in enumerate(links(pilot)) if link.tier != "related"]
        walked = []
        for _ in upper:
            await pilot.press("right_curly_bracket")
            walked.append(chosen(pilot))
        assert sorted(walked) == upper
        await pilot.press("v")
        assert "only no match found" in rows(pilot, "Masthead")[3]
        await pilot.press("v", "left_curly_bracket")
        assert "only" not in rows(pilot, "Masthead")[3]


async def test_sentences_are_walked_one_by_one_whether_they_are_linked_or_not(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        view = screen(pilot).view
        assert view is not None
        count = len(view.sides.left.sentences)
        seen = []
        for _ in range(count):
            await pilot.press("full_stop")
            choice = screen(pilot).cursor.here
            assert choice is not None
            seen.append(choice.sentence)
        assert seen == list(range(count))
        await pilot.press("full_stop")
        assert "no sentence after this one" in rows(pilot, "Masthead")[3]
        await pilot.press("comma")
        here = screen(pilot).cursor.here
        assert here is not None
        assert here.sentence == count - 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_comparison_opens_at_the_link_of_its_route(
    size: tuple[int, int], flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        route, link = screen(pilot).route, chosen(pilot)
    assert route.link is not None
    again = Harness(Placed(ComparisonScreen(route, surroundings(desk)), desk))
    async with again.run_test(size=size) as pilot:
        await settled(pilot)
        assert chosen(pilot) == link
        assert screen(pilot).route == route
        await pilot.press("right_curly_bracket")
        await settled(pilot)
        assert screen(pilot).route != route
    gone = Harness(
        Placed(ComparisonScreen(replace(route, link=(99, 99)), surroundings(desk)), desk)
    )
    async with gone.run_test(size=size) as pilot:
        await settled(pilot)
        assert screen(pilot).cursor.choice is None
