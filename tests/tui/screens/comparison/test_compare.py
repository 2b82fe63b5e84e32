from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from flood import Harness, comparison_of, id_of, settled
from onscreen import on_top
from textual import events
from textual.scrollbar import ScrollTo, ScrollUp

from search import Desk, bundled
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.picker.article_picker import ArticlePicker
from tui.widgets.article_list import ArticleList
from tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import ArticleId, Comparison


class Slow(Desk):
    """A desk whose comparisons wait to be let go."""

    gate: threading.Event

    def compare(self, left: ArticleId, right: ArticleId) -> Comparison:
        self.gate.wait(60)
        return super().compare(left, right)


def shown(pilot: Pilot[None], widget: str) -> list[str]:
    """Give the rows of a widget as they are on screen."""
    found = pilot.app.screen.query_one(widget)
    return [found.render_line(y).text.rstrip() for y in range(found.size.height)]


def columns(pilot: Pilot[None]) -> tuple[Column, Column]:
    screen = pilot.app.screen
    return screen.query_one("#left", Column), screen.query_one("#right", Column)


def row_of(pilot: Pilot[None], widget: str, text: str) -> int:
    return next(y for y, row in enumerate(shown(pilot, widget)) if text in row)


async def test_the_chosen_link_stands_on_one_row_of_both_sides(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(100, 20)) as pilot:
        await settled(pilot)
        for _ in range(3):
            await pilot.press("right_curly_bracket")
            heavy = [
                [y for y, row in enumerate(shown(pilot, side)) if row.startswith("┃")]
                for side in ("#left", "#right")
            ]
            assert heavy[0]
            assert heavy[0][0] == heavy[1][0]


async def test_every_sentence_is_on_screen_and_none_twice(
    tmp_path: Path, open_desk: Callable[..., Desk]
) -> None:
    del tmp_path
    desk = open_desk(bundled())
    app = Harness(comparison_of(desk, "al-jazeera", "press-tv"))
    async with app.run_test(size=(120, 400)) as pilot:
        await settled(pilot)
        comparison = desk.compare(id_of(desk, "al-jazeera"), id_of(desk, "press-tv"))
        text = "".join("".join(row[3:] for row in shown(pilot, "#left")).split())
        for block, start, stop in comparison.sentences.left:
            sentence = "".join(comparison.left.blocks[block].text[start:stop].split())
            assert sentence in text.replace("▫", "").replace("┊", "").replace("▪", "")


async def test_boilerplate_is_left_out(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(bundled())
    app = Harness(comparison_of(desk, "al-jazeera", "press-tv"))
    async with app.run_test(size=(120, 300)) as pilot:
        await settled(pilot)
        assert not any("Disclaimer" in row for row in shown(pilot, "#left"))


async def test_scrolling_one_side_moves_the_other(open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(bundled()), "al-jazeera", "press-tv"))
    async with app.run_test(size=(100, 20)) as pilot:
        await settled(pilot)
        left, right = columns(pilot)
        await pilot.press("G")
        await pilot.pause()
        assert left.top == left.max_scroll_y
        assert right.top == right.max_scroll_y
        await pilot.press("tab", "g")
        await pilot.pause()
        assert (left.top, right.top) == (0, 0)


async def test_free_scrolling_leaves_the_other_side_alone(open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(bundled()), "al-jazeera", "press-tv"))
    async with app.run_test(size=(100, 20)) as pilot:
        await settled(pilot)
        left, right = columns(pilot)
        await pilot.press("equals_sign")
        assert "same offset" in shown(pilot, "Masthead")[2]
        await pilot.press("j", "j")
        await pilot.pause()
        assert (left.top, right.top) == (2, 2)
        await pilot.press("equals_sign", "j", "j")
        await pilot.pause()
        assert "free" in shown(pilot, "Masthead")[2]
        assert (left.top, right.top) == (4, 2)


async def test_the_wheel_and_the_scroll_bar_move_both_sides(open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(bundled()), "al-jazeera", "press-tv"))
    async with app.run_test(size=(100, 20)) as pilot:
        await settled(pilot)
        left, right = columns(pilot)
        await pilot._post_mouse_events([events.MouseScrollDown], widget=right, offset=(5, 5))
        await settled(pilot)
        assert right.top == 3
        assert left.top > 0
        left.post_message(ScrollTo(y=left.max_scroll_y))
        await settled(pilot)
        assert right.top == right.max_scroll_y
        left.post_message(ScrollUp())
        await settled(pilot)
        assert right.top < right.max_scroll_y


async def test_enter_follows_the_link_and_comes_back(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        left, right = columns(pilot)
        await pilot.press("right_curly_bracket", "enter")
        assert app.focused is right
        await pilot.press("enter")
        assert app.focused is left


async def test_a_click_chooses_and_says_when_nothing_matches(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.click("#right", offset=(8, row_of(pilot, "#right", "siren system")))
        await pilot.pause()
        assert "link" in shown(pilot, "Masthead")[2]
        await pilot.click("#right", offset=(8, row_of(pilot, "#right", "Insurers")))
        await pilot.pause()
        assert "no match found" in shown(pilot, "Masthead")[2]


async def test_a_resize_keeps_the_chosen_link(flood: Path, open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(200, 30)) as pilot:
        await settled(pilot)
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        note = shown(pilot, "Masthead")[2].split()[-4:]
        for size in ((80, 24), (60, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert shown(pilot, "Masthead")[2].split()[-4:] == note
            assert any(row.startswith("┃") for row in shown(pilot, "#left"))


async def test_narrow_shows_one_article_and_what_the_sentence_meets_below(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        assert not columns(pilot)[1].display
        await pilot.press("right_curly_bracket")
        await pilot.pause()
        assert any("river burst" in row for row in shown(pilot, "#left"))
        assert any("old town of Marlow was" in row for row in shown(pilot, "#drawer"))
        await pilot.press("tab")
        await settled(pilot)
        assert columns(pilot)[1].display
        assert any("old town of Marlow was" in row for row in shown(pilot, "#right"))


async def test_a_click_opens_a_fold_and_the_next_way_of_showing_closes_it(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("v")
        before = shown(pilot, "#left")
        row = row_of(pilot, "#left", "⋯ 1 sentence")
        await pilot.click("#left", offset=(before[row].index("⋯") + 2, row))
        await pilot.pause()
        opened = shown(pilot, "#left")
        folds = [sum("⋯" in line for line in rows) for rows in (before, opened)]
        assert folds[1] == folds[0] - 1
        await pilot.press("v", "v", "v")
        assert shown(pilot, "#left") == before


async def test_only_what_meets_folds_the_rest(flood: Path, open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(flood), "courier", "herald"))
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("v")
        assert any("⋯ 1 sentence" in row for row in shown(pilot, "#left"))
        assert not any("Insurers" in row for row in shown(pilot, "#left"))
        await pilot.press("v")
        assert any("Insurers" in row for row in shown(pilot, "#left"))
        assert not any("siren" in row for row in shown(pilot, "#left"))


async def test_rows_align_by_link(flood: Path, open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(100, 60)) as pilot:
        await settled(pilot)
        await pilot.press("r")
        assert row_of(pilot, "#left", "Firefighters") == row_of(pilot, "#right", "Forty people")
        await pilot.click("#left", offset=(8, row_of(pilot, "#left", "siren")))
        await pilot.pause()
        assert row_of(pilot, "#left", "siren") == row_of(pilot, "#right", "siren")


async def test_swapping_keeps_the_chosen_sentence(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("right_curly_bracket", "x")
        await settled(pilot)
        assert "The Courier" in shown(pilot, "Masthead")[0].split("│")[0]
        heavy = [row for row in shown(pilot, "#right") if row.startswith("┃")]
        assert any("flooded the old town" in row for row in heavy)
        assert app.focused is columns(pilot)[1]


async def test_matches_are_walked_on_both_sides(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier", "ministry"))
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        sides = Counter[str]()
        for place in (1, 2):
            await pilot.press("n")
            assert f"match {place} of 2" in shown(pilot, "Masthead")[3]
            assert app.focused is not None
            sides[app.focused.id or ""] += 1
        assert sides == {"left": 1, "right": 1}


async def test_what_is_copied_names_both_articles(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("right_curly_bracket", "y")
        assert "Valley Herald, 2024-03-02" in app.clipboard
        assert "The Courier, 2024-03-03" in app.clipboard
        assert "“The river burst its banks" in app.clipboard


async def test_the_panel_gives_plain_counts(open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(bundled()), "unnamed", "press-tv"))
    async with app.run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        await pilot.press(*["right_square_bracket"] * 5)
        assert any("0 : 6  American" in row for row in shown(pilot, "Panel"))
        await pilot.press("i")
        await pilot.pause()
        assert not app.screen.query_one("Panel").display


async def test_no_link_is_said_plainly_and_both_are_shown(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "quiet"))
    async with app.run_test(size=(84, 24)) as pilot:
        await settled(pilot)
        assert "no sentence of one was matched in the other" in shown(pilot, "Masthead")[3]
        assert any("Birds sang" in row for row in shown(pilot, "#right"))
        await pilot.press("right_curly_bracket", "enter", "tab", "v", "r", "x", "n", "y")


async def test_an_article_that_is_gone_is_one_clear_line_and_the_way_back(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    placed = comparison_of(desk, "herald", "courier")
    (flood / "courier.md").unlink()
    app = Harness(placed)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "can't be compared" in str(app.screen.query_one("#notice").render())
        for key in ("right_curly_bracket", "tab", "v", "x", "n", "y", "i", "d", "escape"):
            await pilot.press(key)
        await pilot.pause()
        assert app.screen is not placed.screen


async def test_waiting_is_said_and_a_late_answer_is_dropped(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood, Slow)
    assert isinstance(desk, Slow)
    desk.gate = threading.Event()
    placed = comparison_of(desk, "herald", "courier")
    screen = placed.screen
    async with Harness(placed).run_test(size=(100, 24)) as pilot:
        while not screen.has_class("-notice"):
            await pilot.pause(0.05)
        assert "comparing" in str(screen.query_one("#notice").render())
        request = on_top(pilot.app, ComparisonScreen).request
        request.ask((id_of(desk, "herald"), id_of(desk, "quiet")))
        desk.gate.set()
        await settled(pilot)
        assert "Elsewhere" in shown(pilot, "Masthead")[0]
        assert any(shown(pilot, "#left"))
        assert any(shown(pilot, "#right"))


async def test_after_a_wait_keys_move_the_left_side(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood, Slow)
    assert isinstance(desk, Slow)
    desk.gate = threading.Event()
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(60, 12)) as pilot:
        screen = app.screen
        while not screen.has_class("-notice"):
            await pilot.pause(0.05)
        await pilot.pause()
        desk.gate.set()
        await settled(pilot)
        left, _ = columns(pilot)
        assert app.focused is left
        await pilot.press("G")
        assert left.top == left.max_scroll_y > 0


async def test_another_article_is_picked_for_the_other_side(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("C")
        await settled(pilot)
        assert isinstance(app.screen, ArticlePicker)
        await pilot.press(*"birds")
        await settled(pilot)
        hit = app.screen.query_one(ArticleList).hit
        assert hit is not None
        assert hit.head.title == "Quiet"
        await pilot.press("enter")
        await settled(pilot)
        assert "Valley Herald" in shown(pilot, "Masthead")[0]
        assert "Elsewhere" in shown(pilot, "Masthead")[0]


async def test_markup_in_a_title_is_text(flood: Path, open_desk: Callable[..., Desk]) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "[bold]The dam[/bold]" in shown(pilot, "Masthead")[1]
        await pilot.press("C")
        await settled(pilot)
        title = app.screen.query_one("#picker")._border_title
        assert title is not None
        assert "[bold]" in title.plain


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (60, 20), (41, 12)])
async def test_no_row_is_wider_or_narrower_than_its_place(
    flood: Path, open_desk: Callable[..., Desk], size: tuple[int, int]
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier", "flood"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("right_curly_bracket", "i")
        await settled(pilot)
        for widget in app.screen.query("Masthead, Column, Panel"):
            for y in range(widget.scrollable_content_region.height):
                strip = widget.render_line(y)
                assert strip.cell_length == widget.scrollable_content_region.width


async def test_what_a_long_article_leaves_out_is_said_above_it(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    with (flood / "herald.md").open("a", encoding="utf-8") as stream:
        stream.write("\n\nThe dyke held." * 1_100)
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    async with app.run_test(size=(200, 30)) as pilot:
        await settled(pilot)
        rule = shown(pilot, "Masthead")[-1]
        assert " left out: from the comparison, the text after 1,000 sentences " in rule


async def test_that_a_side_is_only_a_part_is_said_above_it(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    with (flood / "herald.md").open("a", encoding="utf-8") as stream:
        stream.write("\n\nSubscribe to continue reading.\n")
    app = Harness(comparison_of(open_desk(flood), "courier", "herald"))
    async with app.run_test(size=(200, 30)) as pilot:
        await settled(pilot)
        rule = shown(pilot, "Masthead")[-1]
        assert rule.index("only a part of its text is here") > len(rule) // 2
