"""Going back and forward through searches and screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library import filled, idle, reader, screen, search, search_text, until

from tui.routes import (
    ArticleRoute,
    ComparisonRoute,
    ConcordanceRoute,
    KeynessRoute,
    LibraryRoute,
    StoryRoute,
    from_json,
    to_json,
)
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.concordance.screen import ConcordanceScreen
from tui.screens.library.screen import LibraryScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


async def shows(pilot: Pilot[None], kind: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and idle(pilot))


async def searched(pilot: Pilot[None], query: str) -> None:
    await until(
        pilot,
        lambda: search_text(pilot) == query and screen(pilot).route.search == query and idle(pilot),
    )


async def test_back_goes_to_the_search_before_and_its_article_and_forward_again(
    launch: Launch,
) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("enter", "j")
        await until(pilot, lambda: screen(pilot).settled and idle(pilot))
        chosen = screen(pilot).article_id
        await search(pilot, "military")
        await pilot.press("enter", "ctrl+o")
        await searched(pilot, "pompeo")
        await until(pilot, lambda: screen(pilot).settled)
        assert screen(pilot).article_id == chosen
        assert reader(pilot).matches > 0
        await pilot.press("ctrl+o")
        await searched(pilot, "")
        assert not pilot.app.check_action("go_back", ())
        await pilot.press("ctrl+right_square_bracket")
        await searched(pilot, "pompeo")
        await pilot.press("ctrl+right_square_bracket")
        await searched(pilot, "military")
        assert not pilot.app.check_action("go_forward", ())


async def test_back_leaves_a_screen_and_forward_opens_it_as_it_was(launch: Launch) -> None:
    app = launch(search="military")
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("c")
        await shows(pilot, ComparisonScreen)
        before = app.navigator.routes
        assert [type(route) for route in before] == [LibraryRoute, ComparisonRoute]
        await pilot.press("ctrl+o")
        await shows(pilot, LibraryScreen)
        assert app.navigator.routes == before[:1]
        await pilot.press("ctrl+right_square_bracket")
        await shows(pilot, ComparisonScreen)
        assert app.navigator.routes == before


async def test_what_was_left_by_escape_can_be_opened_again_until_one_goes_elsewhere(
    launch: Launch,
) -> None:
    app = launch(search="military")
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("c")
        await shows(pilot, ComparisonScreen)
        await pilot.press("escape")
        await shows(pilot, LibraryScreen)
        assert app.check_action("go_forward", ())
        await pilot.press("asterisk")
        await shows(pilot, ConcordanceScreen)
        assert not app.check_action("go_forward", ())


async def test_every_screen_has_a_route_that_opens_it_again(launch: Launch) -> None:
    app = launch(search="military")
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        article = screen(pilot).article_id
        assert article is not None
        other = next(one for one in screen(pilot).session.desk.ids() if one != article)
        lighting = screen(pilot).lighting
        for route in (
            ArticleRoute(article, lighting),
            ComparisonRoute(article, other, lighting),
            StoryRoute(article, lighting),
            ConcordanceRoute("military"),
            KeynessRoute(("DW", None)),
        ):
            app.navigator.go(route)
            await until(pilot, lambda: app.screen is not screen(pilot) and idle(pilot))
            assert app.navigator.routes[-1] == route
            assert from_json(to_json(route)) == route
            await pilot.press("ctrl+o")
            await shows(pilot, LibraryScreen)


async def test_the_next_entry_of_the_list_below_takes_the_place_of_the_one_read(
    launch: Launch,
) -> None:
    app = launch(search="military")
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("asterisk")
        await shows(pilot, ConcordanceScreen)
        await until(pilot, lambda: app.screen.check_action("open_use", ()))
        await pilot.press("enter")
        await until(pilot, lambda: len(app.navigator.routes) == 3 and idle(pilot))
        first = app.navigator.routes[-1]
        await pilot.press("J")
        await until(pilot, lambda: app.navigator.routes[-1] != first and idle(pilot))
        await pilot.press("K")
        await until(pilot, lambda: app.navigator.routes[-1] == first)
        assert len(app.navigator.routes) == 3
