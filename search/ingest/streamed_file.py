"""A container that is read in pieces: where its records lie, and how far they are read."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError
from search.formats import Span, left_out, open_kind
from search.ingest.ingest_file import CHANGED, stamp_of
from search.ingest.skipped_files import describe
from search.ingest.tasks import PartTask
from search.library import Entry, RecordTable
from search.library.record_table import NO_CHECK, SIZE, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from search.article import ArticleId
    from search.formats.kinds import Kind
    from search.ingest.tasks import PartResult
    from search.library import File
    from search.library.open_file import FileSource

_MOST_RECORDS = 16
_MOST_BYTES = 256 << 10
"""What is handed over at a time: more would make a cancel wait, less the handing over count."""
_LOOK = 1_000
"""Spans that are walked over between two looks whether to go on."""


class Counted(NamedTuple):
    """How many articles were put in by some records."""

    added: int
    changed: int


class Doubled(NamedTuple):
    """Records of one container that have the same name.

    Attributes:
        names: the articles they all are.
        firsts: the numbers of those that keep their names.
        others: the numbers of the others.
    """

    names: tuple[ArticleId, ...]
    firsts: frozenset[int]
    others: frozenset[int]


class StreamedFile:
    """A container that is read in pieces, by several processes and in any order.

    Attributes:
        file: the container.
        records: how many it has.
        failures: path and reason of what couldn't be read, the container itself included where
            it couldn't be walked through to its end.
    """

    def __init__(
        self,
        source: FileSource,
        kind: Kind,
        file: File,
        known: Entry | None,
        look: Callable[[], None],
        *,
        named: bool,
    ) -> None:
        """Walk through a container.

        Args:
            source: its bytes, which aren't needed afterwards.
            kind: its kind.
            file: the container.
            known: as it was indexed, if it was.
            look: called now and then; may raise.
            named: see `FileTask`.

        Raises ArticleError, PassedOverError; see `open_container`.
        """
        self.file = file
        self.records = 0
        self.failures: list[tuple[str, str]] = []
        self._version = source.version
        self._named = named
        self._spans = array("q")
        self._broken = False
        self._walk(source, kind, look)
        self._left = self.records
        self._held = frozenset(known.articles if known else ())
        self._before = bytes(known.rows or b"" if known else b"")[: SIZE * self.records]
        table = RecordTable(self._before)
        self._rows = bytearray().join(
            row_of(table.article(number), NO_CHECK) for number in range(1, len(table) + 1)
        )
        self._rows += bytes(SIZE * self.records - len(self._rows))
        self._displaced = set(self._held.difference(table.articles()))
        self._counting = True
        self._added = 0

    def _walk(self, source: FileSource, kind: Kind, look: Callable[[], None]) -> None:
        container = open_kind(kind, source, self.file.path, self.file.names.columns)
        try:
            for count, span in enumerate(container.spans()):
                self._spans.extend(span)
                self.records += span.records
                if count % _LOOK == 0:
                    look()
        except ArticleError as error:
            self.failures.append((self.file.path, error.reason))
        self._left_out = left_out(container)

    def parts(self) -> Iterator[PartTask]:
        """Give the work there is, in pieces."""
        first, number, size = 1, 1, 0
        spans: list[Span] = []
        for span in self._every_span():
            spans.append(span)
            number += span.records
            size += span.stop - span.start
            if number - first >= _MOST_RECORDS or size >= _MOST_BYTES:
                yield self._part(first, spans, self._before)
                first, spans, size = number, [], 0
        if number > first:
            yield self._part(first, spans, self._before)

    def doubled(self) -> Doubled:
        """Say which records have a name that one before them has. Cost: linear."""
        owners: dict[bytes, int] = {}
        firsts: set[int] = set()
        others: set[int] = set()
        for at in range(0, len(self._rows), SIZE):
            key, number = bytes(self._rows[at : at + SIZE // 2]), at // SIZE + 1
            first = owners.setdefault(key, number) if any(key) else number
            if first != number:
                firsts.add(first)
                others.add(number)
        table = RecordTable(self._rows)
        names = tuple(name for first in sorted(firsts) if (name := table.article(first)))
        return Doubled(names, frozenset(firsts), frozenset(others))

    def again(self, doubled: Doubled) -> Iterator[PartTask]:
        """Give the work that is left where several records have one name.

        The first keeps it; the others go by their numbers.
        """
        self._counting = False  # each of them was counted once
        first = 1
        for span in self._every_span():
            numbers = range(first, first + span.records)
            by_number = any(number in doubled.others for number in numbers)
            if by_number or any(number in doubled.firsts for number in numbers):
                yield self._part(first, [span], b"", by_number=by_number)
            first += span.records

    def take(self, result: PartResult) -> Counted:
        """Note what came of a piece of work."""
        self._left -= result.records
        if result.changed:
            if not self._broken:
                self.failures.append((self.file.path, CHANGED))
            self._broken = True
            return Counted(0, 0)
        self.failures.extend(result.failures)
        old = RecordTable(self._rows)
        new = RecordTable(result.rows)
        changed = added = 0
        for place, fresh in enumerate(result.fresh, 1):
            article, before = new.article(place), old.article(result.first + place - 1)
            if before and before != article:
                self._displaced.add(before)
            if fresh and self._counting:
                changed += article in self._held
                added += article not in self._held
        at = (result.first - 1) * SIZE
        self._rows[at : at + len(result.rows)] = result.rows
        self._added += added
        return Counted(added, changed)

    def uncounted(self) -> int:
        """Give how many articles were added that had passed for others, once all is read.

        They are of records of one name where a sync that was ended had read only some of these.
        """
        if self._counting:
            return 0
        there = set(RecordTable(self._rows).articles())
        return len(there.difference(self._held)) - self._added

    @property
    def done(self) -> bool:
        """Whether all was read that there was, once."""
        return self._left <= 0

    def gone(self) -> Collection[ArticleId]:
        """Give the articles that leave the index once all is read."""
        if not self._displaced:
            return ()
        return self._displaced.difference(RecordTable(self._rows).articles())

    def entry(self, *, complete: bool) -> Entry:
        """Give the file as it is noted; unless it is complete it will be read again.

        What was displaced stands behind the records until then, so that it isn't forgotten.
        """
        rows = bytes(self._rows)
        stamp = stamp_of(self.file) if complete and not self._broken else ""
        if not complete:
            rows += b"".join(row_of(article, NO_CHECK) for article in sorted(self.gone()))
        file = self.file
        inside = describe(self._left_out.passed)
        return Entry(file.path, file.size, stamp, b"", rows, inside, self._left_out.addresses)

    def _every_span(self) -> Iterator[Span]:
        for at in range(0, len(self._spans), 3):
            yield Span(*self._spans[at : at + 3])

    def _part(
        self, first: int, spans: Iterable[Span], rows: bytes, *, by_number: bool = False
    ) -> PartTask:
        spans = tuple(spans)
        count = sum(span.records for span in spans)
        mine = rows[(first - 1) * SIZE : (first - 1 + count) * SIZE]
        return PartTask(self.file, self._version, first, spans, mine, by_number, self._named)
