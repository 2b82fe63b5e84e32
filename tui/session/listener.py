"""What a session of a library tells whoever shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from search import FirstPage, SearchError, SyncProgress, SyncReport


class SessionListener(Protocol):
    """Is told in the event loop, one thing after the other."""

    def fronted(self, front: FirstPage) -> None:
        """Take what an empty search found last time, to be shown until there is an answer."""

    def opened(self) -> None:
        """Know that the library can be asked."""

    def progressed(self, progress: SyncProgress) -> None:
        """Take how far a sync has come."""

    def synced(self, report: SyncReport) -> None:
        """Take what a sync found."""

    def failed(self, error: SearchError) -> None:
        """Know that opening or the sync went wrong; the error says it in one line."""

    def noted(self, sentences: tuple[str, ...]) -> None:
        """Take what the user should know."""
