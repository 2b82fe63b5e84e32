"""Fetching all of the text of an article that is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search import Article, ArticleId, Desk
    from tui.screens.reading.reading_screen import ReadingScreen


class Completing:
    """Fetches the whole text in a thread, and shows the article again.

    Args:
        screen: the screen with the article.
        desk: gives the library; called in a thread.
    """

    def __init__(self, screen: ReadingScreen, desk: Callable[[], Desk]) -> None:
        self._screen = screen
        self._fetching: Latest[ArticleId, Path] = Latest(
            screen,
            lambda article: _complete(desk(), article),
            lambda _, file: self._done(file),
            lambda _, error: screen.inform(str(error), warning=True),
            late=True,
        )

    def ask(self, article: Article) -> None:
        """Fetch all of the text of an article; what comes of it is told."""
        self._screen.inform(f"Fetching the whole text of “{article.label}” …")
        self._fetching.ask(article.id)

    def _done(self, file: Path) -> None:
        self._screen.inform("The whole text is here.")
        self._screen.edited(file)


def _complete(desk: Desk, article: ArticleId) -> Path:
    # The first frame doesn't wait for these.
    from search import complete_article, named_path  # noqa: PLC0415 - as is said above
    from tui import settings  # noqa: PLC0415 - likewise

    chosen = settings.load()
    cookies = named_path(chosen.cookies) if chosen.cookies else None
    return complete_article(desk, article, chosen.hosts, cookies)
