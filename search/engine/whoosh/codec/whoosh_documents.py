"""Whoosh's per-document reader on arrays: deletions, field lengths, columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from whoosh.codec import base
from whoosh.columns import ColumnReader

from search.engine.whoosh.codec.fields import where
from search.engine.whoosh.retrieval.length_norm import quantized
from search.engine.whoosh.segments.columns import Groups, Numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.engine.whoosh.segments.columns import Blobs
    from search.engine.whoosh.segments.segment import Segment


class _Deletions(Protocol):
    """What is deleted of a segment, as `whoosh.codec.base.Segment` says it."""

    def deleted_count(self) -> int: ...

    def is_deleted(self, docnum: int) -> bool: ...

    def deleted_docs(self) -> Iterator[int]: ...


class ArrayDocuments(base.PerDocumentReader):
    """The articles of one segment."""

    def __init__(self, arrays: Segment, deletions: _Deletions) -> None:
        self._arrays = arrays
        self._deletions = deletions

    def doc_count(self) -> int:
        return self._arrays.count - self._deletions.deleted_count()

    def doc_count_all(self) -> int:
        return self._arrays.count

    def has_deletions(self) -> bool:
        return self._deletions.deleted_count() > 0

    def is_deleted(self, docnum: int) -> bool:
        return self._deletions.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        return self._deletions.deleted_docs()

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return self._column(fieldname) is not None

    def _column(self, name: str) -> Numbers | Blobs | Groups | None:
        arrays = self._arrays
        return arrays.numbers.get(name) or arrays.blobs.get(name) or arrays.groups.get(name)

    def column_reader(self, fieldname: str, column: Any) -> ColumnReader:
        found = self._column(fieldname)
        if found is None:
            raise KeyError(fieldname)
        return _Values(found, self._arrays.count)

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        found = where(self._arrays.layout, fieldname)
        if found is None:
            return default
        return (
            int(quantized(self._arrays.words[found.field].lengths[docnum : docnum + 1])[0])
            or default
        )

    def field_length(self, fieldname: str) -> int:
        found = where(self._arrays.layout, fieldname)
        return 0 if found is None else self._arrays.totals[found.field]

    def min_field_length(self, fieldname: str) -> int:
        found = where(self._arrays.layout, fieldname)
        return 0 if found is None else int(self._arrays.words[found.field].lengths.min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        found = where(self._arrays.layout, fieldname)
        return 0 if found is None else int(self._arrays.words[found.field].lengths.max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return {}


class _Values(ColumnReader):
    """A column as Whoosh reads it: one value at a time."""

    def __init__(self, column: Numbers | Blobs | Groups, count: int) -> None:
        self._column = column
        self._doccount = count

    def __getitem__(self, docnum: int) -> int | bytes:
        column = self._column
        if isinstance(column, Numbers):
            return int(column.values[docnum])
        if isinstance(column, Groups):
            return column.values[int(column.numbers[docnum])]
        return column[docnum]
