"""The next start continues where the last session ended."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library import articles, filled, idle, screen, search, search_text, until

from tui.navigation.whereabouts import Whereabouts, read_whereabouts
from tui.routes import (
    ArticleRoute,
    ComparisonRoute,
    ConcordanceRoute,
    KeynessRoute,
    LibraryRoute,
    StoryRoute,
)
from tui.screens.comparison.screen import ComparisonScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import ArticleId
    from tui.app import DiptychApp
    from tui.routes import Route

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)
IDS = st.sampled_from("0123456789abcdef").map(lambda one: cast("ArticleId", one * 16))
SEARCHES = st.builds(LibraryRoute, st.text(max_size=5), st.just("newest"), st.none() | IDS)
ABOVE: st.SearchStrategy[Route] = st.one_of(
    st.builds(ArticleRoute, IDS),
    st.builds(ComparisonRoute, IDS, IDS),
    st.builds(StoryRoute, IDS),
    st.builds(ConcordanceRoute, st.text(max_size=5)),
    st.just(KeynessRoute(("DW", None))),
)
MANY = st.lists(ABOVE, max_size=4).map(tuple)
PLACES = st.builds(Whereabouts, SEARCHES, MANY, st.lists(SEARCHES, max_size=3).map(tuple), MANY)


@given(PLACES)
def test_whereabouts_survive_json(places: Whereabouts) -> None:
    assert read_whereabouts(places.to_json()) == places


@given(PLACES, st.sets(IDS))
def test_no_screen_stands_on_one_whose_article_is_gone(
    places: Whereabouts, known: set[ArticleId]
) -> None:
    left = places.among(lambda article: article in known)
    assert left.above == places.above[: len(left.above)]
    assert left.among(lambda article: article in known) == left
    assert places.among(lambda _: True) == places
    assert (left.lowest, left.past) == (places.lowest, places.past)


@pytest.mark.parametrize(
    "value",
    [
        None, [], {}, "lowest", {"lowest": {}, "above": [], "past": [], "forward": []},
        {**Whereabouts(LibraryRoute()).to_json(), "above": [{"at": "nowhere"}]},
        {**Whereabouts(LibraryRoute()).to_json(), "past": 7},
        {**Whereabouts(LibraryRoute()).to_json(), "lowest": {"at": "keyness", "sources": []}},
    ],
)  # fmt: skip
def test_anything_else_is_dropped(value: object) -> None:
    assert read_whereabouts(value) is None


async def kept(pilot: Pilot[None]) -> None:
    """Wait until the app has kept where it is."""
    app = cast("DiptychApp", pilot.app)
    store = screen(pilot).session.desk.marks.store.session
    for _ in range(500):
        await pilot.pause()
        if store.load() == app.navigator.whereabouts.to_json():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("where the user is was never kept")


async def test_search_sort_article_and_pane_are_as_they_were(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("enter", "S")
        await until(pilot, lambda: screen(pilot).route.sort == "newest" and idle(pilot))
        await pilot.press("g", "j", "enter")
        await until(pilot, lambda: screen(pilot).settled and idle(pilot))
        before = screen(pilot).route
        await kept(pilot)
    assert (before.search, before.sort, before.pane) == ("pompeo", "newest", "reader")
    async with launch().run_test(size=SIZE) as pilot:
        await until(pilot, lambda: screen(pilot).route == before and idle(pilot))
        assert search_text(pilot) == "pompeo"
        assert articles(pilot).index == 1
        await pilot.press("ctrl+o", "ctrl+o")
        await until(pilot, lambda: screen(pilot).route.search == "")
    async with launch(fresh=True).run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert screen(pilot).route.pane == "articles"
        assert (search_text(pilot), articles(pilot).index) == ("", 0)


async def test_screens_above_the_list_are_open_again(launch: Launch) -> None:
    async with launch(search="military").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, ComparisonScreen) and idle(pilot))
        routes = cast("DiptychApp", pilot.app).navigator.routes
        await kept(pilot)
    async with launch().run_test(size=SIZE) as pilot:
        await until(pilot, lambda: cast("DiptychApp", pilot.app).navigator.routes == routes)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        assert search_text(pilot) == "military"


async def test_a_search_asked_for_is_not_overruled(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("enter")
        await kept(pilot)
    async with launch(search="military").run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert search_text(pilot) == "military"


async def test_what_is_damaged_or_gone_leads_to_what_is_there(launch: Launch, flood: Path) -> None:
    one, other = "0" * 16, "1" * 16
    async with launch(flood).run_test(size=SIZE) as pilot:
        await filled(pilot)
        session = screen(pilot).session.desk.marks.store.session
        gone = Whereabouts(
            LibraryRoute("flood", article=cast("ArticleId", one)),
            (ComparisonRoute(cast("ArticleId", one), cast("ArticleId", other)),),
        )
        session.keep(gone.to_json())
    async with launch(flood).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: search_text(pilot) == "flood" and idle(pilot))
        assert pilot.app.screen is screen(pilot)
        assert articles(pilot).index == 0
        screen(pilot).session.desk.marks.store.session.keep(["rubbish"])
    async with launch(flood).run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert search_text(pilot) == ""
