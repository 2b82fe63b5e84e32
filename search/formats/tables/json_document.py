"""JSON documents that hold articles: what services answer, what programs save; read whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import PassedOverError, Unreadable, WholeContainer
from search.formats.decode import decode
from search.formats.json_text import NotJsonError, json_values
from search.formats.limits import LARGEST_WHOLE
from search.formats.tables.column_choice import NO_COLUMNS
from search.formats.tables.json_lines import WHERE
from search.formats.tables.record_groups import fetchable, find_records
from search.formats.tables.table_record import TableRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.formats.container import Container, Draft, Source
    from search.formats.kinds import ColumnNames


def open_json(source: Source, name: str, chosen: ColumnNames = ()) -> Container:
    """Take a JSON document apart; see `Kind.open` and `by_columns`. Cost: linear in its size."""
    if source.size > LARGEST_WHOLE:
        raise ArticleError(
            name, f"larger than {LARGEST_WHOLE >> 20} MB: JSON of that size is read a record a line"
        )
    values = read_json(source, name)
    records = find_records(values, chosen)
    if records is None:
        raise PassedOverError(NO_COLUMNS, addresses=fetchable(values))
    drafts: Sequence[Draft] = [
        Unreadable("no object with names")
        if record is None
        else TableRecord(record, records.columns, WHERE)
        for record in records.every
    ]
    return WholeContainer(source.size, drafts)


def read_json(source: Source, name: str) -> list[object]:
    """Read the JSON values of a file, mostly one; raise ArticleError if it isn't JSON."""
    if source.size > LARGEST_WHOLE:
        raise ArticleError(name, f"larger than {LARGEST_WHOLE >> 20} MB")
    try:
        return json_values(decode(source.read(0, source.size), name))
    except NotJsonError as error:
        raise ArticleError(name, error.why) from None
