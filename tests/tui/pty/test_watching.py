"""A file dropped into the folder of a library, seen in the real program."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from paper import put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]


@pytest.fixture
def library(home: Path) -> Path:
    for number in range(1, 4):
        put(home / "library", f"{number}.md", number)
    return home / "library"


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_what_is_dropped_and_taken_away_shows_by_itself_and_the_chosen_article_stays(
    launch: Launch, library: Path, columns: int, rows: int
) -> None:
    with launch(str(library), columns=columns, rows=rows) as terminal:
        terminal.wait("3 articles")
        terminal.wait("The harbour board")
        terminal.rest()
        terminal.press("j")
        terminal.wait("2 of 3")
        time.sleep(1)  # until the folder is watched; what comes before shows only then
        put(library, "0.md", 9, source="Tide\ndate: 2024-05-01")
        terminal.wait("4 articles")
        terminal.wait("3 of 4")  # it is the newest, so the chosen one is the third now
        (library / "0.md").unlink()
        terminal.wait("3 articles")
        terminal.wait("2 of 3")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
        assert b"Traceback" not in bytes(terminal.raw)
