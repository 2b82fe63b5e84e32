"""JSON Lines: a record a line, in a file of any size, read in pieces."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import PassedOverError, Span, Unreadable
from search.formats.encoded_source import encoded_source
from search.formats.json_text import NotJsonError, json_values
from search.formats.limits import LARGEST_RECORD, LARGEST_WHOLE
from search.formats.tables.column_choice import NO_COLUMNS, choose_columns, count_addresses
from search.formats.tables.record_fields import record_fields
from search.formats.tables.table_record import TableRecord
from search.untrusted import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Container, Draft, Source
    from search.formats.encoded_source import EncodedSource
    from search.formats.kinds import ColumnNames
    from search.formats.tables.column_choice import Columns

WHERE = "JSON record"
_PIECE = 1 << 20
_SAMPLE_RECORDS = 50
_SAMPLE_BYTES = 1 << 18
"""Records, and bytes of them, that the columns are chosen by; one at least."""
_LINES = re.compile(rb"\s*\{[^\n]*\}[\s,]*\n\s*\{")
_BRACKETS = b"[], \t\r\n"
"""What a line has that is no record: an array may stand as a record a line."""


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A file of JSON Lines, with the columns that its first records have."""

    source: EncodedSource
    columns: Columns

    def spans(self) -> Iterator[Span]:
        """Give each line with something in it; see `Container.spans`."""
        for start, stop in _lines(self.source):
            yield Span(start, stop)

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the record of a line."""
        if stop - start > LARGEST_RECORD:
            return (Unreadable(f"a record of {(stop - start) >> 20} MB, which is no article"),)
        try:
            record = _record(self.source.text(start, stop))
        except NotJsonError as error:
            return (Unreadable(error.why),)
        return (TableRecord(record_fields(record), self.columns, WHERE),)


def is_json_lines(sample: bytes) -> bool:
    """Tell whether a file begins with an object that ends with its line, and another below."""
    found = _LINES.match(sample.removeprefix(b"\xef\xbb\xbf"))
    if found is None:
        return False
    line = found[0][: found[0].rstrip(b"{").rstrip().rfind(b"}") + 1]
    try:
        return len(json_values(decoded(line, "utf-8") or "")) == 1
    except NotJsonError:
        return False


def open_json_lines(source: Source, name: str, chosen: ColumnNames = ()) -> Container:
    """Take JSON Lines apart; see `Kind.open` and `by_columns`. Cost: that of the first records."""
    encoded = encoded_source(source, name)
    records = [record_fields(record) for record in first_records(encoded, name)]
    if (columns := choose_columns(records, chosen)) is None:
        raise PassedOverError(NO_COLUMNS, addresses=_addresses(encoded))
    return encoded.unpacked(source, JsonLines(encoded, columns))


def first_records(source: EncodedSource, name: str) -> list[dict[str, object]]:
    """Give the records at the beginning, as they are written; raise ArticleError if none is one."""
    records: list[dict[str, object]] = []
    why = ""
    read = 0
    for start, stop in _lines(source):
        if stop - start <= LARGEST_RECORD:
            try:
                records.append(_record(source.text(start, stop)))
            except NotJsonError as error:
                why = why or error.why
            read += stop - start
        if len(records) >= _SAMPLE_RECORDS or read >= _SAMPLE_BYTES:
            break
    if not records:
        raise ArticleError(name, why or "no line of it is a record")
    return records


def _addresses(source: EncodedSource) -> int:
    """Count the records with an address; none of a file too large to be gone through."""
    if source.stop > LARGEST_WHOLE:
        return 0
    count = 0
    for start, stop in _lines(source):
        if stop - start <= LARGEST_RECORD:
            with suppress(NotJsonError):
                count += count_addresses([record_fields(_record(source.text(start, stop)))])
    return count


def _record(line: str) -> dict[str, object]:
    values = json_values(line)
    if len(values) > 1:
        raise NotJsonError("several values in one line")
    if not isinstance(values[0], dict):
        raise NotJsonError("this line is no object with names")
    return values[0]


def _lines(source: EncodedSource) -> Iterator[tuple[int, int]]:
    """Yield where each line with something in it begins and ends. Memory: a piece of the file."""
    begun, at = source.start, source.start
    some = False
    while data := source.read(at, at + _PIECE):
        place = 0
        while (end := data.find(b"\n", place)) >= 0:
            if some or data[place:end].strip(_BRACKETS):
                yield begun, at + end
            place = end + 1
            begun = at + place
            some = False
        some = some or bool(data[place:].strip(_BRACKETS))
        at += len(data)
    if some:
        yield begun, at
