"""Fetching what the library subscribes to, from a real server, while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from library import articles, filled, idle, screen, text, until
from onscreen import shows
from paper import put
from web_server import HOST, WebServer, answer, silence

from search import bundled
from tui import settings
from tui.screens.library.incoming import feed_updates
from tui.screens.library.incoming.source_dialog import SourceDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZES = [(80, 24), (120, 40), (200, 60)]
SIZE = (120, 40)


def feed(*numbers: int) -> bytes:
    entry = (
        "<item><title>Wall {0} holds</title><link>https://quay.example/{0}</link>"
        "<pubDate>Tue, 0{0} Mar 2024 10:00:00 GMT</pubDate>"
        "<description>The wall of harbour {0} holds.</description></item>"
    )
    items = "".join(entry.format(number) for number in numbers)
    text = f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>"
    return answer(text.encode(), "200 OK", "application/rss+xml", 'ETag: "1"')


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer({"/feed": feed(1, 2), "/slow": silence}) as serving:
        yield serving


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number in range(1, 4):
        put(tmp_path / "news", f"{number}.md", number)
    choose("")
    return tmp_path / "news"


def choose(more: str) -> None:
    """Write the settings file: this machine may be asked, and the folder isn't watched."""
    file = settings.settings_path()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'hosts = "{HOST}"\nwatch = false\n{more}')


def subscribe(library: Path, server: WebServer, *paths: str) -> None:
    entries = [f'[[feed]]\nurl = "{server.url(path)}"\ntitle = "{path[1:]}"\n' for path in paths]
    (library / "feeds.toml").write_text("".join(entries))


def told(pilot: Pilot[None], words: str) -> bool:
    return any(words in one.message for one in pilot.app._notifications)


async def test_what_came_is_in_the_list_and_the_place_is_kept(
    launch: Launch, library: Path, server: WebServer
) -> None:
    subscribe(library, server, "/feed")
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("down")
        chosen = screen(pilot).article_id
        await pilot.press("R")
        await until(pilot, lambda: told(pilot, "1 feed: 2 new articles."))
        await until(pilot, lambda: screen(pilot).results.total == 5)
        assert screen(pilot).article_id == chosen
        await until(pilot, lambda: idle(pilot))
        await pilot.press("R")
        await until(pilot, lambda: told(pilot, "1 feed: nothing new."))
        assert len(server.requests) == 2


async def test_what_failed_is_told_in_a_line_each_and_stops_nothing(
    launch: Launch, library: Path, server: WebServer
) -> None:
    subscribe(library, server, "/none", "/feed", "/gone")
    async with launch(library).run_test(size=SIZE, notifications=True) as pilot:
        await filled(pilot)
        await pilot.press("R")
        await until(pilot, lambda: told(pilot, "3 feeds: 2 new articles, 2 feeds failed"))
        await until(pilot, lambda: "2 feeds failed: press !" in text(pilot))
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: "What failed" in text(pilot))
        assert "none  there is no such page (404)" in text(pilot)
        assert "gone  there is no such page (404)" in text(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "What failed" not in text(pilot))
        await until(pilot, lambda: idle(pilot))
        server.pages["/none"] = server.pages["/gone"] = feed(1)
        await pilot.press("R")
        await until(pilot, lambda: told(pilot, "3 feeds: nothing new."))
        await until(pilot, lambda: "press !" not in text(pilot))


async def test_escape_stops_it_at_once_and_what_came_stays(
    launch: Launch, library: Path, server: WebServer
) -> None:
    subscribe(library, server, "/feed", "/slow")
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("R")
        await until(pilot, lambda: "feeds: 1 of 2 · esc stops · feed" in text(pilot))
        await pilot.press("R")
        assert told(pilot, "Something is going on already; esc stops it.")
        await pilot.press("escape")
        await until(pilot, lambda: told(pilot, "Stopped after 1 of 2 feeds: 2 new articles."))
        await until(pilot, lambda: screen(pilot).results.total == 5)
        await until(pilot, lambda: "esc stops" not in text(pilot))


async def test_meanwhile_nothing_else_is_brought_in_which_would_come_twice(
    launch: Launch, library: Path, server: WebServer
) -> None:
    subscribe(library, server, "/slow")
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("R")
        await until(pilot, lambda: "feeds: 0 of 1" in text(pilot))
        await pilot.press("i")
        await pilot.pause()
        assert not shows(pilot.app, SourceDialog)
        assert told(pilot, "Feeds are being updated")
        await pilot.press("escape")
        await until(pilot, lambda: told(pilot, "Stopped after 0 of 1 feed: nothing new."))


async def test_every_so_often_feeds_are_fetched_by_themselves_and_only_news_is_told(
    launch: Launch, library: Path, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_updates, "_MINUTE", 0.1)
    choose("update = 1\n")
    subscribe(library, server, "/feed")
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await until(pilot, lambda: screen(pilot).results.total == 5)
        await until(pilot, lambda: len(server.requests) > 2)
        assert told(pilot, "1 feed: 2 new articles.")
        assert not told(pilot, "nothing new")
        assert articles(pilot).hit is not None


async def test_what_goes_on_by_itself_takes_no_key(
    launch: Launch, library: Path, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_updates, "_MINUTE", 0.1)
    choose("update = 1\n")
    subscribe(library, server, "/slow")
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await until(pilot, lambda: "feeds: 0 of 1" in text(pilot))
        assert "esc stops" not in text(pilot)
        await pilot.press("3")
        assert screen(pilot).panes.current == "reader"
        await pilot.press("escape")
        assert screen(pilot).panes.current == "articles"
        assert "feeds: 0 of 1" in text(pilot)


async def test_without_feeds_it_is_said_how_to_get_one(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("R")
        await until(pilot, lambda: told(pilot, "subscribes to no feed yet; i brings in"))


async def test_subscriptions_that_cannot_be_read_are_told_in_one_line(
    launch: Launch, library: Path
) -> None:
    (library / "feeds.toml").write_text("no [ toml")
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("R")
        await until(pilot, lambda: told(pilot, "it is no TOML"))


async def test_what_is_no_feed_in_the_file_is_told_and_not_counted(
    launch: Launch, library: Path
) -> None:
    (library / "feeds.toml").write_text('cookeis = "x"\n')
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("R")
        await until(pilot, lambda: told(pilot, 'did you mean "cookies"?'))
        assert not told(pilot, "1 feed")


async def test_the_bundled_articles_subscribe_to_nothing(launch: Launch) -> None:
    async with launch(bundled()).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("R")
        assert told(pilot, "came with Diptych")


@pytest.mark.usefixtures("same_speed")
@pytest.mark.parametrize("size", SIZES, ids=["small", "middling", "large"])
def test_an_update_that_goes_on_looks_as_it_did(
    snap_compare: Any, launch: Launch, library: Path, server: WebServer, size: tuple[int, int]
) -> None:
    subscribe(library, server, "/feed", "/none", "/slow")

    async def before(pilot: Pilot[None]) -> None:
        await filled(pilot)
        await pilot.press("R")
        await until(pilot, lambda: "feeds: 2 of 3" in text(pilot))

    assert snap_compare(launch(library), terminal_size=size, run_before=before)
