"""Listing the links of the article shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Article, ArticleLink, Desk
    from tui.screens.reading.reading_screen import ReadingScreen


class LinkList:
    """Looks for the links of an article in a thread, and shows them for the user to choose one.

    Args:
        screen: the screen with the article.
        desk: gives the library; called in a thread.
    """

    def __init__(self, screen: ReadingScreen, desk: Callable[[], Desk]) -> None:
        self._screen = screen
        self._links: Latest[Article, list[ArticleLink]] = Latest(
            screen, lambda article: _links(desk(), article), self._show, lambda *_: None
        )

    def ask(self) -> None:
        """Look for the links of the article shown, and list them."""
        if (article := self._screen.article) is not None:
            self._links.ask(article)

    def _show(self, article: Article, found: list[ArticleLink]) -> None:
        screen = self._screen
        if screen.article is None or screen.article.id != article.id:
            return
        if not found:
            screen.inform("No links in this article.")
            return
        hand = screen.hand
        screen.post_message(screen.ShowLinks(found, hand.browse_address, hand.copy_address))


def _links(desk: Desk, article: Article) -> list[ArticleLink]:
    from search import article_links  # noqa: PLC0415 - the first frame doesn't wait for it

    return article_links(desk.file(article), article)
