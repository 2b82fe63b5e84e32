"""Which screen shows a route. Screens are imported when they are first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.routes import (
    ArticleRoute,
    ComparisonRoute,
    ConcordanceRoute,
    KeynessRoute,
    LibraryRoute,
    NotesRoute,
    RevisionsRoute,
    StoriesRoute,
    StoryRoute,
)

if TYPE_CHECKING:
    from tui.routes import Route
    from tui.screens.command_screen import CommandScreen
    from tui.session.surroundings import Surroundings


def screen_of(route: Route, surroundings: Surroundings) -> CommandScreen | None:
    """Make the screen for a route; None for the library's, which exists from the start."""
    # ruff: noqa: PLC0415 - only the library's screen is needed at the start
    match route:
        case ArticleRoute():
            from tui.screens.article.screen import ArticleScreen

            return ArticleScreen(route, surroundings)
        case ComparisonRoute():
            from tui.screens.comparison.screen import ComparisonScreen

            return ComparisonScreen(route, surroundings)
        case ConcordanceRoute():
            from tui.screens.concordance.screen import ConcordanceScreen

            return ConcordanceScreen(route, surroundings)
        case KeynessRoute():
            from tui.screens.keyness.screen import KeynessScreen

            return KeynessScreen(route, surroundings)
        case StoryRoute():
            from tui.screens.story.screen import StoryScreen

            return StoryScreen(route, surroundings)
        case StoriesRoute():
            from tui.screens.stories.screen import StoriesScreen

            return StoriesScreen(route, surroundings)
        case NotesRoute():
            from tui.screens.notes.screen import NotesScreen

            return NotesScreen(route, surroundings)
        case RevisionsRoute():
            from tui.screens.revisions.screen import RevisionsScreen

            return RevisionsScreen(route, surroundings)
        case LibraryRoute():
            return None
