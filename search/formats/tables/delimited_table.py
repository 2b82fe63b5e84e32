"""Tables of rows, CSV and TSV: a record a row, in a file of any size, read in pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.formats.container import PassedOverError, Span, Unreadable
from search.formats.encoded_source import encoded_source
from search.formats.limits import LARGEST_RECORD, LARGEST_WHOLE
from search.formats.tables.column_choice import (
    NO_COLUMNS,
    choose_columns,
    count_addresses,
    has_addresses,
    has_columns,
)
from search.formats.tables.record_fields import field_key, record_fields
from search.formats.tables.rows import find_rows
from search.formats.tables.table_record import TableRecord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Container, Draft, Source
    from search.formats.encoded_source import EncodedSource
    from search.formats.kinds import ColumnNames
    from search.formats.tables.column_choice import Columns
    from search.formats.tables.rows import Rows

WHERE = "table row"


@dataclass(frozen=True, slots=True)
class DelimitedTable:
    """A table with the columns that its head line names."""

    rows: Rows
    columns: Columns

    def spans(self) -> Iterator[Span]:
        """Give each row with something in it; see `Container.spans`."""
        for start, stop in self.rows.places():
            yield Span(start, stop)

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the record of a row."""
        if stop - start > LARGEST_RECORD:
            return (Unreadable(f"a record of {(stop - start) >> 20} MB, which is no article"),)
        if (record := self.rows.record(start, stop)) is None:
            return (Unreadable("a quotation mark is never closed"),)
        return (TableRecord(record_fields(record), self.columns, WHERE),)


def open_table(source: Source, name: str, chosen: ColumnNames = ()) -> Container:
    """Take a table apart; see `Kind.open` and `by_columns`. Cost: that of its first rows."""
    encoded = encoded_source(source, name)
    rows = find_rows(encoded, lambda names: has_columns(map(field_key, names), chosen))
    columns = _columns(rows, chosen) if rows else None
    if rows is None or columns is None:
        raise PassedOverError(NO_COLUMNS, addresses=addresses_of_table(encoded))
    return encoded.unpacked(source, DelimitedTable(rows, columns))


def _columns(rows: Rows, chosen: ColumnNames) -> Columns | None:
    return choose_columns([record_fields(row) for row in rows.sample()], chosen)


def addresses_of_table(source: EncodedSource) -> int:
    """Count the rows of a table that have an address; none of one too large to be gone through.

    Cost: linear in the table.
    """
    if source.stop > LARGEST_WHOLE:
        return 0
    rows = find_rows(source, lambda names: has_addresses(map(field_key, names)))
    return count_addresses(record_fields(record) for record in rows.records()) if rows else 0
