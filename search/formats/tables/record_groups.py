"""The records of a JSON document, in whichever of its lists or objects they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.formats.tables.column_choice import choose_columns, column_names, count_addresses
from search.formats.tables.record_fields import field_key, record_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.formats.kinds import ColumnNames
    from search.formats.tables.column_choice import Columns

_DEEPEST = 4
"""Lists and objects within each other in which records are looked for."""
_SAMPLE = 50
_MOST_FIELDS = 1_000
"""Names in an object that may still be an article; with more it is a list of some."""
_ID = "id"
_HEAD = ("head.published", "head.url", "head.authors", "head.source")


class Records(NamedTuple):
    """Records that belong together.

    Attributes:
        every: each as `record_fields` gives it; None for what stands among them and is none.
        columns: those of all of them.
    """

    every: Sequence[Mapping[str, object] | None]
    columns: Columns


def find_records(values: Sequence[object], chosen: ColumnNames = ()) -> Records | None:
    """Find the records of a document, or of several in a row; None if it holds none.

    They are those of the highest list that are articles by their columns, of several such the
    longest: a list of objects, an object of objects by their ids, columns as lists or by ids of
    rows, or the one object of a document. Cost: linear.
    """
    whole = values[0] if len(values) == 1 else list(values)
    if isinstance(whole, dict) and not _from_columns(whole):
        alone = next(_articles([whole], chosen, listed=False), None)
        # what has a title and a summary may just as well be the head of a list, or of a file beside
        if alone and not alone.columns.brief:
            return alone
    level: list[object] = [whole]
    for _ in range(_DEEPEST):
        if found := [records for value in level for records in _readings(value, chosen)]:
            return max(found, key=lambda records: len(records.every))
        level = [inner for value in level for inner in _inner(value)]
    return None


def fetchable(values: Sequence[object]) -> int:
    """Count the records of a document that have no text, but an address to fetch it from."""
    level: list[object] = [values[0] if len(values) == 1 else list(values)]
    for _ in range(_DEEPEST):
        lists = [value for value in level if isinstance(value, list)]
        counts = [
            count_addresses(record_fields(one) for one in items if isinstance(one, dict))
            for items in lists
        ]
        if most := max(counts, default=0):
            return most
        level = [inner for value in level for inner in _inner(value)]
    return 0


def _inner(value: object) -> Iterable[object]:
    """Give what lies in an object that may hold records, which no object of mere texts does."""
    if not isinstance(value, dict):
        return ()
    return [
        inner
        for inner in value.values()
        if isinstance(inner, list)
        or (isinstance(inner, dict) and any(isinstance(one, dict | list) for one in inner.values()))
    ]


def _readings(value: object, chosen: ColumnNames) -> Iterator[Records]:
    """Yield what a value's records may be, if they are articles."""
    if isinstance(value, list):
        yield from _articles(value, chosen)
    if not isinstance(value, dict):
        return
    yield from _articles(_from_columns(value), chosen)
    inner = list(value.values())
    if inner and all(isinstance(one, dict) for one in inner):
        yield from _articles(inner, chosen, listed=False, ids=list(value))


def _articles(
    values: Sequence[object],
    chosen: ColumnNames,
    *,
    listed: bool = True,
    ids: Sequence[str] = (),
) -> Iterator[Records]:
    """Yield the records of some values if they have the columns of articles.

    What an object is can be told less surely than what a list holds, and a summary may stand in
    anything that has a title: these have to state where, when or by whom they were published too.
    """
    sample = [
        record_fields(one)
        for one in values[:_SAMPLE]
        if isinstance(one, dict) and len(one) <= _MOST_FIELDS
    ]
    columns = choose_columns(sample, chosen)
    if columns is None:
        return
    many = listed or (len(values) == 1 and not ids)
    if not chosen and (columns.brief or not many) and not _has_head(sample):
        return
    every = [record_fields(one) if isinstance(one, dict) else None for one in values]
    if ids and not columns.identity:
        columns = columns.named_by(_ID)
        for name, record in zip(ids, every, strict=True):
            if record is not None:
                record[_ID] = name
    yield Records(every, columns)


def _has_head(records: Iterable[Mapping[str, object]]) -> bool:
    names = {name for role in _HEAD for name in column_names(role)}
    return any(not names.isdisjoint(record) for record in records)


def _from_columns(value: Mapping[str, object]) -> list[dict[str, object]]:
    """Give the rows of a table that is written column by column, or apart from its names."""
    names, rows = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(rows, list):
        return [
            {str(name): cell for name, cell in zip(names, row, strict=False)}
            for row in rows
            if isinstance(row, list)
        ]
    titles = [column for name, column in value.items() if field_key(name) in column_names("title")]
    for title in titles:
        if isinstance(title, list) and len(title) > 1:
            return _rows(value, list(range(len(title))))
        if isinstance(title, dict) and all(not isinstance(one, dict) for one in title.values()):
            return _rows(value, list(title))
    return []


def _rows(value: Mapping[str, object], places: Sequence[int | str]) -> list[dict[str, object]]:
    """Give the rows of columns that are lists, or objects by ids of rows."""
    rows: dict[int | str, dict[str, object]] = {place: {} for place in places}
    for name, column in value.items():
        cells: Iterable[tuple[int | str, object]] = ()
        if isinstance(column, dict):
            cells = column.items()
        elif isinstance(column, list):
            cells = enumerate(column)
        for place, cell in cells:
            if place in rows:
                rows[place][name] = cell
    return list(rows.values())
