from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import Harness, Placed, id_of, settled, surroundings
from library import text, until

from tui.routes import Lighting, StoryRoute
from tui.screens.article.screen import ArticleScreen
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.meeting.passage_box import PassageBox
from tui.screens.picker.article_picker import MergePicker
from tui.screens.story.screen import StoryScreen
from tui.widgets.claims.claim_matrix import ClaimMatrix
from tui.widgets.reader import Reader
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk

    Open = Callable[..., Desk]

SIZE = (120, 30)


def story_of(desk: Desk, article: str) -> Placed:
    return Placed(
        StoryScreen(StoryRoute(id_of(desk, article), Lighting("dam")), surroundings(desk)), desk
    )


def timeline(pilot: Pilot[None]) -> Timeline:
    screens = pilot.app.screen_stack
    return next(s for s in screens if isinstance(s, StoryScreen)).query_one(Timeline)


def claims_are_told(pilot: Pilot[None]) -> bool:
    return pilot.app.screen.query_one(ClaimMatrix).total > 0


def sources(pilot: Pilot[None]) -> list[str | None]:
    return [version.head.source for version in timeline(pilot)._versions]


async def test_all_versions_stand_in_order_of_time_with_why_they_are_one_story(
    flood: Path, open_desk: Open
) -> None:
    app = Harness(story_of(open_desk(flood), "courier"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert sources(pilot) == ["Valley Herald", "The Courier"]
        shown = text(pilot)
        assert "[bold]The dam[/bold] that failed" in shown
        assert "2 versions · 2 sources" in shown
        assert "one story · shares: " in shown
        assert "2 Mar 2024 to 3 Mar 2024" in shown
        assert "Valley Herald  ran it first" in shown
        assert "1 day later" in shown
        assert "The Courier  ⇄ you came from here" in shown
        assert timeline(pilot).index == 1


async def test_keys_move_from_version_to_version(flood: Path, open_desk: Open) -> None:
    app = Harness(story_of(open_desk(flood), "courier"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        seen = []
        for key in ("up", "up", "j", "k", "end", "home", "pagedown", "pageup"):
            await pilot.press(key)
            seen.append(timeline(pilot).index)
        assert seen == [0, 0, 1, 0, 1, 0, 1, 0]


@pytest.mark.parametrize("key", ["enter", "l", "right"])
async def test_a_version_is_read_lit_by_the_search_and_left_again(
    key: str, flood: Path, open_desk: Open
) -> None:
    app = Harness(story_of(open_desk(flood), "courier"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        reader = pilot.app.screen.query_one(Reader)
        assert "The Courier · 3 Mar 2024 · Flood in Marlow" in str(reader.border_title)
        assert reader.matches == 1
        assert reader.current is None
        await pilot.press("K")
        await settled(pilot)
        assert "Valley Herald" in str(reader.border_title)
        await pilot.press("escape")
        assert timeline(pilot).index == 0


async def test_c_compares_with_the_version_one_came_from(flood: Path, open_desk: Open) -> None:
    desk = open_desk(flood)
    app = Harness(story_of(desk, "courier"))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("c")
        await settled(pilot)
        await until(pilot, lambda: "This is the version you came from" in text(pilot))
        await pilot.press("up", "c")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ComparisonScreen)
        assert screen.request.pair == (id_of(desk, "courier"), id_of(desk, "herald"))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, StoryScreen)


async def test_a_version_is_taken_out_and_that_is_taken_back(flood: Path, open_desk: Open) -> None:
    app = Harness(story_of(open_desk(flood), "courier"))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("home", "x")
        await settled(pilot)
        assert sources(pilot) == ["The Courier"]
        message = "Valley Herald, 2 Mar 2024 is a story of its own now"
        await until(pilot, lambda: message in text(pilot))
        assert "No other article was found to tell this story." in text(pilot)
        await pilot.press("x", "c")
        assert isinstance(pilot.app.screen, StoryScreen)
        await pilot.press("U")
        await settled(pilot)
        assert sources(pilot) == ["Valley Herald", "The Courier"]
        await pilot.press("U")
        await settled(pilot)
        await until(pilot, lambda: "There is nothing to take back" in text(pilot))


async def test_an_article_is_picked_that_tells_the_same_story(flood: Path, open_desk: Open) -> None:
    app = Harness(story_of(open_desk(flood), "quiet"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert sources(pilot) == ["Elsewhere"]
        await pilot.press("m")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MergePicker)
        assert "“Quiet” tells the same story as…" in text(pilot)
        assert "enter merges" in text(pilot)
        await pilot.press(*"marlow", "enter")
        await settled(pilot)
        assert sources(pilot) == ["Valley Herald", "The Courier", "Elsewhere"]
        await pilot.press("m", "escape", "U")
        await settled(pilot)
        assert sources(pilot) == ["Elsewhere"]


async def test_a_click_chooses_and_a_second_one_reads(flood: Path, open_desk: Open) -> None:
    app = Harness(story_of(open_desk(flood), "courier"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.click(Timeline, offset=(10, 3))
        assert timeline(pilot).index == 0
        await pilot.click(Timeline, offset=(10, 3), times=2)
        await settled(pilot)
        assert isinstance(pilot.app.screen, ArticleScreen)


@pytest.mark.parametrize("key", ["escape", "h", "left"])
async def test_back_leaves(key: str, flood: Path, open_desk: Open) -> None:
    app = Harness(story_of(open_desk(flood), "courier"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press(key)
        assert not isinstance(pilot.app.screen, StoryScreen)


async def test_claims_stand_beside_the_versions_and_open_their_sentences(
    flood: Path, open_desk: Open
) -> None:
    desk = open_desk(flood)
    app = Harness(story_of(desk, "courier"))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        await until(pilot, lambda: "told by several" in text(pilot))
        assert "1 Valley Herald  2 The Courier" in text(pilot)
        await pilot.press("tab", "home")
        await until(pilot, lambda: "told by Valley Herald, The Courier" in text(pilot))
        await pilot.press("y")
        assert pilot.app.clipboard.endswith("told by Valley Herald, The Courier")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PassageBox))
        assert "● The Courier · 3 Mar 2024" in text(pilot)
        await pilot.press("end", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.article_id == id_of(desk, "courier")


async def test_the_article_of_a_claim_is_compared(flood: Path, open_desk: Open) -> None:
    desk = open_desk(flood)
    app = Harness(story_of(desk, "courier"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await until(pilot, lambda: "told by several" in text(pilot))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PassageBox))
        await pilot.press("c")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ComparisonScreen)
        assert set(screen.request.pair) == {id_of(desk, "courier"), id_of(desk, "herald")}


async def test_a_claim_that_one_outlet_alone_tells_is_marked(flood: Path, open_desk: Open) -> None:
    app = Harness(story_of(open_desk(flood), "courier"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await until(pilot, lambda: "told by several" in text(pilot))
        assert "▲ Insurers expect claims" in text(pilot)
        await pilot.press("tab", "end")
        await until(pilot, lambda: "▲ only in " in text(pilot))


async def test_in_a_narrow_window_versions_or_claims_are_shown(
    flood: Path, open_desk: Open
) -> None:
    app = Harness(story_of(open_desk(flood), "courier"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await until(pilot, lambda: "ran it first" in text(pilot))
        assert "told by several" not in text(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: "told by several" in text(pilot))
        assert "ran it first" not in text(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: "ran it first" in text(pilot))


async def test_a_story_of_one_version_has_no_claims(flood: Path, open_desk: Open) -> None:
    app = Harness(story_of(open_desk(flood), "quiet"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await until(pilot, lambda: "There is only one version" in text(pilot))
        await pilot.press("tab", "enter", "y")
        assert isinstance(pilot.app.screen, StoryScreen)


@pytest.mark.parametrize(
    ("size", "theme"),
    [((80, 24), ""), ((120, 40), ""), ((200, 60), ""), ((56, 20), ""), ((96, 24), "ansi-dark")],
    ids=["small", "middling", "large", "narrow", "no-colours"],
)
def test_a_story_looks_as_it_did(
    size: tuple[int, int],
    theme: str,
    flood: Path,
    open_desk: Open,
    snap_compare: Callable[..., bool],
) -> None:
    async def used(pilot: Pilot[None]) -> None:
        if theme:
            pilot.app.theme = theme
        await settled(pilot)
        await until(pilot, lambda: claims_are_told(pilot))
        await settled(pilot)

    app = Harness(story_of(open_desk(flood), "courier"))

    assert snap_compare(app, terminal_size=size, run_before=used)
