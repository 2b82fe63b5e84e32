"""Bringing in what the user names or drops onto the window."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.session.background import in_background
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.screens.library.current_article import CurrentArticle
    from tui.screens.library.incoming.incoming_text import Outcome
    from tui.screens.library.results import Results
    from tui.screens.reading.reading_screen import ReadingScreen
    from tui.session.session import Session


class BringingIn:
    """Asks what is to be brought in, shows what would come, and then what came.

    Attributes:
        open: whether what would come is being shown.

    Args:
        screen: the library's screen.
        session: the library.
        results: the results of the search, which then show the first new article.
        current: the article that is read, likewise.
        busy: tells whether something else brings in articles, which would come twice.
    """

    def __init__(
        self,
        screen: ReadingScreen,
        session: Session,
        results: Results,
        current: CurrentArticle,
        busy: Callable[[], bool],
    ) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._current = current
        self._busy = busy
        self.open = False

    def ask(self) -> None:
        """Ask what is to be brought in, unless nothing can be."""
        if self._may():
            from tui.screens.library.incoming.source_dialog import (  # noqa: PLC0415 - seldom needed
                SourceDialog,
            )

            self._screen.app.push_screen(SourceDialog(), self._preview)

    def drop(self, pasted: str) -> None:
        """Take what was dropped onto the window, if what was pasted is that."""
        from search import dropped_sources  # noqa: PLC0415 - as above

        if (names := dropped_sources(pasted)) and self._may():
            self._preview(names)

    def _may(self) -> bool:
        from tui.screens.library.incoming.incoming_text import refusal  # noqa: PLC0415 - as above

        said = refusal(self._session.library)
        if not self._session.is_open:
            said = "The library isn't open yet."
        if not said and self._busy():
            said = "Feeds are being updated: what would come in can be told after that."
        if said:
            self._screen.inform(said, warning=True)
        return not said

    def _preview(self, names: list[str] | None) -> None:
        if names:
            from tui.screens.library.incoming.preview_screen import (  # noqa: PLC0415 - as above
                PreviewScreen,
            )

            self.open = True
            session = self._session
            preview = PreviewScreen(session.desk, names, session.chosen.hosts, session.cookies)
            self._screen.app.push_screen(preview, self._brought)

    def _brought(self, outcome: Outcome | None) -> None:
        """Say what came, take it into the index, and show the first of it."""
        self.open = False
        if outcome is None:
            return
        from tui.screens.library.incoming.incoming_text import brought_in  # noqa: PLC0415 - as above

        failed = any(one.fault for one in outcome.done)
        self._screen.inform(brought_in(outcome), warning=failed)
        if outcome.first:
            file = self._session.desk.library / outcome.first
            self._session.sync(then=lambda: in_background(self._screen, self._show, file))

    async def _show(self, file: Path) -> None:
        """Choose an article in the list: in that of all, so that it is there."""
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        try:
            article = await asyncio.to_thread(self._session.desk.resolve, str(file))
        except SearchError:
            return  # the sync has failed, which was said
        self._screen.query_one(SearchLine).set_text("")
        self._current.release()
        self._results.ask("", kept=article)
        self._results.choose()
