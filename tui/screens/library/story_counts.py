"""How many other articles have the same story, for each article in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from textual.screen import Screen

    from search import ArticleId, SearchError
    from tui.session.session import Session

_KEPT = 1_000
"""Articles to keep counts of: those shown last."""


class _Refresh:
    """A request to bring stories up to date."""


class StoryCounts:
    """Counts for the rows that are shown; brings stories up to date in a thread.

    Args:
        screen: the screen that owns the work; the work ends with it.
        session: the library.
        show: takes all known counts, whenever one has changed.
    """

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        show: Callable[[Mapping[ArticleId, int]], None],
    ) -> None:
        self._session = session
        self._show = show
        self._recent: dict[ArticleId, None] = {}
        self._others: dict[ArticleId, int] = {}
        self._refreshes: Latest[_Refresh, None] = Latest(
            screen, self._refresh, lambda *_: self._refreshed(), _ignore_error
        )
        self._counts = Latest(screen, self._find, self._take, _ignore_error)

    def refresh(self) -> None:
        """Bring stories up to date after articles have changed."""
        self._refreshes.ask(_Refresh())

    def forget(self) -> None:
        """Stop bringing stories up to date."""
        self._refreshes.forget()

    def count_for(self, articles: Iterable[ArticleId]) -> None:
        """Count for articles that come into view."""
        for article in articles:
            self._recent.pop(article, None)
            self._recent[article] = None
        for article in list(self._recent)[:-_KEPT]:
            del self._recent[article]
            self._others.pop(article, None)
        self.count()

    def count(self, *, again: bool = False) -> None:
        """Count for the articles without a count, or again for all."""
        missing = tuple(article for article in self._recent if again or article not in self._others)
        if missing:
            self._counts.ask(missing)

    def _refreshed(self) -> None:
        self.count(again=True)
        self._session.post_notices()

    def _refresh(self, request: _Refresh) -> None:
        self._session.desk.story_groups.gather(lambda: self._refreshes.overtaken(request))

    def _find(self, articles: tuple[ArticleId, ...]) -> dict[ArticleId, int]:
        return self._session.desk.story_groups.versions(articles)

    def _take(self, articles: tuple[ArticleId, ...], others: dict[ArticleId, int]) -> None:
        changed = any(
            self._others.get(article, 0) != others.get(article, 0) for article in articles
        )
        self._others.update({article: others.get(article, 0) for article in articles})
        if changed:
            self._show(self._others)


def _ignore_error(question: object, error: SearchError) -> None:
    """Show no counts; the list has the same error and shows it."""
    del question, error
