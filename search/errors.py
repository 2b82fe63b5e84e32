"""What can go wrong, said so that a person can act on it."""

from __future__ import annotations


class SearchError(Exception):
    """The root of every error this package raises on purpose.

    `str(error)` is one line for the user: what failed, and why.
    """


class ArticleError(SearchError):
    """One article could not be read; others still can.

    Attributes:
        path: the article's path as the user knows it.
        reason: why, in a few words, without the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class NoSuchArticleError(SearchError):
    """What was named is no article here, or names several."""


class QueryError(SearchError):
    """A query does not parse.

    Attributes:
        text: the whole query.
        position: offset of the fault in `text`, in code points, 0 to len(text).
        reason: what is wrong and what would mend it.
    """

    def __init__(self, text: str, position: int, reason: str) -> None:
        super().__init__(f"position {position + 1}: {reason}")
        self.text = text
        self.position = position
        self.reason = reason


class LibraryError(SearchError):
    """The library folder can't be read."""


class IndexFailedError(SearchError):
    """The index can't be read or written."""


class IndexLockedError(IndexFailedError):
    """Another program is writing this index."""
