"""Bringing in what the user names or drops onto the window, after a look at what would come."""

from __future__ import annotations

import shlex
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from library import articles, filled, screen, text, until
from onscreen import on_top, shows
from paper import put
from textual import events
from textual.widgets import Input
from web_server import HOST, WebServer, answer, silence

from search import bundled
from tui import settings
from tui.screens.library.incoming.preview_screen import PreviewScreen
from tui.screens.library.incoming.source_dialog import SourceDialog
from tui.widgets.arrival_list import ArrivalList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZES = [(80, 24), (120, 40), (200, 60)]
PAGE = (
    "<html><head><title>Ferry {0} late again</title>"
    "<meta property='article:published_time' content='2024-03-0{0}'></head><body><article>"
    "<h1>Ferry {0} late again</h1><p>The ferry {0} of the sound was late again on Saturday, as it"
    " had been all winter, and nobody on the quay knew why that was.</p><p>Passengers waited for {0}"
    " hours in the rain, and the harbour board had no word for them.</p></article></body></html>"
)


@pytest.fixture(autouse=True)
def settings_file(home: Path) -> None:
    assert home.is_dir()
    file = settings.settings_path()
    file.parent.mkdir(parents=True)
    file.write_text(f'hosts = "{HOST}"\nwatch = false\n')


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(1, 4):
        put(tmp_path / "news", f"{number}.md", number, url=f"https://tide.example/{number}")
    drop = tmp_path / "drop"
    for number in range(1, 6):
        url = f"https://tide.example/{number + 20}"
        put(drop, f"a{number}.md", number + 20, f"The tide of day {number} is high.", url=url)
    put(drop, "again.md", 2, url="https://tide.example/2")
    (drop / "empty.md").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news"


def saved(library: Path) -> list[str]:
    return sorted(file.name for file in library.glob("undated-*.md"))


async def look(pilot: Pilot[None], typed: str) -> None:
    """Name something, and wait until what would come is shown."""
    await filled(pilot)
    await pilot.press("i")
    await until(pilot, lambda: shows(pilot.app, SourceDialog))
    pilot.app.screen.query_one(Input).value = typed
    await pilot.press("enter")
    await until(pilot, lambda: shows(pilot.app, PreviewScreen))
    await until(pilot, lambda: not on_top(pilot.app, PreviewScreen).looking)


@pytest.mark.parametrize("size", SIZES)
async def test_what_would_come_is_shown_before_anything_is_written_and_then_comes(
    launch: Launch, library: Path, size: tuple[int, int]
) -> None:
    async with launch(library).run_test(size=size, notifications=True) as pilot:
        await look(pilot, "drop")
        assert "5 new · 1 there already · 1 refused" in text(pilot)
        assert saved(library) == []
        await pilot.press("space")
        await pilot.pause()
        assert "4 new · 1 there already · 1 refused · 1 left out" in text(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: not shows(pilot.app, PreviewScreen))
        assert len(saved(library)) == 4
        assert "undated-tide-marlow-21.md" not in saved(library)
        await until(pilot, lambda: screen(pilot).results.total == 7)
        await until(pilot, lambda: chosen(pilot) == "undated-tide-marlow-22.md")
        assert "Brought in 4 articles." in text(pilot)


def chosen(pilot: Pilot[None]) -> str:
    """Give the path of the article of the current row."""
    hit = articles(pilot).hit
    return hit.head.path if hit else ""


@pytest.mark.parametrize("size", SIZES)
async def test_files_that_nothing_reads_are_told_in_a_line(
    launch: Launch, library: Path, size: tuple[int, int]
) -> None:
    for name in ("quay.jpg", "pier.jpg", "notes.xyz"):
        (library.parent / "drop" / name).write_bytes(b"\xff\xd8 no text")
    async with launch(library).run_test(size=size) as pilot:
        await look(pilot, "drop")
        assert "3 files passed over: 2 .jpg, 1 .xyz" in text(pilot)
        assert "5 new · 1 there already · 1 refused" in text(pilot)
        assert pilot.app.screen.query_one("#passed-over").size.height == 1


async def test_without_such_files_nothing_is_said_of_them(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=(80, 24)) as pilot:
        await look(pilot, "drop/a1.md")
        assert "passed over" not in text(pilot)
        assert not pilot.app.screen.query_one("#passed-over").display


async def test_escape_leaves_everything_as_it_was(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await look(pilot, "drop")
        await pilot.press("escape")
        await until(pilot, lambda: not shows(pilot.app, PreviewScreen))
        assert saved(library) == []
        assert not (library / "feeds.toml").exists()


async def test_a_page_is_fetched_once_and_a_feed_subscribed_to(
    launch: Launch, library: Path
) -> None:
    entry = "<item><title>Wall</title><link>https://quay.example/1</link><description>It holds.</description></item>"
    rss = f"<rss><channel><title>Quay Herald</title>{entry}</channel></rss>".encode()
    pages = {
        "/page": answer(PAGE.format(3).encode()),
        "/feed": answer(rss, "200 OK", "application/rss+xml"),
    }
    with WebServer({**pages}) as server:
        async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
            await look(pilot, f"{server.url('/page')} {server.url('/feed')} {server.url('/none')}")
            assert "2 new · 1 feed to subscribe to · 1 refused" in text(pilot)
            await pilot.press("enter")
            await until(pilot, lambda: screen(pilot).results.total == 5)
            assert "Brought in 2 articles, subscribed to 1 feed." in text(pilot)
        asked = [one for one in server.requests if not one.startswith("GET /robots.txt")]
        assert len(asked) == 3
        assert server.url("/feed") in (library / "feeds.toml").read_text()


async def test_a_search_gives_way_to_the_list_with_the_first_new_article(
    launch: Launch, library: Path
) -> None:
    async with launch(library, search="captain 3").run_test(
        size=(120, 40), notifications=True
    ) as pilot:
        await look(pilot, "drop/a1.md")
        await pilot.press("enter")
        await until(pilot, lambda: chosen(pilot) == "undated-tide-marlow-21.md")
        assert screen(pilot).results.total == 4


async def test_a_slow_server_is_left_by_escape_at_once(launch: Launch, library: Path) -> None:
    with WebServer({"/slow": silence}) as server:
        async with launch(library).run_test(size=(80, 24), notifications=True) as pilot:
            await filled(pilot)
            await pilot.press("i")
            await until(pilot, lambda: shows(pilot.app, SourceDialog))
            pilot.app.screen.query_one(Input).value = server.url("/slow")
            await pilot.press("enter")
            await until(pilot, lambda: "looking at http" in text(pilot))
            await pilot.press("enter")  # there is nothing to bring in yet
            assert shows(pilot.app, PreviewScreen)
            await pilot.press("escape")
            await until(pilot, lambda: not shows(pilot.app, PreviewScreen))


async def test_what_is_dropped_onto_the_window_is_looked_at(launch: Launch, library: Path) -> None:
    file = library.parent / "drop" / "a 1.md"
    shutil.copy(library.parent / "drop" / "a1.md", file)
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        for key in ("1", "2", "3"):  # whatever pane has the focus
            await pilot.press(key)
            pilot.app.post_message(events.Paste(f"{shlex.quote(str(file))} "))
            await until(pilot, lambda: shows(pilot.app, PreviewScreen))
            await until(pilot, lambda: not on_top(pilot.app, PreviewScreen).looking)
            assert pilot.app.screen.query_one(ArrivalList).total == 1
            await pilot.press("escape")
            await until(pilot, lambda: not shows(pilot.app, PreviewScreen))


async def test_other_pastes_and_those_into_a_line_name_nothing(
    launch: Launch, library: Path
) -> None:
    file = str(library.parent / "drop" / "a1.md")
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        pilot.app.post_message(events.Paste("some words"))
        await pilot.pause()
        assert not shows(pilot.app, PreviewScreen)
        await pilot.press("slash")
        pilot.app.post_message(events.Paste(file))
        await pilot.pause()
        assert not shows(pilot.app, PreviewScreen)
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.value.endswith(file)


async def test_tab_completes_the_path_typed_last(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        await pilot.press("i")
        await until(pilot, lambda: shows(pilot.app, SourceDialog))
        line = pilot.app.screen.query_one(Input)
        line.value = "https://tide.example/9 drop/ag"
        await pilot.press("tab")
        assert line.value == "https://tide.example/9 drop/again.md"
        await pilot.press("escape")
        await until(pilot, lambda: not shows(pilot.app, SourceDialog))


@pytest.mark.parametrize("kind", ["bundled", "file"])
async def test_what_is_no_folder_of_ones_own_is_refused_in_one_line(
    launch: Launch, library: Path, kind: str
) -> None:
    where = bundled() if kind == "bundled" else library / "1.md"
    async with launch(where).run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        await pilot.press("i")
        await pilot.pause()
        assert not shows(pilot.app, SourceDialog)
        said = "came with Diptych" if kind == "bundled" else "is one file"
        assert said in text(pilot)


async def test_what_does_not_come_in_cannot_be_left_out(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await look(pilot, "drop/a1.md drop/again.md")
        await pilot.press("down", "space")
        await pilot.pause()
        assert "This doesn't come in anyway." in text(pilot)


async def test_a_file_that_cannot_be_written_is_told(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await look(pilot, "drop/a1.md drop/a2.md")
        shutil.rmtree(library)
        await pilot.press("enter")
        await until(pilot, lambda: not shows(pilot.app, PreviewScreen))
        await until(pilot, lambda: "Failed:" in text(pilot))


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES, ids=["small", "middling", "large"])
def test_what_would_come_looks_as_it_did(
    snap_compare: Any,
    launch: Launch,
    library: Path,
    size: tuple[int, int],
) -> None:
    (library.parent / "list.opml").write_text(
        '<opml version="2.0"><body><outline text="Tide Times" xmlUrl="https://tide.example/feed"/></body></opml>'
    )

    async def before(pilot: Pilot[None]) -> None:
        await look(pilot, "drop list.opml missing.html")
        await pilot.press("space")
        await pilot.pause()

    assert snap_compare(launch(library), terminal_size=size, run_before=before)


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES, ids=["small", "middling", "large"])
def test_the_question_what_to_bring_in_looks_as_it_did(
    snap_compare: Any,
    launch: Launch,
    library: Path,
    size: tuple[int, int],
) -> None:

    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("i")
        await until(pilot, lambda: shows(pilot.app, SourceDialog))

    assert snap_compare(launch(library), terminal_size=size, run_before=before)
