"""Counting the files that a sync passes over."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from search.formats import NOTHING_READS, suffix_of
from search.ingest.sync_report import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from search.library import Entry

_MOST_DESCRIBED = 100


def describe(passed: Mapping[tuple[str, str, str], int]) -> str:
    """Put down how many files of an archive were passed over, by suffix, reason and remedy."""
    if not passed:
        return ""
    most = sorted(passed.items(), key=lambda one: -one[1])[:_MOST_DESCRIBED]
    return json.dumps([[*key, files] for key, files in most])


def _described(text: str) -> Iterator[tuple[tuple[str, str, str], int]]:
    for suffix, why, needs, files in json.loads(text) if text else ():
        yield (suffix, why, needs), files


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

    def add_entry(self, entry: Entry) -> None:
        """Count a file that was passed over, or what was in an archive, as it is noted."""
        if entry.rows is None:
            if entry.passed_over:
                self.add(entry.path, entry.passed_over)
            return
        for key, files in _described(entry.passed_over):
            self._files[key] += files

    def add_entries(self, entries: Iterable[Entry]) -> None:
        """Count files as they are noted."""
        for entry in entries:
            self.add_entry(entry)

    def report(self) -> tuple[Skipped, ...]:
        """Give what was counted, most files first."""
        every = (Skipped(s, n, why, needs or None) for (s, why, needs), n in self._files.items())
        return tuple(sorted(every, key=lambda one: (-one.files, one.suffix, one.why)))
