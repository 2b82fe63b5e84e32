"""The events of a library's session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from search import FirstPage, SearchError, SyncProgress, SyncReport


class SessionListener(Protocol):
    """Receives the session's events in the event loop, one after the other."""

    def first_page_loaded(self, first_page: FirstPage) -> None:
        """The result list saved by the last run is here, to be shown until there is an answer."""

    def library_opened(self) -> None:
        """The library can be searched."""

    def progressed(self, progress: SyncProgress) -> None:
        """A sync has made progress."""

    def synced(self, report: SyncReport) -> None:
        """A sync is done."""

    def failed(self, error: SearchError) -> None:
        """Opening or syncing has failed; the error says why in one line."""

    def notices_posted(self, sentences: tuple[str, ...]) -> None:
        """There are notices for the user."""
