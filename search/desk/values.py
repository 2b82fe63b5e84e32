"""What a desk answers with, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.article import ArticleId
    from search.engine.whoosh import State
    from search.errors import ArticleError
    from search.highlight import Excerpt
    from search.query import Query
    from search.text import Span

Sort: TypeAlias = Literal["relevance", "newest", "oldest"]


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


class Cut(NamedTuple):
    """An article that is longer than a limit: its path, and in a phrase what was left out."""

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync found.

    Attributes:
        articles: how many the library has now.
        added, changed, removed: how many differ from the last sync; a renamed file counts as
            one removed and one added.
        failed: what could not be read, sorted by path.
        cut: what was read this time but for a part, sorted by path.
        rebuilt: why the index was built anew (`damaged`, `outdated`, `asked for`), None when it
            wasn't. All articles then count as added.
        seconds: wall time.
        news: whether other articles can be found than at the last sync, whoever indexed them;
            another program may have.
    """

    articles: int
    added: int
    changed: int
    removed: int
    failed: tuple[ArticleError, ...]
    cut: tuple[Cut, ...]
    rebuilt: str | None
    seconds: float
    news: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, without its rows; `Desk.hits` reads those as they are shown.

    Attributes:
        query: what was asked, with the tree it was read as.
        sort: the order of `ids`.
        read_as: how the query was understood, in words.
        total: how many articles were found, exactly.
        ids: every article found, best first; of equals, what was indexed first. Only a
            `Front` may know fewer.
        scores: likewise. Both work out what is looked at.
        sources: how many of them each source has, most first; None for unknown.
        months: `YYYY-MM` likewise, oldest first, undated articles under None, last.
        suggestion: another spelling that finds more, or None.
        took_ms: how long the search took, in milliseconds.
    """

    query: Query
    sort: Sort
    read_as: str
    total: int
    ids: Sequence[ArticleId]
    scores: Sequence[float]
    sources: tuple[tuple[str | None, int], ...]
    months: tuple[tuple[str | None, int], ...]
    suggestion: str | None
    took_ms: float


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


@dataclass(frozen=True, slots=True)
class Condition:
    """How a library and its index are doing.

    Attributes:
        library: the folder or file.
        files: how many files there may hold an article.
        size: bytes they take.
        ahead: how many of them were changed in the future, by the clock of now.
        away: whether the folder is empty and not the one that was indexed: a disk is missing.
        folder: where its index is kept.
        free: bytes that are free there, None if that can't be told.
        state: `ready`; `missing` before the first sync; `outdated` or `damaged` until the next.
        indexed: how many articles the index holds.
        writable: whether the index may be written.
        locks: False if the file system is known to have none.
        locked: whether another program is writing it now.
        holder: the process that does, None if that isn't known.
        failed: what the last sync could not read, and what can't be listed now, by path.
        engine: the search engine and its version.
    """

    library: Path
    files: int
    size: int
    ahead: int
    away: bool
    folder: Path
    free: int | None
    state: State
    indexed: int
    writable: bool
    locks: bool
    locked: bool
    holder: int | None
    failed: tuple[ArticleError, ...]
    engine: str
