"""Tables of articles: JSON, JSON Lines, CSV and TSV, by what their columns are called.

What has a kind of its own, such as what a reading list exports, is asked for before these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.kinds import Kind

if TYPE_CHECKING:
    from search.formats.container import Container, Source
    from search.formats.kinds import ColumnNames


def _open_table(source: Source, name: str, columns: ColumnNames = ()) -> Container:
    from search.formats.tables.delimited_table import open_table  # noqa: PLC0415 - only when asked

    return open_table(source, name, columns)


def _open_json_lines(source: Source, name: str, columns: ColumnNames = ()) -> Container:
    from search.formats.tables.json_lines import open_json_lines  # noqa: PLC0415 - only when asked

    return open_json_lines(source, name, columns)


def _open_json(source: Source, name: str, columns: ColumnNames = ()) -> Container:
    from search.formats.tables.json_document import open_json  # noqa: PLC0415 - only when asked

    return open_json(source, name, columns)


def _is_json_lines(sample: bytes) -> bool:
    from search.formats.tables.json_lines import is_json_lines  # noqa: PLC0415 - only when asked

    return is_json_lines(sample)


KINDS = (
    Kind("a table", (".csv", ".tsv", ".tab"), _open_table, streamed=True, by_columns=_open_table),
    Kind(
        "JSON Lines",
        (".jsonl", ".ndjson", ".jsonlines"),
        _open_json_lines,
        streamed=True,
        by_columns=_open_json_lines,
    ),
    Kind(
        "JSON Lines",
        (".json", ".jl"),
        _open_json_lines,
        _is_json_lines,
        streamed=True,
        by_columns=_open_json_lines,
    ),
    Kind("a JSON document", (".json",), _open_json, by_columns=_open_json),
)
"""In the order in which a file is tried."""
