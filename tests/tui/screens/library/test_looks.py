"""Snapshots of the library at every size. After an intended change: pytest --snapshot-update."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from library import filled, reader, screen, search, text, until

from tui.widgets.filters.sources_pane import SourcesPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

pytestmark = pytest.mark.usefixtures("same_speed")
SIZES = [(80, 24), (120, 40), (200, 60)]
QUERY = 'guaido "armed forces"'


@pytest.mark.parametrize("size", SIZES)
def test_the_list_of_what_was_found(
    snap_compare: Any, launch: Launch, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await search(pilot, QUERY, 3)
        await pilot.press("enter")

    assert snap_compare(launch(), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_an_article_with_its_matches(
    snap_compare: Any, launch: Launch, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await search(pilot, QUERY, 3)
        await pilot.press("enter", "enter", "n", "n", "n")
        await until(pilot, lambda: reader(pilot).current == 3)

    assert snap_compare(launch(), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_malformed_query(snap_compare: Any, launch: Launch, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("space", "right_parenthesis")
        await until(pilot, lambda: "^" in text(pilot))

    assert snap_compare(launch(), terminal_size=size, run_before=before)


def test_nothing_found(snap_compare: Any, launch: Launch) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await search(pilot, "venezuella", 0)
        await until(pilot, lambda: "did you mean" in text(pilot))

    assert snap_compare(launch(), terminal_size=(120, 40), run_before=before)


def test_an_empty_library(
    snap_compare: Any, launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()

    async def before(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "There are no articles" in text(pilot))

    assert snap_compare(launch(Path("empty")), terminal_size=(80, 24), run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_help(snap_compare: Any, launch: Launch, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("question_mark")
        await pilot.pause()

    assert snap_compare(launch(), terminal_size=size, run_before=before)


def test_the_sources_over_the_list(snap_compare: Any, launch: Launch) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("1", "j", "enter")
        await until(pilot, lambda: screen(pilot).results.total == 1)
        await filled(pilot)

    assert snap_compare(launch(), terminal_size=(80, 24), run_before=before)


def test_finding_in_an_article(snap_compare: Any, launch: Launch) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("enter", "ctrl+f", *"pentagon")
        await until(pilot, lambda: "place 1 of" in text(pilot))

    assert snap_compare(launch(), terminal_size=(96, 24), run_before=before)


@pytest.mark.parametrize("theme", ["diptych-light", "ansi-light", "textual-light"])
def test_other_colours(snap_compare: Any, launch: Launch, theme: str, home: Path) -> None:
    folder = home / "config" / "diptych"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f'theme = "{theme}"\n')

    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await search(pilot, QUERY, 3)
        await pilot.press("enter", "n", "n")

    assert snap_compare(launch(), terminal_size=(96, 24), run_before=before)


def test_no_colours(snap_compare: Any, launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await search(pilot, QUERY, 3)
        await pilot.press("enter", "n", "n")

    assert snap_compare(launch(), terminal_size=(96, 24), run_before=before)


async def test_an_app_that_is_left_is_not_drawn_any_more(launch: Launch) -> None:
    app = launch()
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
    assert not app.screen_stack
    app._redraw_when_settled()  # as its timer has it do that ran out while the last screen was removed


@pytest.mark.parametrize("size", SIZES)
def test_saved_searches_above_the_sources(
    snap_compare: Any, launch: Launch, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        desk = screen(pilot).session.desk
        desk.saved.save("armed forces", '"armed forces"')
        desk.saved.save("pompeo", "pompeo")
        desk.marks.store.look("pompeo", [])
        pane = screen(pilot).query_one(SourcesPane)
        await until(pilot, lambda: any(one.new for one in pane._facets))
        await pilot.press("1", "g", "j")

    assert snap_compare(launch(), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_the_name_of_a_search_is_asked_for(
    snap_compare: Any, launch: Launch, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(pilot.app.screen.query("#asked")) == 1)

    assert snap_compare(launch(), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", ["compact", "normal"])
def test_rows_in_other_forms(
    snap_compare: Any, launch: Launch, size: tuple[int, int], form: str
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await search(pilot, QUERY, 3)
        await pilot.press("enter", *(["L"] if form == "compact" else ["L", "L"]))
        await pilot.pause()

    assert snap_compare(launch(), terminal_size=size, run_before=before)
