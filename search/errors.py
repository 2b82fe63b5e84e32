"""Errors, with messages that a user can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


class SearchError(Exception):
    """The root of every error this package raises on purpose.

    `str(error)` is one line for the user.

    Attributes:
        what: what failed, as the user knows it.
        reason: why, in a few words, without naming it again.
    """

    def __init__(self, what: object, reason: str) -> None:
        super().__init__(f"{what}: {reason}")
        self.what = str(what)
        self.reason = reason

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made again, in another process say."""
        return type(self), (self.what, self.reason)


class ArticleError(SearchError):
    """One article could not be read; others still can."""

    @property
    def path(self) -> str:
        """The article's path as the user knows it."""
        return self.what


class UnseenError(ArticleError):
    """A file or folder can't be looked at just now; what is known of it still stands."""


class NoSuchArticleError(SearchError):
    """What was named is no article here, or names several."""


class QueryError(SearchError):
    """A query does not parse.

    Attributes:
        text: the whole query.
        position: offset of the fault in `text`, in code points, 0 to len(text).
    """

    def __init__(self, text: str, position: int, reason: str) -> None:
        super().__init__(f"position {position + 1}", reason)
        self.text = text
        self.position = position

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.text, self.position, self.reason)


class LibraryError(SearchError):
    """The library folder can't be read, or what the reader said of it can't be kept."""


class IndexFailedError(SearchError):
    """The index can't be read or written."""


class CacheRefusedError(IndexFailedError):
    """The system refuses to write an index where it belongs, or what is there isn't believed."""


class IndexLockedError(IndexFailedError):
    """Another program is writing this index."""


class FetchError(SearchError):
    """An address of the web could not be fetched.

    Attributes:
        wait: the seconds after which the server wants to be asked again; None if it said nothing.
        status: what the server answered, as HTTP counts it; 0 if there was no answer.
    """

    def __init__(self, what: object, reason: str, wait: int | None = None, status: int = 0) -> None:
        super().__init__(what, reason)
        self.wait = wait
        self.status = status

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.what, self.reason, self.wait, self.status)


class CancelledError(SearchError):
    """Whoever asked doesn't want the answer any more; nobody is to be told."""

    def __init__(self) -> None:
        super().__init__("the question", "it is not wanted any more")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()


def reason_of(error: Exception) -> str:
    """Say an error of the system in a few words, without the path."""
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return said[:1].lower() + said[1:] or type(error).__name__
