"""The whole text of an article that is cut, fetched from the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import filled, idle, text, until
from web_server import WebServer, answer

from search import Arrivals, Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)
TEASER = "The harbour wall of Marlow will be built, its council decided."
PAGE = (
    f"<article><h1>The wall</h1><p>{TEASER}</p><p>It will cost four million, said the mayor, and work "
    "begins in May.</p><p>Fishermen who spoke against it want to go to court.</p></article>"
)


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer({"/wall": answer(PAGE.encode())}) as server:
        yield server


@pytest.fixture
def library(tmp_path: Path, server: WebServer) -> Path:
    """Give a library with an entry of which its feed has only the beginning."""
    (tmp_path / "library").mkdir()
    (tmp_path / "feed.xml").write_text(
        "<rss><channel><title>Quay Herald</title><item><title>Wall</title>"
        f"<link>{server.url('/wall')}</link><description>{TEASER}</description></item></channel></rss>",
        "utf-8",
    )
    desk = Desk(tmp_path / "library", cache=tmp_path / "c", data=tmp_path / "d")
    desk.sync()
    arrivals = Arrivals(desk, (), tmp_path / "c")
    for one in arrivals.decisions([str(tmp_path / "feed.xml")]):
        arrivals.carry_out(one)
    desk.close()
    return tmp_path / "library"


def names(library: Path) -> list[str]:
    return [file.name for file in library.glob("*.md")]


def told(pilot: Pilot[None], words: str) -> bool:
    return any(words in one.message for one in pilot.app._notifications)


async def test_the_whole_text_comes_and_what_was_marked_stays(
    launch: Launch, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.fetch.allowed_addresses.is_public", lambda _: True)
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert "⋯ Quay Herald" in text(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "★ ⋯ Quay Herald" in text(pilot))
        await pilot.press("F")
        await until(pilot, lambda: told(pilot, "The whole text is here."))
        await until(pilot, lambda: "Fishermen" in text(pilot) and idle(pilot))
        await until(pilot, lambda: "★ Quay Herald" in text(pilot))
        assert names(library) == ["undated-quay-herald-wall.md"]
        await pilot.press("F")
        await until(pilot, lambda: told(pilot, "isn't known to be cut"))


async def test_why_it_cannot_be_fetched_is_told_in_a_line(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("F")
        await until(pilot, lambda: told(pilot, "is this machine or in a private network"))
        assert "⋯ Quay Herald" in text(pilot)
