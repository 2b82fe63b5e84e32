from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import articles, filled, reader, screen, text, until
from onscreen import on_top, shows

from tui.screens.article.screen import ArticleScreen
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.library.screen import LibraryScreen
from tui.screens.meeting.meeting_box import MeetingBox
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


async def to_the_siren(pilot: Pilot[None]) -> None:
    """Open the herald's article, mark what it says of the siren, and ask who else says it."""
    await filled(pilot)
    while articles(pilot).hit is None or "dam" not in (articles(pilot).hit.head.label):  # type: ignore[union-attr] # it has one
        await pilot.press("j")
        await pilot.pause()
    await until(pilot, lambda: screen(pilot).article is not None)
    await pilot.press("enter")
    while "siren" not in (reader(pilot).passage() or ""):
        await pilot.press("full_stop")
    await pilot.press("w")
    await until(pilot, lambda: shows(pilot.app, MeetingBox))


async def looked(pilot: Pilot[None]) -> MeetingBox:
    box = on_top(pilot.app, MeetingBox)
    await until(pilot, lambda: not box.searching)
    return box


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_passages_of_others_stand_below_the_marked_one(
    launch: Launch, flood: Path, size: tuple[int, int]
) -> None:
    async with launch(flood).run_test(size=size) as pilot:
        await to_the_siren(pilot)
        box = await looked(pilot)
        assert [one.head.source for one in box.passages] == ["The Courier"]
        shown = text(pilot)
        assert "The Courier · 3 Mar 2024 · Flood in Marlow" in shown
        assert shown.index("The siren system failed because") < shown.index("The mayor said the")
        await pilot.press("escape")
        await until(pilot, lambda: shows(pilot.app, LibraryScreen))
        assert reader(pilot).has_focus


async def test_the_footer_has_the_keys_of_the_box(launch: Launch, flood: Path) -> None:
    async with launch(flood).run_test(size=(80, 24)) as pilot:
        await to_the_siren(pilot)
        await looked(pilot)
        footer = text(pilot).splitlines()[-1]
        assert "enter go there" in footer
        assert "esc back" in footer
        assert "unmark" not in footer


async def test_enter_goes_to_the_passage_and_back_leads_to_where_one_was(
    launch: Launch, flood: Path
) -> None:
    async with launch(flood).run_test(size=(120, 40)) as pilot:
        await to_the_siren(pilot)
        await looked(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, ArticleScreen))
        there = on_top(pilot.app, ArticleScreen)
        await until(pilot, lambda: there.article is not None and there.query_one(Reader).marked)
        assert "siren" in (there.query_one(Reader).passage() or "")
        await pilot.press("escape", "escape")  # the mark, then the article
        await until(pilot, lambda: shows(pilot.app, LibraryScreen))
        assert "siren" in (reader(pilot).passage() or "")


async def test_c_compares_the_two(launch: Launch, flood: Path) -> None:
    async with launch(flood).run_test(size=(120, 40)) as pilot:
        await to_the_siren(pilot)
        await looked(pilot)
        await pilot.press("c")
        await until(pilot, lambda: shows(pilot.app, ComparisonScreen))


async def test_what_nobody_else_says_is_said_so(launch: Launch, flood: Path) -> None:
    async with launch(flood).run_test(size=(120, 40)) as pilot:
        await to_the_siren(pilot)
        await pilot.press("escape")
        while "Cats" not in (reader(pilot).passage() or ""):
            await pilot.press("full_stop")
        await pilot.press("w")
        await until(pilot, lambda: shows(pilot.app, MeetingBox))
        await looked(pilot)
        assert "No passage of another outlet meets this one." in text(pilot)
        await pilot.press("enter", "c")
        assert shows(pilot.app, MeetingBox)
        await pilot.resize_terminal(60, 24)
        await until(pilot, lambda: "No passage of another outlet" in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: shows(pilot.app, LibraryScreen))


async def test_without_a_mark_the_first_sentence_on_screen_is_asked_for(
    launch: Launch, flood: Path
) -> None:
    async with launch(flood).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("w")
        await until(pilot, lambda: shows(pilot.app, MeetingBox))
        assert reader(pilot).marked is not None
        await pilot.press("w")
        await until(pilot, lambda: shows(pilot.app, LibraryScreen))


@pytest.mark.parametrize("key", ["w", "full_stop"])
async def test_from_the_list_of_a_small_window_the_reader_is_shown_first(
    launch: Launch, flood: Path, key: str
) -> None:
    async with launch(flood).run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        assert not reader(pilot).display
        await pilot.press(key)
        await until(pilot, lambda: reader(pilot).marked is not None)
        await until(pilot, lambda: shows(pilot.app, MeetingBox) == (key == "w"))
