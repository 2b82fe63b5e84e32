"""The panel of a comparison, used by keys and by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import Harness, comparison_of, kept_panel, settled
from onscreen import has_focus
from reports import write_reports

from tui.remembered import ChosenPanel
from tui.widgets.column import Column
from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk

NEXT, BEFORE = "right_square_bracket", "left_square_bracket"


@pytest.fixture
def app(tmp_path: Path, open_desk: Callable[..., Desk]) -> Harness:
    """Give two reports compared, the panel put away."""
    return Harness(comparison_of(open_desk(write_reports(tmp_path / "reports")), "gazette", "post"))


@pytest.fixture
def opened(tmp_path: Path, open_desk: Callable[..., Desk]) -> Harness:
    """Give the same with the panel as at first."""
    desk = open_desk(write_reports(tmp_path / "reports"))
    return Harness(comparison_of(desk, "gazette", "post", panel=True))


def rows(pilot: Pilot[None], widget: str = "Panel") -> list[str]:
    found = pilot.app.screen.query_one(widget)
    return [found.render_line(y).text.rstrip() for y in range(found.size.height)]


def marked(pilot: Pilot[None], side: str) -> str:
    """Give the text that is marked as the place gone to."""
    column = pilot.app.screen.query_one(side, Column)
    strips = [column.render_line(y) for y in range(column.window)]
    # The signs of the chosen link are reversed too, in the gutter of three cells.
    return "".join(
        segment.text
        for strip in strips
        for segment in strip.crop(3)
        if segment.style and segment.style.reverse
    )


def entry(pilot: Pilot[None]) -> str:
    """Give the first row of the current entry, up to the end of its side."""
    found = next((row for row in rows(pilot) if "▌" in row), "")
    return found.partition("▌")[2].strip()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def test_one_key_shows_the_panel_and_puts_it_away(app: Harness) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert not app.screen.query_one(Panel).display
        await press(pilot, "i")
        assert "‹In short›" in rows(pilot)[0]
        assert any("embattled mayor" in row for row in rows(pilot))
        assert has_focus(app, Panel)
        await press(pilot, "i")
        assert not app.screen.query_one(Panel).display
        assert has_focus(app, Column)


async def test_two_keys_turn_the_pages_round(app: Harness) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, NEXT)
        seen = [rows(pilot)[0].partition("‹")[2].split()[0]]
        for _ in range(8):
            await press(pilot, NEXT)
            seen.append(rows(pilot)[0].partition("‹")[2].split()[0])
        assert seen == [*"In Wording Quotes Naming Words Names Figures Repeats In".split()]
        await press(pilot, BEFORE)
        assert "‹Repeats 1›" in rows(pilot)[0]


async def test_enter_shows_where_a_line_stands_on_its_side(app: Harness) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "i", *[NEXT] * 3, "down", "enter")
        assert "embattled mayor Paul Brandt" in entry(pilot)
        assert marked(pilot, "#left") == "embattled mayor Paul Brandt"
        await press(pilot, "right", "enter")
        assert marked(pilot, "#right") == "popular mayor Paul Brandt"
        assert marked(pilot, "#left") == ""
        await press(pilot, "tab")
        assert app.focused is app.screen.query_one("#right")


async def test_enter_again_shows_the_next_place(app: Harness) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "i", BEFORE, "enter")
        assert "place 1 of 2" in rows(pilot, "Masthead")[3]
        await press(pilot, "enter")
        assert "place 2 of 2" in rows(pilot, "Masthead")[3]
        await press(pilot, "enter")
        assert "place 1 of 2" in rows(pilot, "Masthead")[3]


async def test_a_word_used_more_is_found_in_the_text(app: Harness) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "i", *[NEXT] * 4, "G", "enter")
        assert entry(pilot).startswith("0 : 2  Insurers")
        assert marked(pilot, "#right") == "Insurers"


async def test_a_figure_leads_to_the_link_it_differs_in(app: Harness) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "i", BEFORE, BEFORE, "enter")
        link = next(row for row in rows(pilot) if "Link" in row).split(",")[0].split()[1]
        assert f"link {link} of" in rows(pilot, "Masthead")[2]


async def test_what_is_folded_away_is_shown(app: Harness) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "v", "i", NEXT, NEXT, "down", "down")
        assert not any("take the blame" in row for row in rows(pilot, "#left"))
        await press(pilot, "enter")
        assert any("take the blame" in row for row in rows(pilot, "#left"))


async def test_a_click_turns_to_a_page_and_goes_to_a_passage(app: Harness) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        await pilot.click("Panel", offset=(rows(pilot)[0].index("Quotes") + 1, 0))
        await settled(pilot)
        assert "‹Quotes 2›" in rows(pilot)[0]
        y = next(y for y, row in enumerate(rows(pilot)) if "take the blame" in row)
        await pilot.click("Panel", offset=(10, y))
        await settled(pilot)
        assert marked(pilot, "#left") == "I take the blame for all of it."


async def test_escape_leaves_the_panel_before_the_comparison(opened: Harness) -> None:
    app = opened
    async with app.run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        screen = app.screen
        await press(pilot, "shift+tab")
        assert has_focus(app, Panel)
        await press(pilot, "escape")
        assert has_focus(app, Column)
        assert app.screen is screen
        assert screen.query_one(Panel).display
        await press(pilot, "escape")
        assert app.screen is not screen


async def test_a_narrow_window_shows_the_side_a_line_speaks_of(app: Harness) -> None:
    async with app.run_test(size=(60, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", *[NEXT] * 3, "G", "enter")
        assert "popular mayor" in entry(pilot)
        assert app.screen.query_one("#right").display
        assert marked(pilot, "#right") == "popular mayor Paul Brandt"


async def test_the_current_line_is_seen_wherever_one_goes(app: Harness) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", *[NEXT] * 4)
        for key in ("G", "up", "up", "pageup", "pagedown", "right", "g", "left"):
            await press(pilot, key)
            assert entry(pilot)


async def test_an_empty_page_says_so_and_takes_all_keys(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "quiet"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", BEFORE)
        while "‹Naming" not in rows(pilot)[0]:
            await press(pilot, NEXT)
        assert rows(pilot)[1] == " Nothing is named by both in different words."
        await press(pilot, *"jkgGb", "space", "left", "right", "enter", "x")


async def test_the_pages_follow_when_the_sides_are_swapped(opened: Harness) -> None:
    async with opened.run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        assert rows(pilot)[2].split() == "▎ ◧ Mayor resigns after flood · The Gazette".split()
        await press(pilot, "x")
        assert rows(pilot)[2].split() == "▎ ◧ Brandt goes · Evening Post".split()


async def test_a_comparison_opens_in_short_with_the_keys_in_the_text(opened: Harness) -> None:
    async with opened.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        told = "\n".join(rows(pilot))
        assert "‹In short›" in told
        for title in ("Headlines", "They begin", "Both say", "At odds", "Who speaks", "Naming"):
            assert f" {title} " in told
        assert has_focus(opened, Column)
        await press(pilot, "escape")
        assert opened.answer is None
        assert not opened.screen.query(Panel)


async def test_put_away_the_panel_stays_so_until_it_is_wanted_again(opened: Harness) -> None:
    async with opened.run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        assert not opened.screen.query_one(Panel).display
        assert not ChosenPanel(kept_panel()).shown
        await press(pilot, NEXT)
        assert "‹In short›" in rows(pilot)[0]
        assert not ChosenPanel(kept_panel()).shown
        await press(pilot, "escape")
        assert not opened.screen.query_one(Panel).display
        await press(pilot, "i")
        assert ChosenPanel(kept_panel()).shown


async def test_a_line_on_both_sides_moves_both_columns(opened: Harness) -> None:
    async with opened.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "shift+tab")
        await press(pilot, *["down"] * 10)
        assert "forty people" in entry(pilot)
        await press(pilot, "enter")
        assert marked(pilot, "#left") == "forty people"
        assert any("Thirty-eight" in row for row in rows(pilot, "#right"))


async def test_a_low_window_shows_the_text_and_the_panel_when_asked(opened: Harness) -> None:
    async with opened.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        assert not opened.screen.has_class("-panel")
        assert "The river burst its banks on" in "\n".join(rows(pilot, "#left"))
        await press(pilot, "i")
        assert opened.screen.has_class("-panel")
        await press(pilot, "i")
        assert not opened.screen.has_class("-panel")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert opened.screen.has_class("-panel")


async def test_a_text_that_is_cut_is_said_first(
    tmp_path: Path, open_desk: Callable[..., Desk]
) -> None:
    library = write_reports(tmp_path / "cut")
    post = library / "post.md"
    post.write_text(f"{post.read_text(encoding='utf-8')}\n[+2140 chars]\n", encoding="utf-8")
    app = Harness(comparison_of(open_desk(library), "gazette", "post", panel=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert rows(pilot)[1].split()[:3] == ["Not", "whole", "▎"]
        assert "◨ only a part of its text is here" in rows(pilot)[1]
