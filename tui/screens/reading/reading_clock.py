"""Keeping where the reader is in an article, and noticing when it was read."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.session.background import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import ArticleId, Desk
    from tui.render.article_page import Place
    from tui.screens.reading.reading_screen import ReadingScreen

TICK = 1.0
"""Seconds between two looks; what was scrolled since the last is lost when the program is killed."""
READ_AFTER = 20
"""Looks at an article in the reader after which it counts as read."""


class ReadingClock:
    """Looks at a reader now and then.

    An article counts as read once its reader was moved to its end, or it was shown for 20 s, while
    the terminal has the focus where that is known. One that fits the pane has no end to move to, so
    that going through the list marks nothing.

    Args:
        screen: owns reader and work.
        desk: gives the library; called in a thread.
    """

    def __init__(self, screen: ReadingScreen, desk: Callable[[], Desk]) -> None:
        self._screen = screen
        self._desk = desk
        self._article: ArticleId | None = None
        self._kept: Place | None = None
        self._moved = False
        self._looks = 0
        self._turn = asyncio.Lock()
        self._told = False

    def begin(self) -> None:
        """Look at the reader from now on."""
        self._screen.set_interval(TICK, self._look)

    async def finish(self) -> None:
        """Keep the place in the article that is shown last."""
        if (move := self._move()) is not None:
            await self._keep(*move)

    def _look(self) -> None:
        if (move := self._move()) is not None:
            in_background(self._screen, self._keep, *move)
        article = self._screen.article
        if article is None or article.id != self._article or not self._seen():
            return
        self._looks += 1
        if self._looks == READ_AFTER or (self._moved and self._at_end):
            self._looks = max(self._looks, READ_AFTER)
            self._moved = False
            self._screen.mark_read(article.id)

    @property
    def _at_end(self) -> bool:
        reader = self._screen.reader
        return 0 < reader.max_scroll_y <= reader.scroll_offset.y

    def _seen(self) -> bool:
        screen = self._screen
        return screen.is_current and screen.reader.display and screen.app.app_focus

    def _move(self) -> tuple[ArticleId, Place | None] | None:
        """Give an article whose place has changed since the last look, and the place."""
        shown, reader = self._screen.article, self._screen.reader
        before, kept = self._article, self._kept
        here = shown.id if shown is not None else None
        if here != before:
            self._article, self._moved, self._looks = here, False, 0
            self._kept = reader.place if here is not None else None
            left = reader.left(before) if before is not None else kept
            return (before, left) if before is not None and left != kept else None
        if here is None or reader.place == kept:
            return None
        self._kept, self._moved = reader.place, True
        return here, reader.place

    async def _keep(self, article: ArticleId, place: Place | None) -> None:
        from search import ReadingPlace, SearchError  # noqa: PLC0415 - loaded with the desk

        in_text = place is not None and place.block >= 0
        kept = ReadingPlace(place.block, max(0, place.offset)) if place and in_text else None
        async with self._turn:
            try:
                await asyncio.to_thread(lambda: self._desk().marks.places.keep(article, kept))
            except SearchError as error:
                if not self._told:
                    self._told = True
                    self._screen.warn([str(error)])
