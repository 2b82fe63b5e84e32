"""What is typed stays where it can't be kept, with the reason, until it is kept or dropped twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from library import filled, screen, search, text, until
from onscreen import on_top, shows
from paper import put

from tui.screens.annotation.note_editor import NoteEditor
from tui.screens.annotation.tag_editor import TagEditor
from tui.screens.overlay.ask_line import AskLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Marks
    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number in range(1, 4):
        put(tmp_path / "library", f"{number}.md", number)
    return tmp_path / "library"


@pytest.fixture
def make_room(tmp_path: Path) -> Callable[[], None]:
    """Put a file where the folder of marks is to be, so that nothing can be kept; give what removes it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "diptych").touch()
    return (tmp_path / "data" / "diptych").unlink


def marks(pilot: Pilot[None]) -> Marks:
    desk = screen(pilot).session.desk
    article = screen(pilot).article_id
    assert article is not None
    return desk.marks.of([article])[0]


async def test_a_note_stays_in_the_editor_until_it_is_kept(
    launch: Launch, library: Path, make_room: Callable[[], None]
) -> None:
    app = launch(library)
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("a", *"who", "ctrl+s")
        await until(pilot, lambda: "Not kept: " in text(pilot))
        assert "ctrl+s tries again" in text(pilot)
        assert on_top(pilot.app, NoteEditor).area.text == "who"
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "the same key again drops" in text(pilot))
        assert not app._exit
        await pilot.press(*"se", "escape")
        await until(pilot, lambda: "the same key again drops" in text(pilot))
        make_room()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not shows(pilot.app, NoteEditor))
        assert [one.text for one in screen(pilot).session.desk.marks.store.notes()] == ["whose"]


async def test_tags_stay_in_their_line(
    launch: Launch, library: Path, make_room: Callable[[], None]
) -> None:
    app = launch(library)
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("t")
        await until(pilot, lambda: shows(pilot.app, TagEditor))
        await pilot.press(*"quay", "enter")
        await until(pilot, lambda: "Not kept: " in text(pilot))
        assert on_top(pilot.app, TagEditor).line.value == "quay"
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "the same key again drops" in text(pilot))
        assert not app._exit
        make_room()
        await pilot.press("enter")
        await until(pilot, lambda: not shows(pilot.app, TagEditor))
        assert marks(pilot).tags == ("quay",)


async def test_the_name_of_a_search_stays(
    launch: Launch, library: Path, make_room: Callable[[], None]
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await search(pilot, "captain")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: shows(pilot.app, AskLine))
        await pilot.press(*"ida", "enter")
        await until(pilot, lambda: "Not kept: " in text(pilot))
        make_room()
        await pilot.press("enter")
        await until(pilot, lambda: not shows(pilot.app, AskLine))
        store = screen(pilot).session.desk.marks.store
        assert [(one.name, one.query) for one in store.saved()] == [("ida", "captain")]


async def test_while_it_is_kept_nothing_is_typed_and_leaving_waits(
    launch: Launch, library: Path, tmp_path: Path
) -> None:
    app = launch(library)
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("s")
        await until(pilot, lambda: marks(pilot).starred)
        with closing(sqlite3.connect(tmp_path / "data" / "diptych" / "marks.sqlite3")) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("a", *"who")
            await until(pilot, lambda: on_top(pilot.app, NoteEditor).area.text == "who")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "Being kept" in text(pilot))
            await pilot.press("escape", *"xx", "ctrl+q")
            await pilot.pause(1.5)
            assert shows(pilot.app, NoteEditor)
            assert not app._exit
            other.execute("ROLLBACK")
        await until(pilot, lambda: app._exit)
    with closing(sqlite3.connect(tmp_path / "data" / "diptych" / "marks.sqlite3")) as kept:
        assert kept.execute("SELECT text FROM note").fetchall() == [("who",)]
