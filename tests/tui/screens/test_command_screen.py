"""Wherever an article is chosen, keys mark it as read and with a star, and take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import Harness, Placed, id_of, settled, surroundings
from library import until

from search import MarkChange
from tui.routes import ArticleRoute, ComparisonRoute, NotesRoute, StoryRoute
from tui.screens.article.screen import ArticleScreen
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.notes.screen import NotesScreen
from tui.screens.story.screen import StoryScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search import ArticleId, Desk
    from tui.screens.command_screen import CommandScreen
    from tui.session.surroundings import Surroundings

    Make = Callable[[ArticleId, ArticleId, Surroundings], CommandScreen]

SCREENS: dict[str, Make] = {
    "article": lambda one, _, around: ArticleScreen(ArticleRoute(one), around),
    "comparison": lambda one, other, around: ComparisonScreen(ComparisonRoute(one, other), around),
    "story": lambda one, _, around: StoryScreen(StoryRoute(one), around),
    "notes": lambda _, __, around: NotesScreen(NotesRoute(), around),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_the_chosen_article_is_marked(
    flood: Path, open_desk: Callable[..., Desk], name: str
) -> None:
    desk = open_desk(flood)
    one, other = id_of(desk, "herald"), id_of(desk, "courier")
    desk.marks.mark([one], MarkChange(note="Whose dam?"))
    app = Harness(Placed(SCREENS[name](one, other, surroundings(desk)), desk))
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        screen = next(s for s in app.screen_stack if type(s).__module__.endswith(f"{name}.screen"))
        await until(pilot, lambda: getattr(screen, "chosen", None) is not None)
        chosen = screen.chosen  # type: ignore[attr-defined]  # as just seen
        await pilot.press("u", "s")
        await until(pilot, lambda: desk.marks.of([chosen.id])[0].starred)
        assert desk.marks.of([chosen.id])[0].read
        await until(pilot, lambda: any("Starred: " in n.message for n in app._notifications))
        await pilot.press("U")
        await until(pilot, lambda: not desk.marks.of([chosen.id])[0].starred)
        await pilot.press("u")
        await until(pilot, lambda: not desk.marks.of([chosen.id])[0].read)
