"""Waiting for the library screen, and reading it."""

from __future__ import annotations

import asyncio
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.screens.library.screen import LibraryScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.reader import Reader
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from tui.app import DiptychApp

KEYS = {
    " ": "space",
    '"': "quotation_mark",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    ":": "colon",
    "-": "minus",
    "*": "asterisk",
}


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait until a condition is true, a minute at most."""
    for _ in range(3000):
        await pilot.pause()
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"never came true; the screen:\n{text(pilot)}")


def screen(pilot: Pilot[None]) -> LibraryScreen:
    """Give the library screen, whatever screen is on top."""
    return next(s for s in pilot.app.screen_stack if isinstance(s, LibraryScreen))


def reader(pilot: Pilot[None]) -> Reader:
    """Give the reading pane."""
    return screen(pilot).query_one(Reader)


def articles(pilot: Pilot[None]) -> ArticleList:
    """Give the list of articles."""
    return screen(pilot).query_one(ArticleList)


def search_text(pilot: Pilot[None]) -> str:
    """Give the text of the search line."""
    return screen(pilot).query_one(SearchLine).value


def text(pilot: Pilot[None]) -> str:
    """Give the text of the whole screen, in lines."""
    size = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips(size)
    return "\n".join(strip.text.rstrip() for strip in strips)


def idle(pilot: Pilot[None]) -> bool:
    """Tell whether all background work is done."""
    return all(worker.is_finished for worker in pilot.app.workers)


async def filled(pilot: Pilot[None]) -> None:
    """Wait until the list is loaded, the sync is done and the current article is shown."""
    here = screen(pilot)
    await until(
        pilot,
        lambda: (
            here.session.is_open
            and not here.session.syncing
            and articles(pilot).hit is not None
            and here.article is not None
            and here.status.report is not None
            and idle(pilot)
        ),
    )


async def search(pilot: Pilot[None], query: str, total: int | None = None) -> None:
    """Type a query into the search line and wait for its answer."""
    await pilot.press("slash")
    await pilot.press(*(KEYS.get(character, character) for character in query))
    await until(
        pilot,
        lambda: (
            (asked := screen(pilot).lighting) is not None
            and asked.query == query
            and (total is None or screen(pilot).results.total == total)
            and (total == 0 or screen(pilot).article is not None or screen(pilot).current.held)
            and idle(pilot)
        ),
    )


def use_editor(app: DiptychApp, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the user's editor a script that adds a sentence about a zebra to a file."""
    script = folder / "editor.py"
    script.write_text(
        "import sys\nwith open(sys.argv[1], 'a') as f: f.write('\\n\\nA zebra crossed.\\n')\n"
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")

    @contextmanager
    def without_a_terminal() -> Iterator[None]:
        yield

    monkeypatch.setattr(app, "suspend", without_a_terminal)
