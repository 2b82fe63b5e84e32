"""Asking who else says what the marked passage says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.routes import ArticleRoute, ComparisonRoute
from tui.session.requests import MeetingRequest

if TYPE_CHECKING:
    from search import ArticleId, MeetingPassage
    from tui.screens.reading.reading_screen import ReadingScreen


class WhoElse:
    """Opens the box with the passages that meet the marked one, and goes where the user wants.

    Args:
        screen: the screen with the article.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def ask(self) -> None:
        """Ask for the marked passage; without one, for the first on screen."""
        if self._screen.article is not None:
            self._screen.to_reader()
            self._screen.first_layout.then(self._ask)

    def _ask(self) -> None:
        screen, reader = self._screen, self._screen.reader
        if screen.article is None:
            return
        if not reader.passage_seen:
            reader.step_passage(1)
        if reader.marked is None:
            screen.inform("There is no sentence here to ask for: mark one with . or a click.")
            return
        reader.lift_passage()
        article = screen.article.id
        asked = MeetingRequest(article, reader.marked, reader.passage() or "", reader.region)
        screen.post_message(
            screen.ShowMeeting(asked, self._go_to, lambda found: self._compare(article, found))
        )

    def _go_to(self, found: MeetingPassage) -> None:
        place = found.at.block, found.at.start
        self._screen.go(ArticleRoute(found.head.id, self._screen.lighting, place))

    def _compare(self, article: ArticleId, found: MeetingPassage) -> None:
        self._screen.go(ComparisonRoute(article, found.head.id, self._screen.lighting))
