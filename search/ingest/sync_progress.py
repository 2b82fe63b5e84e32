"""Progress of a sync, and its cancellation."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a sync has come.

    Attributes:
        done, total: files read, of those that may have changed.
        path: the file read last; empty before the first, and at the end, while what was read
            is put in order.
        articles: how many articles can be searched by now; it grows while a sync goes on.
        seconds: since reading began.
    """

    done: int
    total: int
    path: str
    articles: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float | None:
        """Files a second so far; None before the first."""
        return self.done / self.seconds if self.done and self.seconds else None

    @property
    def left(self) -> float | None:
        """Seconds that reading the rest will take at that rate; None if there is none yet."""
        return (self.total - self.done) / self.rate if self.rate else None


class SyncWatch:
    """Reports progress and asks for cancellation; see `Desk.sync`.

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
        """Report that so many files are done; the first call starts the clock."""
        now = time.monotonic()
        if not done:
            self._begun = now
        if self._progress:
            self._progress(SyncProgress(done, total, path, articles, now - self._begun))
