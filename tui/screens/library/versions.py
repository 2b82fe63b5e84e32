"""From the articles found to the stories they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library.everyuse import EveryUse
from tui.session.latest import Latest
from tui.widgets.article_list import ArticleList
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from search import ArticleId, SearchError
    from tui.session import events

_KEPT = 1_000


class _Gather:
    """A wish to have stories brought up to date."""


class Versions(EveryUse):
    """Opens the story of the article at hand, and tells in the list how many others tell it.

    Stories are brought up to date behind the list, after each look for changed files.
    """

    def __init__(
        self,
        library: Path,
        *,
        search: str | None,
        compare: tuple[str, str] | None,
        sync: bool,
    ) -> None:
        super().__init__(library, search=search, compare=compare, sync=sync)
        self._seen: dict[ArticleId, None] = {}
        self._others: dict[ArticleId, int] = {}
        self._gathering: Latest[_Gather, None] = Latest(
            self, self._gather, lambda *_: self._gathered(), _leave_as_it_is
        )
        self._counting = Latest(self, self._find_others, self._tell_others, _leave_as_it_is)

    def on_unmount(self) -> None:
        """Stop gathering."""
        self._gathering.forget()

    def on_session_synced(self, event: events.Synced) -> None:
        """Bring stories up to date."""
        del event
        self._gathering.ask(_Gather())

    def on_session_found(self, event: events.Found) -> None:
        """Count for the rows of an answer."""
        self._see(hit.id for hit in event.page.rows.values())

    def on_session_rows(self, event: events.Rows) -> None:
        """Count for rows that came into view."""
        self._see(hit.id for hit in event.rows.values())

    def on_screen_resume(self) -> None:
        """Count anew: stories may have been split or merged meanwhile."""
        self._count(anew=True)

    def offers(self, action: str) -> bool:
        """Tell whether an action makes sense now."""
        if action == "versions":
            return self.session.opened and self.article_id is not None
        return super().offers(action)

    def action_versions(self) -> None:
        """Show all versions of this article's story."""
        from tui.screens.story.screen import StoryScreen  # noqa: PLC0415 - seldom needed

        if (article := self.article_id) is not None:
            column = self.query_one(Reader).column
            self.app.push_screen(StoryScreen(self.session.desk, article, self.asked, column))

    def _see(self, articles: Iterable[ArticleId]) -> None:
        for article in articles:
            self._seen.pop(article, None)
            self._seen[article] = None
        for article in list(self._seen)[:-_KEPT]:
            del self._seen[article]
            self._others.pop(article, None)
        self._count()

    def _count(self, *, anew: bool = False) -> None:
        missing = tuple(one for one in self._seen if anew or one not in self._others)
        if missing:
            self._counting.ask(missing)

    def _gathered(self) -> None:
        self._count(anew=True)
        self.session.hear()

    def _gather(self, wish: _Gather) -> None:
        self.session.desk.grouping.gather(lambda: self._gathering.overtaken(wish))

    def _find_others(self, articles: tuple[ArticleId, ...]) -> dict[ArticleId, int]:
        return self.session.desk.grouping.versions(articles)

    def _tell_others(self, asked: tuple[ArticleId, ...], others: dict[ArticleId, int]) -> None:
        news = any(self._others.get(one, 0) != others.get(one, 0) for one in asked)
        self._others.update({one: others.get(one, 0) for one in asked})
        if news:
            self.query_one(ArticleList).count(self._others)


def _leave_as_it_is(question: object, error: SearchError) -> None:
    """Go without: what keeps stories from being told keeps the list from it too, which says so."""
    del question, error
