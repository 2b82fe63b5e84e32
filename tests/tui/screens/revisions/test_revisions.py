"""The versions of an article in the app: told, listed, compared, gone through, come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import filled, idle, text, until
from onscreen import on_top, shows
from paper import put
from versions import PATH, bring_in_of_old

from tui.screens.article.screen import ArticleScreen
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.library.screen import LibraryScreen
from tui.screens.revisions.screen import RevisionsScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return bring_in_of_old(tmp_path, tmp_path / "library")


async def listed(pilot: Pilot[None]) -> None:
    """Open the article, and the list of its versions."""
    await filled(pilot)
    await until(pilot, lambda: "2 earlier versions" in text(pilot))
    await pilot.press("v")
    await until(pilot, lambda: shows(pilot.app, RevisionsScreen) and "3 versions" in text(pilot))


def told(pilot: Pilot[None], words: str) -> bool:
    return any(words in one.message for one in pilot.app._notifications)


def compared(pilot: Pilot[None]) -> tuple[str, ...]:
    """Give the numbers of the versions that are compared; none while there are none."""
    view = on_top(pilot.app, ComparisonScreen).view if shows(pilot.app, ComparisonScreen) else None
    if view is None or view.versions is None or not idle(pilot):
        return ()
    words = view.versions.words
    return tuple(said.split(",")[0].removeprefix("version ") for said in (words.left, words.right))


async def test_the_reader_tells_them_and_the_list_says_what_changed(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await listed(pilot)
        shown = text(pilot)
        for words in (
            "3  7 Mar 2024 12:00 · ",
            "passages: 2 removed",
            "2  6 Mar 2024 12:00 · ",
            "headline changed · passages: 1 replaced, 1 added",
            "1  5 Mar 2024 12:00 · ",
            "as it came first",
        ):
            assert words in shown
        assert shown.index("3  7 Mar") < shown.index("1  5 Mar")
        await pilot.press("escape")
        await until(pilot, lambda: shows(pilot.app, LibraryScreen))


async def test_two_are_laid_side_by_side_and_the_pairs_gone_through(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await listed(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: compared(pilot) == ("2", "3"))
        assert "version 2, 6 Mar 2024 12:00" in text(pilot)
        await pilot.press("J")
        await until(pilot, lambda: "there is no later version" in text(pilot))
        await pilot.press("K")
        await until(pilot, lambda: compared(pilot) == ("1", "2"))
        await pilot.press("K")
        await until(pilot, lambda: "there is no earlier version" in text(pilot))
        await pilot.press("right_curly_bracket")
        await until(pilot, lambda: "replaced" in text(pilot))
        await pilot.press("v", "v")
        await until(pilot, lambda: "only what changed" in text(pilot))
        assert "⋯ 1 sentence" in text(pilot)
        await pilot.press("x")
        await until(pilot, lambda: compared(pilot) == ("2", "1"))
        await pilot.press("J")
        await until(pilot, lambda: compared(pilot) == ("2", "3"))
        await pilot.press("ctrl+o")
        await until(pilot, lambda: shows(pilot.app, RevisionsScreen))
        await pilot.press("ctrl+right_square_bracket")
        await until(pilot, lambda: compared(pilot) == ("2", "3"))


async def test_the_first_is_compared_with_the_second_and_read_by_itself(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await listed(pilot)
        await pilot.press("end", "enter")
        await until(pilot, lambda: compared(pilot) == ("1", "2"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(pilot.app, RevisionsScreen) and idle(pilot))
        await pilot.press("o")
        await until(
            pilot, lambda: shows(pilot.app, ArticleScreen) and "four million" in text(pilot)
        )
        assert "earlier version" not in text(pilot)
        await pilot.press("E")
        await until(pilot, lambda: told(pilot, "stays as it was"))
        await pilot.press("s")
        await until(pilot, lambda: told(pilot, "marks are kept of articles"))


async def test_the_next_start_goes_on_there(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await listed(pilot)
        await pilot.press("end", "enter")
        await until(pilot, lambda: compared(pilot) == ("1", "2"))
        await pilot.press("ctrl+q")
    async with launch(library).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: compared(pilot) == ("1", "2"))
        await pilot.press("escape")
        await until(
            pilot, lambda: shows(pilot.app, RevisionsScreen) and "3 versions" in text(pilot)
        )
        assert on_top(pilot.app, RevisionsScreen).route.number == 1


async def test_an_article_that_nobody_changed_says_so(launch: Launch, tmp_path: Path) -> None:
    put(tmp_path / "other", "1.md", 1)
    async with launch(tmp_path / "other").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("v")
        await until(pilot, lambda: told(pilot, "Its publisher changed nothing"))
        assert shows(pilot.app, LibraryScreen)


async def test_a_damaged_version_is_told_and_the_others_are_listed(
    launch: Launch, library: Path
) -> None:
    (library / ".revisions" / PATH.removesuffix(".md") / "2.md").write_bytes(b"\0\xff")
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await until(pilot, lambda: "1 earlier version" in text(pilot))
        await pilot.press("v")
        await until(pilot, lambda: "2 versions · 1 unreadable" in text(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: compared(pilot) == ("1", "3"))
