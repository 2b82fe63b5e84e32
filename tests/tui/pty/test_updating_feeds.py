"""Updating feeds in the real program, from a real server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paper import put
from web_server import HOST, WebServer, answer, silence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]

FEED = (
    b"<rss><channel><title>Quay Herald</title><item><title>Wall holds</title>"
    b"<link>https://quay.example/1</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>"
    b"<description>The wall of the harbour holds.</description></item></channel></rss>"
)


@pytest.fixture
def library(home: Path) -> Path:
    for number in range(1, 4):
        put(home / "library", f"{number}.md", number)
    (home / ".config" / "diptych").mkdir(parents=True)
    (home / ".config" / "diptych" / "settings.toml").write_text(f'hosts = "{HOST}"\n')
    return home / "library"


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_feeds_are_fetched_told_of_and_stopped_and_leaving_meanwhile_is_clean(
    launch: Launch, library: Path, columns: int, rows: int
) -> None:
    fed = answer(FEED, "200 OK", "application/rss+xml")
    with (
        WebServer({"/feed": fed, "/slow": silence}) as server,
        launch(str(library), columns=columns, rows=rows) as terminal,
    ):
        urls = [server.url(path) for path in ("/none", "/feed", "/slow")]
        feeds = "".join(f'[[feed]]\nurl = "{url}"\n' for url in urls)
        (library / "feeds.toml").write_text(feeds)
        terminal.wait("3 articles")
        terminal.wait("The harbour board")
        terminal.rest()
        terminal.press("j")
        terminal.wait("2 of 3")
        terminal.press("R")
        terminal.wait("feeds: 2 of 3 · esc stops")
        terminal.wait("4 articles")
        terminal.wait("3 of 4")
        terminal.press("escape")
        terminal.wait("Stopped after 2 of 3")
        terminal.wait("1 feed failed: press !")
        terminal.press("!")
        terminal.wait("there is no such page")
        terminal.press("escape")
        terminal.wait("Articles")
        terminal.rest()  # an escape and a letter at once would be that letter with alt
        terminal.press("R")
        terminal.wait("feeds: 2 of 3 · esc stops")
        terminal.press("ctrl+q")
        assert terminal.leave(20) == 0
        assert terminal.restored
        assert b"Traceback" not in bytes(terminal.raw)
        assert len(list(library.glob("2024-03-05-*.md"))) == 1
