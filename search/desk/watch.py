"""Who watches a sync: is told how far it is, and may end it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from search.desk.values import SyncProgress

if TYPE_CHECKING:
    from collections.abc import Callable


class Watch:
    """Passes on what a sync tells; see `Desk.sync`.

    Attributes:
        cancelled: whether to stop.
    """

    def __init__(
        self,
        progress: Callable[[SyncProgress], None] | None,
        cancelled: Callable[[], bool],
    ) -> None:
        self._progress = progress
        self._begun = 0.0
        self.cancelled = cancelled

    def tell(self, done: int, total: int, path: str, articles: int) -> None:
        """Say that so many files are done; the first time sets the clock."""
        now = time.monotonic()
        if not done:
            self._begun = now
        if self._progress:
            self._progress(SyncProgress(done, total, path, articles, now - self._begun))
