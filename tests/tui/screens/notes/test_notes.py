"""The screen of notes: listed, found, sorted, gone to, changed and removed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from library import filled, idle, screen, text, until
from onscreen import on_top, shows
from paper import put, told
from textual.widgets import Input

from search import Desk, MarkChange
from tui.screens.annotation.note_editor import NoteEditor
from tui.screens.article.screen import ArticleScreen
from tui.screens.dialog.export_dialog import ExportDialog
from tui.screens.notes.screen import NotesScreen
from tui.widgets.note_list import NoteList
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number, source in ((1, "Tide"), (2, "Beacon"), (3, "Tide")):
        put(tmp_path / "library", f"{number}.md", number, source=source)
    return tmp_path / "library"


@pytest.fixture
def desk(library: Path, tmp_path: Path) -> Iterator[Desk]:
    """Give another process's view of the library, in which three notes were made."""
    opened = Desk(library, cache=tmp_path / "other", data=tmp_path / "data" / "diptych")
    opened.sync()
    first, second, third = opened.ids()
    note(opened, third, "Ask about the engine.", "Captain Ida Holm 3")
    note(opened, first, "Who counted the faults?", "An inspector found 1 faults")
    note(opened, second, "Read the whole of it again.")
    yield opened
    opened.close()


def note(desk: Desk, article: str, text_: str, quote: str = "") -> None:
    article_id = next(one for one in desk.ids() if one == article)
    change = MarkChange(note=text_)
    if quote:
        passage = desk.marks.passage(article_id, quote)
        assert passage is not None
        change = change.on(passage)
    desk.marks.mark([article_id], change)


async def opened(pilot: Pilot[None], total: int = 3) -> NoteList:
    await filled(pilot)
    await pilot.press("M")
    await until(pilot, lambda: shows(pilot.app, NotesScreen))
    listed = pilot.app.screen.query_one(NoteList)
    await until(pilot, lambda: listed.total == total and idle(pilot))
    return listed


def texts(listed: NoteList) -> list[str]:
    return [row.note.text.split()[0] for row in listed._rows]


@pytest.mark.usefixtures("desk")
async def test_all_notes_are_listed_and_sorted(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        listed = await opened(pilot)
        assert texts(listed) == ["Read", "Who", "Ask"]
        shown = text(pilot)
        for words in (
            "3 notes · newest first",
            "“Captain Ida Holm 3”",
            "Who counted the faults?",
            "on the whole article",
            " · Beacon · no date",
        ):
            assert words in shown
        await pilot.press("S")
        await until(pilot, lambda: "by article" in text(pilot))
        assert texts(listed) == ["Who", "Read", "Ask"]
        await pilot.press("S")
        await until(pilot, lambda: "by source" in text(pilot))
        assert texts(listed) == ["Read", "Who", "Ask"]


@pytest.mark.usefixtures("desk")
async def test_notes_are_found_by_what_was_written_and_by_their_passage(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        listed = await opened(pilot)
        await pilot.press("slash", *"inspect")
        await until(pilot, lambda: texts(listed) == ["Who"])
        assert "1 of 3 notes" in text(pilot)
        await pilot.press("ctrl+u", *"zebra")
        await until(pilot, lambda: "No note has “zebra”" in text(pilot))
        await pilot.press("ctrl+u", *"engine", "enter")
        await until(pilot, lambda: texts(listed) == ["Ask"])
        await pilot.press("escape")
        await until(pilot, lambda: listed.total == 3)
        await pilot.press("escape")
        assert pilot.app.screen is screen(pilot)


@pytest.mark.usefixtures("desk")
async def test_enter_goes_to_the_passage_and_back_to_the_note(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        listed = await opened(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: shows(pilot.app, ArticleScreen))
        read = pilot.app.screen.query_one(Reader)
        await until(pilot, lambda: read.marked is not None)
        assert (read.passage() or "").startswith("An inspector found")
        assert "✎ Who counted the faults?" in text(pilot)
        await pilot.press("J")
        await until(pilot, lambda: (read.passage() or "").startswith("Captain Ida Holm 3"))
        assert "✎ Ask about the engine." in text(pilot)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: shows(pilot.app, NotesScreen))
        assert listed.index == 2
        await pilot.press("ctrl+o")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        await pilot.press("ctrl+right_square_bracket")
        await until(pilot, lambda: shows(pilot.app, NotesScreen))


@pytest.mark.usefixtures("desk")
async def test_a_note_is_removed_brought_back_and_changed(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        listed = await opened(pilot)
        await pilot.press("x")
        await until(pilot, lambda: texts(listed) == ["Who", "Ask"])
        await pilot.press("U")
        await until(pilot, lambda: texts(listed) == ["Read", "Who", "Ask"])
        await pilot.press("up", "a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        on_top(pilot.app, NoteEditor).area.insert("Soon. ", (0, 0))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Soon. Read the whole" in text(pilot))


async def test_a_lost_passage_says_so_and_keeps_its_quotation(
    launch: Launch, library: Path, desk: Desk
) -> None:
    put(
        library,
        "1.md",
        1,
        told(1).replace(
            "An inspector found 1 faults in the railing", "Nobody looked at the railings, it seems,"
        ),
        source="Tide",
    )
    (library / "2.md").unlink()
    desk.sync()
    async with launch(library).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "no longer in the text: “An inspector" in text(pilot))
        assert "not in the library any more" in text(pilot)
        await pilot.press("enter")
        await until(
            pilot,
            lambda: any("isn't in the library" in n.message for n in pilot.app._notifications),
        )
        await pilot.press("down", "enter")
        await until(pilot, lambda: shows(pilot.app, ArticleScreen))
        await until(pilot, lambda: "Its passage is no longer in the text" in text(pilot))
        assert "Who counted the faults?" in text(pilot)


async def test_notes_of_another_process_appear(launch: Launch, library: Path, desk: Desk) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        listed = await opened(pilot)
        watch = on_top(pilot.app, NotesScreen)._watch
        await until(pilot, lambda: watch._seen is not None)
        note(desk, desk.ids()[0], "From elsewhere.")
        await until(pilot, lambda: listed.total == 4)
        assert "From elsewhere." in text(pilot)


async def test_without_notes_it_says_how_one_is_written(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await opened(pilot, 0)
        await until(pilot, lambda: "There are no notes yet." in text(pilot))


async def test_hostile_notes_are_harmless_at_any_width(
    launch: Launch, library: Path, desk: Desk
) -> None:
    note(
        desk, desk.ids()[0], "[red]x[/] \x1b[2J\u202e 委内瑞拉委内瑞拉 " * 400, "The mayor thanked"
    )
    for size in ((40, 12), (83, 24)):
        async with launch(library).run_test(size=size) as pilot:
            listed = await opened(pilot, 4)
            assert "[red]x[/]" in text(pilot)
            assert not set(text(pilot)) & set("\x1b\u202e")
            lines = {listed.render_line(y).cell_length for y in range(listed.size.height)}
            assert lines == {listed.scrollable_content_region.width}


@pytest.mark.usefixtures("desk")
async def test_the_notes_that_are_listed_are_taken_out(
    launch: Launch, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "notes.json"
    async with launch(library).run_test(size=SIZE) as pilot:
        listed = await opened(pilot)
        await pilot.press("slash", *"engine", "enter")
        await until(pilot, lambda: listed.total == 1 and idle(pilot))
        await pilot.press("e")
        await until(pilot, lambda: shows(pilot.app, ExportDialog))
        assert "the notes listed" in text(pilot)
        await pilot.press("right", "right")
        on_top(pilot.app, ExportDialog).query_one(Input).value = str(file)
        await pilot.press("enter")
        await until(pilot, file.exists)
    (note_,) = json.loads(file.read_text("utf-8"))["notes"]
    assert note_["text"] == "Ask about the engine."
