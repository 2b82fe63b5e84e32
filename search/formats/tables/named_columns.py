"""Whether a table has the columns that a user named, and which it has instead."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.encoded_source import encoded_source
from search.formats.kinds import SAMPLE
from search.formats.tables.json_document import read_json
from search.formats.tables.json_lines import first_records, is_json_lines
from search.formats.tables.record_fields import field_key, record_fields
from search.formats.tables.rows import find_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from search.formats.container import Source
    from search.formats.kinds import ColumnNames

_SAMPLE = 50
_DEEPEST = 5
"""Levels of a JSON document in which its records may lie."""
_MOST_TOLD = 20


def check_columns(source: Source, name: str, chosen: ColumnNames) -> None:
    """Raise ArticleError, which tells what there is, if a table lacks a column that a user named.

    Raises it too for what can't be read. Cost: that of the first records; of JSON, linear.
    """
    most: Sequence[str] = ()
    missing = ""
    for group in _groups(source, name):
        keys = {key for record in group for key in record_fields(record)}
        keys |= {field_key(column) for record in group for column in record}
        lacks = next((column for _, column in chosen if field_key(column) not in keys), None)
        if lacks is None:
            return
        names = list(dict.fromkeys(str(column) for record in group for column in record))
        if len(names) > len(most):
            most, missing = names, lacks
    if not most:
        raise ArticleError(name, "no columns are in it")
    shown = ", ".join(most[:_MOST_TOLD])
    more = f" and {len(most) - _MOST_TOLD:,} more" if len(most) > _MOST_TOLD else ""
    raise ArticleError(name, f'it has no column "{missing}"; there are {shown}{more}')


def _groups(source: Source, name: str) -> Iterator[Sequence[Mapping[str, object]]]:
    """Yield records that lie beside each other, as they are written, some of each group."""
    begin = source.read(0, SAMPLE).removeprefix(codecs.BOM_UTF8).lstrip()
    if is_json_lines(begin) or name.lower().endswith((".jsonl", ".ndjson", ".jsonlines")):
        yield first_records(encoded_source(source, name), name)
    elif begin[:1] in {b"{", b"["}:
        yield from _of_json(read_json(source, name))
    elif rows := find_rows(encoded_source(source, name), lambda names: len(names) > 1):
        yield [dict.fromkeys(rows.names, ""), *rows.sample()]


def _of_json(values: Sequence[object]) -> Iterator[Sequence[Mapping[str, object]]]:
    level = list(values)
    for _ in range(_DEEPEST):
        inner: list[object] = []
        for value in level:
            if isinstance(value, list):
                yield [one for one in value[:_SAMPLE] if isinstance(one, dict)]
                inner += value
            elif isinstance(value, dict):
                yield [value]
                inner += value.values()
        level = inner
