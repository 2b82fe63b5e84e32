"""Going from an article to its comparison with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.routes import ComparisonRoute
from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import ArticleId, Counterpart, Desk, SearchError
    from tui.screens.reading.reading_screen import ReadingScreen
    from tui.session.surroundings import MarkedArticle


class Comparing:
    """Finds what to compare the current article with, and opens the comparison.

    Args:
        screen: the screen with the article.
        desk: gives the library; called in a thread.
    """

    def __init__(self, screen: ReadingScreen, desk: Callable[[], Desk]) -> None:
        self._screen = screen
        self._named: Latest[tuple[str, str], tuple[ArticleId, ...]] = Latest(
            screen,
            lambda names: desk().resolve_each(*names),
            lambda _, ids: self.compare(*ids),
            lambda _, error: self._show_no_comparison(error),
        )
        self._counterparts: Latest[ArticleId, list[Counterpart]] = Latest(
            screen,
            lambda article: desk().counterparts(article, limit=1),
            self._compare_best,
            lambda _, error: self._show_no_comparison(error),
        )

    def compare(self, left: ArticleId, right: ArticleId) -> None:
        """Open the comparison of two articles."""
        self._screen.go(ComparisonRoute(left, right, self._screen.lighting))

    def mark(self, mark: MarkedArticle) -> None:
        """Mark the article; a second one is compared with the first, the same one unmarked."""
        article, marked = self._screen.article_id, mark.article
        if article is None:
            return
        mark.article = article if marked is None else None
        self._screen.show_mark()
        if marked is None:
            self._screen.inform("Marked ⇄: press m on another article to compare the two.")
        elif marked != article:
            self.compare(marked, article)

    def compare_named(self, names: tuple[str, str]) -> None:
        """Compare two articles named by path, id or beginning of the id."""
        self._named.ask(names)

    def best(self) -> None:
        """Find the best counterpart, and open the comparison."""
        if self._screen.article_id is not None:
            self._counterparts.ask(self._screen.article_id)

    def choose(self) -> None:
        """Let the user choose the article to compare with."""
        if (article := self._screen.article_id) is not None:
            self._screen.post_message(
                self._screen.ChooseArticle(article, lambda other: self.compare(article, other))
            )

    def _compare_best(self, article: ArticleId, found: list[Counterpart]) -> None:
        if article != self._screen.article_id:
            return
        if found:
            self.compare(article, found[0].head.id)
        else:
            self._screen.inform("No article of another source is near this one; C lists them all.")

    def _show_no_comparison(self, error: SearchError) -> None:
        """Say why there is no comparison."""
        self._screen.inform(f"Nothing to compare: {error}", warning=True)
