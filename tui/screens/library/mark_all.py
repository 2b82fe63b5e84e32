"""Marking all that a search finds as read: told how far it is, and stopped by esc."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from tui.session.background import in_background

if TYPE_CHECKING:
    from search import Answer, Desk
    from tui.screens.library.results import Results
    from tui.screens.library.status import Status
    from tui.screens.reading.reading_screen import ReadingScreen

_TELL_EVERY = 0.1
"""Seconds between two looks of how far it is."""


class MarkAll:
    """Marks what was found, in one step that can be taken back.

    Args:
        screen: the library's screen, which owns the work.
        results: the results of the search.
        status: tells how far it is, and what stops it.
    """

    def __init__(self, screen: ReadingScreen, results: Results, status: Status) -> None:
        self._screen = screen
        self._results = results
        self._status = status
        self._stopped = False

    def begin(self) -> None:
        """Mark all that is found now, unless that is being done already."""
        answer = self._results.answer
        if answer is not None and answer.total and not self._status.busy:
            self._stopped = False
            self._status.begin_task(self._stop)
            in_background(self._screen, self._mark, answer)

    def _stop(self) -> None:
        self._stopped = True

    async def _mark(self, answer: Answer) -> None:
        from search import CancelledError, SearchError  # noqa: PLC0415 - loaded with the desk

        loop = asyncio.get_running_loop()
        last = time.monotonic()

        def tell(done: int, total: int) -> None:
            nonlocal last
            if (now := time.monotonic()) - last >= _TELL_EVERY:
                last = now
                said = f"marking {done:,} of {total:,} · esc stops"
                loop.call_soon_threadsafe(self._status.tell_task, said)

        def change(desk: Desk) -> int:
            return desk.marks.read_all(answer.found, tell, lambda: self._stopped)

        try:
            count = await self._screen.changes.make(change)
        except CancelledError:
            self._screen.inform("Stopped: nothing was marked.")
        except SearchError as error:
            self._screen.inform(str(error), warning=True)
        else:
            articles = "1 article" if count == 1 else f"{count:,} articles"
            self._screen.inform(f"Marked {articles} as read; U takes that back.")
            self._results.ask()
        finally:
            self._status.end_task()
