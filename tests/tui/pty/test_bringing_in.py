"""Bringing in a page and a dropped file in the real program, from a real server."""

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

PAGE = (
    b"<html><head><title>Ferry late again</title></head><body><article><h1>Ferry late again</h1>"
    b"<p>The ferry of the sound was late again on Saturday, as it had been all winter, and nobody"
    b" on the quay knew why that was.</p><p>Passengers waited for hours in the rain.</p></article></body></html>"
)


@pytest.fixture
def library(home: Path) -> Path:
    for number in range(1, 4):
        put(home / "library", f"{number}.md", number)
    put(home, "drop me.md", 9, "The tide is high today.")
    (home / ".config" / "diptych").mkdir(parents=True)
    (home / ".config" / "diptych" / "settings.toml").write_text(f'hosts = "{HOST}"\n')
    return home / "library"


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_a_page_is_looked_at_brought_in_and_chosen_and_so_is_what_is_dropped(
    launch: Launch, library: Path, home: Path, columns: int, rows: int
) -> None:
    with (
        WebServer({"/ferry": answer(PAGE)}) as server,
        launch(str(library), columns=columns, rows=rows) as terminal,
    ):
        terminal.wait("3 articles")
        terminal.wait("The harbour board")
        terminal.rest()
        terminal.press("i")
        terminal.wait("Bring in")
        terminal.press(*server.url("/ferry"))
        terminal.press("enter")
        terminal.wait("1 new")
        assert not list(library.glob("undated*"))
        terminal.press("enter")
        terminal.wait("4 articles")
        terminal.wait("▌ Ferry late again")
        terminal.wait("Brought in 1 article")
        terminal.rest()
        terminal.send(f"\x1b[200~'{home}/drop me.md' \x1b[201~".encode())
        terminal.wait("What would come into library")
        terminal.wait("1 new")
        terminal.press("escape")
        terminal.wait("4 articles")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
        assert sum("robots.txt" not in one for one in server.requests) == 1
        assert len(list(library.glob("undated*"))) == 1


def test_leaving_while_a_server_says_nothing_is_quick_and_clean(
    launch: Launch, library: Path
) -> None:
    with (
        WebServer({"/slow": silence}) as server,
        launch(str(library)) as terminal,
    ):
        terminal.wait("3 articles")
        terminal.wait("The harbour board")
        terminal.rest()
        terminal.press("i")
        terminal.wait("Bring in")
        terminal.press(*server.url("/slow"))
        terminal.press("enter")
        terminal.wait("looking at")
        terminal.press("ctrl+q")
        assert terminal.leave(20) == 0
        assert terminal.restored
