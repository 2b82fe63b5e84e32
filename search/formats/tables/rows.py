"""The rows of a table of any size, found in pieces, and the dialect that they are written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.formats.kinds import SAMPLE
from search.formats.limits import LARGEST_RECORD
from search.formats.tables.quoting import DELIMITERS, QUOTING, Dialect
from search.untrusted import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from search.formats.encoded_source import EncodedSource

_PIECE = 1 << 20
_SAMPLE_ROWS = 100
_DECLARES = "sep="
"""Begins a line in which a spreadsheet says what parts the fields below."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table's rows: its head line, read once, and where the others begin.

    Attributes:
        names: of the columns, as they stand there.
        first: where the first row below begins.
    """

    source: EncodedSource
    dialect: Dialect
    names: tuple[str, ...]
    first: int

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield where each row below the head begins and ends, empty ones left out.

        Cost: linear in the file; memory: a piece of it, or its largest row.
        """
        return row_places(self.source, self.dialect, self.first)

    def record(self, start: int, stop: int) -> dict[str, object] | None:
        """Give the fields of a row by the names of the columns, the first of those alike winning.

        None if a quotation begins in it that is never closed.
        """
        data = self.source.read(start, stop)
        if not self.dialect.is_whole(data.removesuffix(self.dialect.newline.encode())):
            return None
        fields = self.dialect.fields(self.source.text_of(data))
        named = zip(self.names, fields, strict=False)  # a row may be too short or too long
        return dict(reversed(list(named)))

    def records(self) -> Iterator[dict[str, object]]:
        """Yield the fields of each row, but of those too large or broken. Cost: linear."""
        for start, stop in self.places():
            if stop - start <= LARGEST_RECORD and (record := self.record(start, stop)):
                yield record

    def sample(self) -> list[dict[str, object]]:
        """Give the first rows, one at least if there is any."""
        found: list[dict[str, object]] = []
        size = 0
        for record in self.records():
            found.append(record)
            size += sum(map(len, map(str, record.values())))
            if len(found) == _SAMPLE_ROWS or size > SAMPLE:
                break
        return found


def find_rows(source: EncodedSource, fits: Callable[[Sequence[str]], bool]) -> Rows | None:
    """Find how a table is written, by its head line and the rows at its beginning.

    Args:
        source: the table.
        fits: whether the names of columns are those of a table that is looked for.

    None if no line with such names is its first. Of several dialects that one is taken
    in which most rows have as many fields as the head.
    """
    sample = source.read(source.start, source.start + SAMPLE)
    newline = "\r" if b"\r" in sample and b"\n" not in sample else "\n"
    delimiters, start = _declared(source, sample, newline)
    best: Rows | None = None
    most = -1.0
    for delimiter in delimiters:
        for quoted in QUOTING:
            rows = _headed(source, Dialect(delimiter, quoted, newline), start)
            if rows is None or not fits(rows.names):
                continue
            if (fit := _fitting(rows, sample)) > most:
                best, most = rows, fit
    return best


def row_places(source: EncodedSource, dialect: Dialect, start: int) -> Iterator[tuple[int, int]]:
    """Yield where each row begins and ends, empty ones left out; see `Rows.places`."""
    data, base, place = b"", start, 0
    while True:
        end = dialect.row_end(data, place)
        rest = len(data) - place
        if end < 0 and rest <= LARGEST_RECORD:
            asked = max(_PIECE, rest)
            if more := source.read(base + len(data), base + len(data) + asked):
                data, base, place = data[place:] + more, base + place, 0
                continue
            if not rest:
                return
            end = len(data) if dialect.is_whole(data[place:]) else -1
        if end < 0:
            # either a line without end, or a quotation: that costs its line, and no other
            end = _line_end(data, place, dialect)
            if end == len(data):
                stop = _far_line_end(source, base + end, dialect)
                yield base + place, stop
                data, base, place = b"", stop, 0
                continue
        if data[place:end].strip():
            yield base + place, base + end
        place = end


def _far_line_end(source: EncodedSource, start: int, dialect: Dialect) -> int:
    """Give the place after a line of which a part was read, without keeping any of it."""
    while piece := source.read(start, start + _PIECE):
        end = piece.find(dialect.newline.encode())
        if end >= 0:
            return start + end + 1
        start += len(piece)
    return start


def _line_end(data: bytes, place: int, dialect: Dialect) -> int:
    end = data.find(dialect.newline.encode(), place)
    return len(data) if end < 0 else end + 1


def _declared(source: EncodedSource, sample: bytes, newline: str) -> tuple[tuple[str, ...], int]:
    """Give the delimiters to try, and where the head line is looked for."""
    line = sample[: _line_end(sample, 0, Dialect(",", newline=newline))]
    text = (decoded(line, "utf-8") or "").strip().strip('"')
    sign = text.removeprefix(_DECLARES)
    if text != sign and sign in DELIMITERS:
        return (sign,), source.start + len(line)
    return DELIMITERS, source.start


def _headed(source: EncodedSource, dialect: Dialect, start: int) -> Rows | None:
    for begin, end in row_places(source, dialect, start):
        if end - begin > SAMPLE:
            return None
        names = tuple(dialect.fields(source.text(begin, end)))
        return Rows(source, dialect, names, end) if len(names) > 1 else None
    return None


def _fitting(rows: Rows, sample: bytes) -> float:
    """Give the share of the sample's rows that have as many fields as the head."""
    counted = fitting = 0
    for start, stop in rows.places():
        if stop - rows.source.start > len(sample) and counted:
            break
        if stop - start <= LARGEST_RECORD:
            fields = rows.dialect.fields(rows.source.text(start, stop))
            fitting += len(fields) == len(rows.names)
        counted += 1
        if counted == _SAMPLE_ROWS:
            break
    return fitting / counted if counted else 0
