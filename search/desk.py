"""The one thing an interface talks to: a library opened, searched, read and compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.compare import Comparison
    from search.errors import ArticleError
    from search.highlight import Excerpt
    from search.query import Query
    from search.stories import Rival
    from search.text import Span

Sort: TypeAlias = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a sync has come: articles done of those to do, and the file at hand."""

    done: int
    total: int
    path: str


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync found.

    Attributes:
        articles: how many the library has now.
        added, changed, removed: how many differ from the last sync; a renamed file counts as
            one removed and one added.
        failed: what could not be read, sorted by path.
        rebuilt: why the index was built anew (`damaged`, `outdated`), None when it wasn't.
        seconds: wall time.
    """

    articles: int
    added: int
    changed: int
    removed: int
    failed: tuple[ArticleError, ...]
    rebuilt: str | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, without its rows; `Desk.hits` reads those as they are shown.

    Attributes:
        query: what was asked, with the tree it was read as.
        sort: the order of `ids`.
        read_as: how the query was understood, in words.
        ids: every article found, best first; scores likewise.
        sources: how many of them each source has, most first; None for unknown.
        months: `YYYY-MM` likewise, oldest first, undated articles under None, last.
        suggestion: another spelling that finds more, or None.
        took_ms: how long the search took, in milliseconds.
    """

    query: Query
    sort: Sort
    read_as: str
    ids: tuple[ArticleId, ...]
    scores: tuple[float, ...]
    sources: tuple[tuple[str | None, int], ...]
    months: tuple[tuple[str | None, int], ...]
    suggestion: str | None
    took_ms: float

    @property
    def total(self) -> int:
        """How many articles were found, exactly."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of an answer.

    `matches` counts the lit places in title and story; `title_spans` speak of `label`, which
    is the title or, without one, the file's name.
    """

    id: ArticleId
    path: str
    label: str
    title: str | None
    source: str | None
    published: str | None
    score: float
    matches: int
    title_spans: tuple[Span, ...]
    excerpt: Excerpt


class Desk:
    """One library, opened.

    Safe to call from several threads; searches wait for each other, never for a sync.
    Opening costs no more than reading headers; the first search after a change opens the
    index anew.
    """

    def __init__(self, library: Path, *, cache: Path | None = None) -> None:
        """Open a library; raise LibraryError if it can't be read.

        Args:
            library: a folder of articles, or one file.
            cache: where indexes are kept; the user's cache folder when None.
        """
        raise NotImplementedError

    def sync(
        self,
        progress: Callable[[SyncProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        rebuild: bool = False,
    ) -> SyncReport:
        """Bring the index up to date with the files; raise IndexLockedError, IndexFailedError."""
        raise NotImplementedError

    def search(self, text: str, sort: Sort = "relevance", *, typing: bool = False) -> Answer:
        """Search; raise QueryError. With `typing` the last word may be unfinished."""
        raise NotImplementedError

    def hits(self, answer: Answer, start: int, stop: int) -> list[Hit]:
        """Give rows `start` to `stop` of an answer, with excerpts; fewer at the end.

        An article that vanished since is left out of its excerpt, not of the list.
        """
        raise NotImplementedError

    def resolve(self, name: str) -> ArticleId:
        """Find an article by path, id or unambiguous prefix of an id; raise NoSuchArticleError."""
        raise NotImplementedError

    def read(self, article: ArticleId) -> Article:
        """Read an article from its file; raise ArticleError, NoSuchArticleError."""
        raise NotImplementedError

    def ids(self) -> tuple[ArticleId, ...]:
        """Give every article, ordered by path."""
        raise NotImplementedError

    def rivals(
        self, article: ArticleId, limit: int | None = None, *, same_source: bool = False
    ) -> list[Rival]:
        """Give the articles of other sources on the same story, best first."""
        raise NotImplementedError

    def compare(self, left: ArticleId, right: ArticleId) -> Comparison:
        """Compare two articles; raise ArticleError, NoSuchArticleError."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the index's files. The desk can't be used afterwards."""
        raise NotImplementedError
