"""Ingesting some records of a container that is read in pieces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError
from search.formats import PassedOverError, Unpacked, open_container
from search.ingest.tasks import PartResult
from search.library import Place, RecordTable
from search.library.article_files import understand
from search.library.file_names import with_name
from search.library.open_file import FileSource
from search.library.record_table import check_of, record_id, record_path, row_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.formats import Container, Draft, Source, Span
    from search.formats.kinds import ColumnNames
    from search.ingest.tasks import PartTask


_FEWER = "it can't be read again as it was walked through"


class _Opened(NamedTuple):
    """The container this process read from last, for its parts come one after another."""

    key: tuple[Path, tuple[int, ...], ColumnNames]
    file: FileSource
    container: Container

    @property
    def source(self) -> Source:
        """Where the container's spans lie."""
        return self.container.source if isinstance(self.container, Unpacked) else self.file


_last: list[_Opened] = []


def ingest_part(root: Path, task: PartTask) -> Generator[Article, None, PartResult]:
    """Read records; give the articles of those that differ from what is indexed.

    Never raises ArticleError: what is wrong with a record is told.
    """
    try:
        opened = _open(root / task.file.path, task)
    except (ArticleError, PassedOverError):
        opened = None
    if opened is None:
        records = sum(span.records for span in task.spans)
        return PartResult(task.file.path, task.first, records, b"", changed=True)
    part = _Part(task, opened)
    yield from part.articles()
    return PartResult(
        task.file.path,
        task.first,
        len(part.fresh),
        bytes(part.rows),
        tuple(part.fresh),
        tuple(part.failures),
        tuple(part.cuts),
    )


def _open(file: Path, task: PartTask) -> _Opened | None:
    """Open the container, if it is still the one that was walked through."""
    source = FileSource(file, task.file.path)
    if source.version != task.version:
        source.close()
        return None
    key = file, source.version, task.file.names.columns
    if _last and _last[0].key == key:
        source.close()
        return _last[0]
    let_go()
    try:
        container = open_container(
            source, task.file.path, any_text=task.named, columns=task.file.names.columns
        )
    except BaseException:
        source.close()
        raise
    _last.append(_Opened(key, source, container))
    return _last[0]


def let_go() -> None:
    """Close the container that was read from last."""
    while _last:
        _last.pop().file.close()


class _Part:
    """Reads the records of one part and counts what comes of them."""

    def __init__(self, task: PartTask, opened: _Opened) -> None:
        self._task = task
        self._opened = opened
        self._known = RecordTable(task.rows)
        self._number = task.first
        self._seen: set[ArticleId] = set()
        self.rows = bytearray()
        self.fresh: list[bool] = []
        self.failures: list[tuple[str, str]] = []
        self.cuts: list[tuple[str, str]] = []

    def articles(self) -> Iterator[Article]:
        """Read them span by span."""
        for span in self._task.spans:
            try:
                yield from self._span(span)
            except ArticleError as error:
                for _ in range(span.records):
                    self._fail(error.reason)

    def _span(self, span: Span) -> Iterator[Article]:
        data = self._opened.source.read(span.start, span.stop)
        check = check_of(data, span.start, self._task.file.names.stamp)
        places = range(self._number, self._number + span.records)
        known = [self._known.article(number - self._task.first + 1) for number in places]
        checks = {self._known.check(number - self._task.first + 1) for number in places}
        if all(known) and checks == {check}:
            for article in known:
                self._add(article, check, fresh=False)
            return
        drafts = self._opened.container.drafts(span.start, span.stop)
        if len(drafts) < span.records:  # else the records after it would get the numbers of these
            raise ArticleError(self._task.file.path, _FEWER)
        for which, draft in enumerate(drafts[: span.records]):
            place = Place(span.start, span.stop, which)
            yield from self._article(draft, place, check)

    def _article(self, draft: Draft, place: Place, check: bytes) -> Iterator[Article]:
        path = record_path(self._task.file.path, self._number)
        own = "" if self._task.by_number else draft.own
        article = record_id(self._task.file.path, self._number, own)
        if article in self._seen:
            article = record_id(self._task.file.path, self._number, "")
        try:
            made = understand(draft, path, article)
        except ArticleError as error:
            self._fail(error.reason)
            return
        self._seen.add(article)
        self.cuts.extend((path, what) for what in made.cuts)
        yield with_name(replace(made, place=str(place)), self._task.file.names)
        self._add(article, check, fresh=True)

    def _fail(self, reason: str) -> None:
        path = record_path(self._task.file.path, self._number)
        self.failures.append((path, reason))
        self._add(None, bytes(8), fresh=False)

    def _add(self, article: ArticleId | None, check: bytes, *, fresh: bool) -> None:
        self.rows += row_of(article, check)
        self.fresh.append(fresh)
        self._number += 1
