"""What a sync has done so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.ingest.sync_report import Cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from search.article import ArticleId
    from search.ingest.tasks import FileResult
    from search.library import Entry


@dataclass(slots=True)
class SyncOutcome:
    """What a sync has done so far.

    Attributes:
        added, changed, removed: articles.
        written: files read.
        gone: paths of files that leave, or couldn't be read.
        gone_articles: articles that leave the index.
        failed: what could not be read.
        cut: what was left out of articles.
        again: whether articles are written that were counted before, maybe by a sync that was ended.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    written: list[Entry] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    gone_articles: list[ArticleId] = field(default_factory=list)
    failed: list[ArticleError] = field(default_factory=list)
    cut: list[Cut] = field(default_factory=list)
    again: bool = False

    @property
    def touched(self) -> bool:
        """Whether the index changes by it."""
        return bool(self.added or self.changed or self.removed or self.again)

    def note(self, told: FileResult) -> None:
        """Count what came of a file."""
        self.added += told.added
        self.changed += told.changed
        self.fail(told.failures)
        self.leave_out(told.cuts)
        if told.entry:
            self.written.append(told.entry)
        elif told.gone:
            self.gone.append(told.path)
        self.lose(told.gone)

    def fail(self, failures: Iterable[tuple[str, str]]) -> None:
        """Count what couldn't be read, by path and reason."""
        self.failed.extend(ArticleError(*failure) for failure in failures)

    def leave_out(self, cuts: Iterable[tuple[str, str]]) -> None:
        """Count what was left out of articles, by path."""
        self.cut.extend(Cut(*cut) for cut in cuts)

    def lose(self, articles: Collection[ArticleId]) -> None:
        """Count articles that leave the index."""
        self.gone_articles.extend(articles)
        self.removed += len(articles)

    def clear(self) -> None:
        """Begin anew."""
        self.added = self.changed = self.removed = 0
        self.again = False
        self.written, self.gone, self.gone_articles, self.failed, self.cut = [], [], [], [], []

    def take(self, other: SyncOutcome) -> None:
        """Add what another counted; of its files only those that failed or were cut."""
        self.added += other.added
        self.changed += other.changed
        self.removed += other.removed
        self.again |= other.again
        self.failed.extend(other.failed)
        self.cut.extend(other.cut)
