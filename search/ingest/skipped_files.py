"""Counting the files that a sync passes over."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from search.formats import suffix_of
from search.ingest.sync_report import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.ingest.tasks import Passed

NOTHING_READS = "nothing here reads them"


class SkippedFiles:
    """Counts files that are passed over, by suffix and reason."""

    def __init__(self, others: Counter[str]) -> None:
        """Begin with files of which only the suffix was looked at."""
        self._files: Counter[tuple[str, str, str]] = Counter(
            {(suffix, NOTHING_READS, ""): files for suffix, files in others.items()}
        )

    def add(self, path: str, why: str, needs: str = "") -> None:
        """Count a file."""
        self._files[suffix_of(path), why, needs] += 1

    def add_each(self, passed: Iterable[Passed]) -> None:
        """Count files that were passed over now."""
        for one in passed:
            self.add(one.path, one.why, one.needs)

    def report(self) -> tuple[Skipped, ...]:
        """Give what was counted, most files first."""
        every = (Skipped(s, n, why, needs or None) for (s, why, needs), n in self._files.items())
        return tuple(sorted(every, key=lambda one: (-one.files, one.suffix, one.why)))
