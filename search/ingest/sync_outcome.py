"""What a sync has done so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.ingest.sync_report import Cut

if TYPE_CHECKING:
    from search.ingest.ingest_file import FileResult
    from search.library import Entry


@dataclass(slots=True)
class SyncOutcome:
    """What a sync has done so far.

    Attributes:
        added, changed, removed: articles.
        written: files read.
        gone: paths of files whose articles leave the index.
        failed: what could not be read.
        cut: what was left out of articles.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    written: list[Entry] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    failed: list[ArticleError] = field(default_factory=list)
    cut: list[Cut] = field(default_factory=list)

    @property
    def touched(self) -> bool:
        """Whether the index changes by it."""
        return bool(self.added or self.changed or self.removed)

    def note(self, told: FileResult) -> None:
        """Count what came of a file."""
        if told.entry:
            self.written.append(told.entry)
            self.added += told.fresh and not told.known
            self.changed += told.fresh and told.known
            self.cut.extend(Cut(told.path, what) for what in told.cuts)
        else:
            self.failed.append(ArticleError(told.path, told.reason))
            if told.known and told.gone:
                self.lose(told.path)

    def lose(self, path: str) -> None:
        """Count a file whose article leaves the index."""
        self.gone.append(path)
        self.removed += 1

    def clear(self) -> None:
        """Begin anew."""
        self.added = self.changed = self.removed = 0
        self.written, self.gone, self.failed, self.cut = [], [], [], []

    def take(self, other: SyncOutcome) -> None:
        """Add what another counted; of its files only those that failed or were cut."""
        self.added += other.added
        self.changed += other.changed
        self.removed += other.removed
        self.failed.extend(other.failed)
        self.cut.extend(other.cut)
