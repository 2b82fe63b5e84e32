"""Taking something out of a screen, in the app on real articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from library import filled, screen, text, until
from onscreen import on_top, shows
from textual.widgets import Input

from search import bundled
from tui.routes import ComparisonRoute, ConcordanceRoute, StoriesRoute, StoryRoute
from tui.screens.command_screen import CommandScreen
from tui.screens.dialog.export_dialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp
    from tui.routes import Route

    Launch = Callable[..., DiptychApp]

WIDE = (120, 40)
SIZES = [(80, 24), (120, 40), (200, 60)]


def dialog(pilot: Pilot[None]) -> ExportDialog:
    return on_top(pilot.app, ExportDialog)


def told(pilot: Pilot[None]) -> str:
    return "\n".join(
        one.message.replace("\n", "") for one in pilot.app._notifications
    )  # paths are broken


async def opened(pilot: Pilot[None], *keys: str) -> None:
    """Press keys once the list is there, and `e` last."""
    await filled(pilot)
    await pilot.press(*keys, "e")
    await until(pilot, lambda: shows(pilot.app, ExportDialog))


def path(pilot: Pilot[None]) -> str:
    return dialog(pilot).query_one(Input).value


async def write_to(pilot: Pilot[None], file: Path) -> None:
    """Put a path in the place of the proposed name, and press enter."""
    dialog(pilot).query_one(Input).value = str(file)
    await pilot.press("enter")


async def test_what_was_found_is_written_to_a_file(launch: Launch, tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    async with launch(search="pompeo").run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert "what was found: 3 articles" in text(pilot)
        assert path(pilot) == "pompeo.md"
        await pilot.press("right", "right")
        assert path(pilot) == "pompeo.json"
        await write_to(pilot, file)
        await until(pilot, lambda: "Wrote 3 articles as JSON" in told(pilot))
        assert str(file) in told(pilot)
    assert len(json.loads(file.read_text())["articles"]) == 3


async def test_this_article_is_copied(launch: Launch) -> None:
    async with launch(search="pompeo").run_test(size=WIDE) as pilot:
        await opened(pilot, "enter")
        assert "this article" in text(pilot)
        await pilot.press("down", "right")
        assert not dialog(pilot).query_one("#file-row").display
        await pilot.press("enter")
        await until(pilot, lambda: "Copied 1 article as Markdown" in told(pilot))
        assert pilot.app.clipboard.startswith("# ")


async def test_a_file_that_is_there_is_replaced_at_a_second_press(
    launch: Launch, tmp_path: Path
) -> None:
    file = tmp_path / "there.md"
    file.write_text("before")
    async with launch().run_test(size=WIDE) as pilot:
        await opened(pilot)
        await write_to(pilot, file)
        assert "is there already" in text(pilot)
        assert file.read_text() == "before"
        await pilot.press("enter")
        await until(pilot, lambda: "Wrote 5 articles" in told(pilot))
    assert file.read_text() != "before"


async def test_what_cannot_be_written_is_said_and_the_dialog_stays(
    launch: Launch, tmp_path: Path
) -> None:
    async with launch().run_test(size=WIDE) as pilot:
        await opened(pilot)
        await write_to(pilot, tmp_path / "no" / "a.md")
        await until(pilot, lambda: "it can't be written" in text(pilot))
        await write_to(pilot, tmp_path)
        await until(pilot, lambda: "name a file in it" in text(pilot))
        await pilot.press("escape")
        assert not shows(pilot.app, ExportDialog)
        assert told(pilot) == ""


async def test_tab_completes_the_name_of_a_file(launch: Launch, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for name in ("abc-one.md", "abc-two.md", "[bold]x.md"):
        (folder / name).write_text("")
    async with launch().run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("tab", "tab")
        line = dialog(pilot).query_one(Input)
        assert pilot.app.focused is line
        line.value = f"{folder}/a"
        await pilot.press("tab")
        assert line.value == f"{folder}/abc-"
        assert "abc-one.md  abc-two.md" in text(pilot)
        line.value = f"{folder}/["
        await pilot.press("tab")
        assert line.value == f"{folder}/[bold]x.md"


async def test_a_name_is_proposed_that_no_file_has(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("pompeo.md", "pompeo-2.md"):
        (tmp_path / name).write_text("before")
    async with launch(search="pompeo").run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert path(pilot) == "pompeo-3.md"
        assert str(tmp_path)[:20] in text(pilot)
        await pilot.press("right")
        assert path(pilot) == "pompeo.html"
        await pilot.press("left", "enter")
        await until(pilot, lambda: "Wrote 3 articles" in told(pilot))
        assert str(tmp_path / "pompeo-3.md") in told(pilot)
    assert (tmp_path / "pompeo.md").read_text() == "before"


async def test_a_picture_of_the_screen_is_written_without_the_dialog(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with launch(search="pompeo").run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("up", "left")
        assert "this screen, as a picture" in text(pilot)
        assert "SVG, a picture" in text(pilot)
        assert "the clipboard" not in text(pilot)
        assert path(pilot) == "diptych-library.svg"
        await pilot.press("enter")
        await until(pilot, lambda: "Wrote a picture of the screen to" in told(pilot))
    drawn = (tmp_path / "diptych-library.svg").read_text("utf-8")
    assert drawn.startswith("<svg")
    assert "pompeo" in drawn
    assert "Take" not in drawn


async def test_a_picture_that_cannot_be_written_is_said(launch: Launch, tmp_path: Path) -> None:
    async with launch(search="pompeo").run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("up", "left")
        await write_to(pilot, tmp_path / "no" / "a.svg")
        await until(pilot, lambda: "it can't be written" in told(pilot))


ROUTES = {
    "a comparison": ("this comparison", "Wrote the comparison as Markdown"),
    "a story": ("this story", "Wrote 1 article as Markdown"),
    "stories": ("this story", "Wrote 1 article as Markdown"),
    "a concordance": ("every use of this word", "uses as Markdown"),
}


@pytest.mark.parametrize("place", ROUTES)
async def test_every_screen_offers_what_it_shows(
    launch: Launch, tmp_path: Path, place: str
) -> None:
    offered, done = ROUTES[place]
    file = tmp_path / "out.md"
    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        await go(pilot, place)
        await pilot.press("e")
        await until(pilot, lambda: shows(pilot.app, ExportDialog))
        assert offered in text(pilot)
        await write_to(pilot, file)
        await until(pilot, lambda: done in told(pilot))
    assert file.read_text().startswith("# ")


async def go(pilot: Pilot[None], place: str) -> None:
    """Open a screen over the library's, and wait until it offers something."""
    library = screen(pilot)
    ids = screen(pilot).session.desk.ids()
    routes: dict[str, Route] = {
        "a comparison": ComparisonRoute(ids[0], ids[1], None),
        "a story": StoryRoute(ids[0], None),
        "stories": StoriesRoute(),
        "a concordance": ConcordanceRoute("guaido"),
    }
    library.go(routes[place])
    await until(pilot, lambda: pilot.app.screen is not library)
    above = pilot.app.screen
    assert isinstance(above, CommandScreen)
    await until(pilot, lambda: above.check_action("export", ()) and bool(above.offers))


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES)
def test_the_dialog(
    snap_compare: Any, launch: Launch, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")  # which the dialog names

    async def before(pilot: Pilot[None]) -> None:
        await opened(pilot)

    assert snap_compare(launch(bundled(), search="pompeo"), terminal_size=size, run_before=before)
