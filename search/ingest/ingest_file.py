"""Ingesting a file that is read whole: an article, or a container of some."""

from __future__ import annotations

import time
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from search.errors import ArticleError, UnseenError
from search.formats import (
    BytesSource,
    PassedOverError,
    check_size,
    find_kind,
    is_one_article,
    left_out,
    open_kind,
)
from search.ingest.tasks import FileResult, Passed
from search.library import Entry, Place, article_id
from search.library.article_files import understand
from search.library.file_names import with_name
from search.library.open_file import FileSource
from search.library.record_table import NO_CHECK, record_id, record_path, row_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.formats import Container, Draft
    from search.ingest.tasks import FileTask
    from search.library import File

CHANGED = "it changed while it was read; the next sync reads it again"
_RACY_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again without its time telling."""


def ingest_file(root: Path, task: FileTask) -> Generator[Article, None, FileResult]:
    """Read a file; give its articles if they differ from what is indexed.

    Never raises ArticleError: what is wrong with a file is told.
    """
    file, known = task.file, task.known
    held = known.articles if known else ()
    try:
        with FileSource(root / file.path, file.path) as source:
            kind = find_kind(source, file.path, any_text=task.named)
            check_size(kind, source.size, file.path)
            data = b"" if kind.streamed else source.read(0, source.size)
        # What a name is read as is part of what is indexed, as if it stood in the file.
        digest = blake2b(data, digest_size=16, key=file.names.stamp).digest()
        if known and digest == known.digest:
            same = known._replace(size=file.size, stamp=stamp_of(file))
            return FileResult(file.path, same)
        if kind.streamed:
            raise UnseenError(file.path, CHANGED)
        container = open_kind(kind, BytesSource(data), file.path, file.names.columns)
        whole = is_one_article(kind, container)
        drafts = list(_placed(container))
    except PassedOverError as error:
        return passed_over(file, held, error)
    except ArticleError as error:
        gone = () if isinstance(error, UnseenError) else held
        return FileResult(file.path, None, gone=gone, failures=((file.path, error.reason),))
    reading = _Reading(file, frozenset(held))
    if whole:
        yield from reading.one(drafts[0][0])
        if reading.failures:
            return FileResult(file.path, None, gone=held, failures=tuple(reading.failures))
    else:
        yield from reading.each(drafts)
    rows = None if whole else bytes(reading.rows)
    addresses = left_out(container).addresses
    entry = Entry(file.path, file.size, stamp_of(file), digest, rows, addresses=addresses)
    return reading.result(entry)


def stamp_of(file: File) -> str:
    """Give the stamp that a file is noted with; empty if it may change untold.

    A clock that was set back since leaves files of the future, which may do so too.
    """
    racy = time.time_ns() - max(file.mtime_ns, file.ctime_ns) < _RACY_NS
    return "" if racy else file.stamp


def _placed(container: Container) -> Iterator[tuple[Draft, str]]:
    """Give every draft, and where it lies."""
    for span in container.spans():
        for which, draft in enumerate(container.drafts(span.start, span.stop)):
            yield draft, str(Place(span.start, span.stop, which))


def passed_over(file: File, held: tuple[ArticleId, ...], error: PassedOverError) -> FileResult:
    """Say that a file is passed over; it is tried again where something could be installed."""
    passed = Passed(file.path, error.why, error.needs, error.addresses)
    entry = Entry(
        file.path,
        file.size,
        stamp_of(file),
        b"",
        passed_over=error.why,
        addresses=error.addresses,
    )
    return FileResult(file.path, None if error.needs else entry, gone=held, passed=passed)


class _Reading:
    """Reads the articles of one file and counts what comes of it."""

    def __init__(self, file: File, held: frozenset[ArticleId]) -> None:
        self._path = file.path
        self._names = file.names
        self._held = held
        self._seen: set[ArticleId] = set()
        self.rows = bytearray()
        self.failures: list[tuple[str, str]] = []
        self._cuts: list[tuple[str, str]] = []

    def one(self, draft: Draft) -> Iterator[Article]:
        """Read the article that the file is."""
        yield from self._article(draft, self._path, article_id(self._path), "")

    def each(self, drafts: list[tuple[Draft, str]]) -> Iterator[Article]:
        """Read the articles that the file holds; of two with one name the second has its number."""
        for number, (draft, place) in enumerate(drafts, 1):
            article = record_id(self._path, number, draft.own)
            if article in self._seen:
                article = record_id(self._path, number, "")
            before = len(self._seen)
            yield from self._article(draft, record_path(self._path, number), article, place)
            read = len(self._seen) > before
            self.rows += row_of(article if read else None, NO_CHECK)

    def _article(
        self, draft: Draft, path: str, article: ArticleId, place: str
    ) -> Iterator[Article]:
        try:
            made = understand(draft, path, article)
        except ArticleError as error:
            self.failures.append((path, error.reason))
            return
        self._seen.add(article)
        self._cuts.extend((path, what) for what in made.cuts)
        yield with_name(replace(made, place=place), self._names)

    def result(self, entry: Entry) -> FileResult:
        """Say what came of it."""
        changed = len(self._seen & self._held)
        return FileResult(
            self._path,
            entry,
            len(self._seen) - changed,
            changed,
            tuple(self._held - self._seen),
            tuple(self.failures),
            tuple(self._cuts),
        )
