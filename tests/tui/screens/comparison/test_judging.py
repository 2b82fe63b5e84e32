"""Saying that sentences meet, or that they don't, in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flood import Harness, comparison_of, id_of, settled
from library import text, until
from onscreen import on_top, shows

from search import PassagePlace, Sides, passage_at
from tui.controls.text_line import TextLine
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.overlay.ask_line import AskLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Comparison, Desk


def comparison(pilot: Pilot[None]) -> Comparison:
    view = on_top(pilot.app, ComparisonScreen).view
    assert view is not None
    return view.comparison


def sentence(pilot: Pilot[None], words: str) -> int:
    told = comparison(pilot)
    for article, places in (
        (told.left, told.sentences.left),
        (told.right, told.sentences.right),
    ):
        for number, (block, start, stop) in enumerate(places):
            if words in article.blocks[block].text[start:stop]:
                return number
    raise AssertionError(words)


def marked_rows(pilot: Pilot[None]) -> int:
    column = on_top(pilot.app, ComparisonScreen).query_one("#left")
    return sum(column.render_line(y).text.endswith("⇄") for y in range(column.size.height))


async def mark(pilot: Pilot[None], words: str) -> None:
    screen = on_top(pilot.app, ComparisonScreen)
    wanted = sentence(pilot, words)
    for _ in range(20):
        await pilot.press("full_stop")
        choice = screen.cursor.here
        if choice is not None and choice.sentence == wanted:
            await pilot.press("m")
            return
    raise AssertionError(words)


async def test_a_link_that_does_not_meet_goes_until_it_is_taken_back(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("F")
        assert "chooses a link for F" in text(pilot)
        before = comparison(pilot)
        await pilot.press("right_curly_bracket", "F")
        await until(pilot, lambda: len(comparison(pilot).links) == len(before.links) - 1)
        assert "≠ doesn’t meet, as you said" in text(pilot)
        (kept,) = desk.marks.links.every()
        assert not kept.meets
        again = desk.compare(id_of(desk, "courier"), id_of(desk, "herald"))
        assert again == comparison(pilot).mirrored()
        await pilot.press("F")
        await until(pilot, lambda: comparison(pilot) == before)
        assert desk.marks.links.every() == []
        await pilot.press("F")
        await until(pilot, lambda: len(comparison(pilot).links) == len(before.links) - 1)
        await pilot.press("U")
        await until(pilot, lambda: comparison(pilot) == before)


async def test_two_marked_sentences_meet_and_say_so(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        before = comparison(pilot)
        await pilot.press("m")
        assert ". chooses what to mark" in text(pilot)
        await mark(pilot, "Bread was scarce")
        assert "◧ marked" in text(pilot)
        assert marked_rows(pilot) == 1
        await pilot.press("m")
        assert "no longer marked" in text(pilot)
        assert marked_rows(pilot) == 0
        await pilot.press("m", "tab")
        await mark(pilot, "Insurers")
        assert "the two marked ones meet" in text(pilot)
        await pilot.press("F")
        await until(pilot, lambda: len(comparison(pilot).links) == len(before.links) + 1)
        assert "says the same, as you said" in text(pilot)
        (made,) = [link for link in comparison(pilot).links if link.judged]
        assert made.left == sentence(pilot, "Bread")
        await pilot.press("x")
        assert "as you said" in text(pilot)
        await pilot.press("F")
        await until(pilot, lambda: comparison(pilot).mirrored() == before)


async def test_what_another_process_says_is_applied_where_the_user_is(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = on_top(pilot.app, ComparisonScreen)
        await until(pilot, lambda: screen.noting._watch._seen is not None)
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        told, chosen = comparison(pilot), screen.cursor.choice
        ends = told.links[0]
        passages = Sides(
            passage_at(told.left, PassagePlace(*told.sentences.left[ends.left])),
            passage_at(told.right, PassagePlace(*told.sentences.right[ends.right])),
        )
        desk.marks.links.judge(Sides(told.left.id, told.right.id), passages, meets=False)
        await until(pilot, lambda: len(comparison(pilot).links) == len(told.links) - 1)
        assert chosen is not None
        assert chosen.link is not None
        assert screen.cursor.choice == chosen._replace(link=chosen.link - 1)


async def test_what_was_said_is_written_to_a_file(
    flood: Path, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    app = Harness(comparison_of(open_desk(flood), "herald", "courier"))
    file = tmp_path / "said.tsv"
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("right_curly_bracket", "F")
        await until(pilot, lambda: len(comparison(pilot).apart) == 1)
        on_top(pilot.app, ComparisonScreen).action_export_judged()
        await until(pilot, lambda: shows(pilot.app, AskLine))
        on_top(pilot.app, AskLine).query_one(TextLine).value = str(file)
        await pilot.press("enter")
        await until(pilot, file.exists)
    assert "The river burst its banks" in file.read_text("utf-8")
