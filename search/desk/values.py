"""What a desk answers with, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from search.article import ArticleId
    from search.engine import Counts, Found, Health, Sort
    from search.errors import ArticleError
    from search.highlight import Excerpt
    from search.query import Query
    from search.text import Span


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
    """What a search found, without its rows; `Desk.rows` reads those as they are shown.

    Attributes:
        query: what was asked, with the tree it was read as.
        sort: the order of the rows.
        read_as: how the query was understood, in words.
        total: how many articles were found.
        exact: whether there are just so many; else at least.
        found: the articles, best first; of equals, in an order that stays. That of a `Front`
            may know only the first.
        sources: how many of them each source has, most first; None for unknown.
        months: `YYYY-MM` likewise, oldest first, undated articles under None, last.
        suggestion: another spelling that finds more, or None.
        took_ms: how long the search took, in milliseconds.
    """

    query: Query
    sort: Sort
    read_as: str
    total: int
    exact: bool
    found: Found
    sources: Counts
    months: Counts
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
        indexed: how many files the index has articles of.
        failed: what the last sync could not read, and what can't be listed now, by path.
        health: how its search engine is doing.
    """

    library: Path
    files: int
    size: int
    ahead: int
    away: bool
    indexed: int
    failed: tuple[ArticleError, ...]
    health: Health
