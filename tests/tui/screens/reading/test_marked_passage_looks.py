"""Snapshots of marked passages, notes and tags at every size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from library import filled, idle, reader, screen, text, until
from onscreen import on_top, shows

from search import Desk, MarkChange
from tui.screens.annotation.note_editor import NoteEditor
from tui.screens.annotation.tag_editor import TagEditor
from tui.screens.notes.screen import NotesScreen
from tui.widgets.note_list import NoteList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

pytestmark = pytest.mark.usefixtures("same_speed")
SIZES = [(80, 24), (120, 40), (200, 60)]
FOUND = '"rescued forty"'
LONG = "Who counted this, and when? " * 30 + "\n委内瑞拉的警报系统失灵。\nAsk [b]Petra Lang[/b]."


@pytest.fixture
def noted(flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a library with notes and tags, all made on one day."""
    monkeypatch.setattr("search.marks.library_marks.now", lambda: "2024-03-04T09:00:00+00:00")
    desk = Desk(flood, cache=tmp_path / "other", data=tmp_path / "data" / "diptych")
    desk.sync()
    herald, courier = (
        next(one for one in desk.ids() if desk.path(one).startswith(name))
        for name in ("herald", "courier")
    )
    for article, quote, said in (
        (herald, "Firefighters rescued forty people from rooftops", "Forty? The Courier has none."),
        (herald, "The siren system failed", LONG),
        (courier, "Insurers expect claims", "A round number."),
    ):
        passage = desk.marks.passage(article, quote)
        assert passage is not None
        desk.marks.mark([article], MarkChange(note=said).on(passage))
    desk.marks.mark([herald], MarkChange(note="Read again.", tags=("dams", "Marlow")))
    desk.close()
    return flood


async def opened(pilot: Pilot[None]) -> None:
    """Open the article of the herald, at what was searched for."""
    await filled(pilot)
    await until(pilot, lambda: not screen(pilot).session.syncing)  # which the line above would say
    await pilot.press("enter", "n")
    await until(pilot, lambda: reader(pilot).current == 0 and idle(pilot))


@pytest.mark.parametrize("size", SIZES)
def test_a_passage_with_its_note(
    snap_compare: Any, launch: Launch, noted: Path, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("full_stop", "right")
        await until(pilot, lambda: "Forty?" in text(pilot))

    assert snap_compare(launch(noted, search=FOUND), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_a_long_note_in_the_editor(
    snap_compare: Any, launch: Launch, noted: Path, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await opened(pilot)
        reader(pilot).mark_place(4, 0)
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        on_top(pilot.app, NoteEditor).area.insert(" More.")
        await pilot.press("escape")
        await until(pilot, lambda: "Not kept yet" in text(pilot))

    assert snap_compare(launch(noted, search=FOUND), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_tags_being_written(
    snap_compare: Any, launch: Launch, noted: Path, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("slash", *"insurers")
        await until(pilot, lambda: "The Courier" in text(pilot) and idle(pilot))
        await pilot.press("enter", "t")
        await until(pilot, lambda: shows(pilot.app, TagEditor))
        await until(pilot, lambda: "#dams 1" in text(pilot))

    assert snap_compare(launch(noted), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_all_notes(snap_compare: Any, launch: Launch, noted: Path, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("M")
        await until(pilot, lambda: shows(pilot.app, NotesScreen))
        listed = pilot.app.screen.query_one(NoteList)
        await until(pilot, lambda: listed.total == 4 and idle(pilot))
        await pilot.press("down")

    assert snap_compare(launch(noted), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_notes_in_a_comparison(
    snap_compare: Any, launch: Launch, noted: Path, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await until(pilot, lambda: idle(pilot) and "comparing" not in text(pilot))
        for _ in range(8):
            await pilot.press("right_curly_bracket")
            if "Who counted this" in text(pilot):
                break
        await until(pilot, lambda: "Who counted this" in text(pilot))

    pair = "herald.md", "courier.md"
    app = launch(noted, compare=tuple(str(noted / name) for name in pair))
    assert snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", ["diptych-light", "ansi-dark"])
def test_a_passage_in_other_colours(
    snap_compare: Any, launch: Launch, noted: Path, theme: str, home: Path
) -> None:
    folder = home / "config" / "diptych"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f'theme = "{theme}"\n')

    async def before(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("full_stop")
        await until(pilot, lambda: "Forty?" in text(pilot))

    assert snap_compare(launch(noted, search=FOUND), terminal_size=(96, 24), run_before=before)


def test_a_passage_without_colours(
    snap_compare: Any, launch: Launch, noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def before(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("full_stop")
        await until(pilot, lambda: "Forty?" in text(pilot))

    assert snap_compare(launch(noted, search=FOUND), terminal_size=(96, 24), run_before=before)
