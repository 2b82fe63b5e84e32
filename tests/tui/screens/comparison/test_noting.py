"""Notes in a comparison: beside both sides, below the chosen sentence, written and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flood import Harness, comparison_of, id_of, settled
from library import text, until
from onscreen import on_top, shows

from search import MarkChange
from tui.screens.annotation.note_editor import NoteEditor
from tui.screens.comparison.screen import ComparisonScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk


def note(desk: Desk, name: str, quote: str, said: str) -> None:
    article = id_of(desk, name)
    passage = desk.marks.passage(article, quote)
    assert passage is not None
    desk.marks.mark([article], MarkChange(note=said).on(passage))


def signs(pilot: Pilot[None], side: str) -> list[str]:
    column = pilot.app.screen.query_one(side)
    rows = [column.render_line(y).text for y in range(column.size.height)]
    return [row for row in rows if row.rstrip().endswith("✎")]


async def test_notes_stand_on_both_sides_and_below_the_sentence_they_are_on(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    note(desk, "herald", "The siren system failed", "[b]Whose[/b] batteries?\nAsk \x1bthe mayor.")
    note(desk, "courier", "Insurers expect", "A round number.")
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert len(signs(pilot, "#left")) == 1
        assert len(signs(pilot, "#right")) == 1
        assert "Whose" not in text(pilot)
        await pilot.press("right_curly_bracket")
        while "siren" not in chosen(pilot):
            await pilot.press("right_curly_bracket")
        await until(pilot, lambda: "✎ [b]Whose[/b] batteries?" in text(pilot))
        assert "the mayor." in text(pilot)
        assert "\x1b" not in text(pilot)
        await pilot.press("x")
        assert "The siren system failed" in signs(pilot, "#right")[0]
        assert "Insurers" in signs(pilot, "#left")[0]


def chosen(pilot: Pilot[None]) -> str:
    screen = on_top(pilot.app, ComparisonScreen)
    choice = screen.cursor.here
    assert choice is not None
    assert screen.view is not None
    side = screen.view.compared(choice.side)
    at = side.sentences[choice.sentence]
    return side.article.blocks[at.block].text[at.start : at.stop]


async def test_a_note_is_written_on_the_chosen_sentence_and_taken_back(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await until(
            pilot, lambda: any("Choose a sentence" in n.message for n in app._notifications)
        )
        await pilot.press("right_curly_bracket", "a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        on_top(pilot.app, NoteEditor).area.insert("Who warned them?")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "✎ Who warned them?" in text(pilot))
        (kept,) = desk.marks.store.notes()
        assert kept.passage.quote == chosen(pilot)
        await pilot.press("U")
        await until(pilot, lambda: "Who warned them?" not in text(pilot))
        assert signs(pilot, "#left") == []


async def test_a_note_of_another_process_appears(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(comparison_of(desk, "herald", "courier"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        watch = on_top(pilot.app, ComparisonScreen).noting._watch
        await until(pilot, lambda: watch._seen is not None)
        note(desk, "courier", "Insurers expect", "A round number.")
        await until(pilot, lambda: len(signs(pilot, "#right")) == 1)
