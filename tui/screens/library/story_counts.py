"""How many other articles tell the story of each article in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from textual.screen import Screen

    from search import ArticleId, SearchError
    from tui.session.session import Session

_KEPT = 1_000
"""Articles that counts are kept of: those seen last."""


class _Refresh:
    """A wish to have stories brought up to date."""


class StoryCounts:
    """Counts for the rows that are seen; brings stories up to date behind the list.

    Args:
        screen: what the work belongs to; it ends with it.
        session: the library.
        show: takes the counts known by now, when one has changed.
    """

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        show: Callable[[Mapping[ArticleId, int]], None],
    ) -> None:
        self._session = session
        self._show = show
        self._seen: dict[ArticleId, None] = {}
        self._others: dict[ArticleId, int] = {}
        self._refreshing: Latest[_Refresh, None] = Latest(
            screen, self._gather, lambda *_: self._refreshed(), _leave_as_it_is
        )
        self._counting = Latest(screen, self._find, self._take, _leave_as_it_is)

    def refresh(self) -> None:
        """Bring stories up to date, as articles have changed."""
        self._refreshing.ask(_Refresh())

    def forget(self) -> None:
        """Stop bringing stories up to date."""
        self._refreshing.forget()

    def see(self, articles: Iterable[ArticleId]) -> None:
        """Count for articles that come into view."""
        for article in articles:
            self._seen.pop(article, None)
            self._seen[article] = None
        for article in list(self._seen)[:-_KEPT]:
            del self._seen[article]
            self._others.pop(article, None)
        self.count()

    def count(self, *, anew: bool = False) -> None:
        """Count for those seen of which nothing is known, or for all anew."""
        missing = tuple(one for one in self._seen if anew or one not in self._others)
        if missing:
            self._counting.ask(missing)

    def _refreshed(self) -> None:
        self.count(anew=True)
        self._session.post_notices()

    def _gather(self, wish: _Refresh) -> None:
        self._session.desk.story_groups.gather(lambda: self._refreshing.overtaken(wish))

    def _find(self, articles: tuple[ArticleId, ...]) -> dict[ArticleId, int]:
        return self._session.desk.story_groups.versions(articles)

    def _take(self, asked: tuple[ArticleId, ...], others: dict[ArticleId, int]) -> None:
        news = any(self._others.get(one, 0) != others.get(one, 0) for one in asked)
        self._others.update({one: others.get(one, 0) for one in asked})
        if news:
            self._show(self._others)


def _leave_as_it_is(question: object, error: SearchError) -> None:
    """Go without: what keeps stories from being told keeps the list from it too, which says so."""
    del question, error
