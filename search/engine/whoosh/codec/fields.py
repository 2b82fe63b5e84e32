"""Mapping a Whoosh schema to the layout of a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.columns import NumericColumn, RefBytesColumn, VarBytesColumn
from whoosh.fields import ID, TEXT

from search.engine.whoosh.retrieval.word_lookup import LookupField
from search.engine.whoosh.segments.field_layout import FieldLayout

if TYPE_CHECKING:
    from whoosh.fields import FieldType, Schema


class StemsOf(TEXT):
    """The stems of another field's words: it is searched, but documents don't give it.

    The words lie in the index once; their stems are a view of them, whose frequencies,
    lengths and positions are those the stemmed text would have.
    """

    def __init__(self, field: str, analyzer: Any, stemmer: str | None = None) -> None:
        """Take the field of words, and the column that names the rules an article is read by."""
        super().__init__(analyzer=analyzer, phrase=True, stored=False)
        self.field = field
        self.stemmer = stemmer


def layout_of(schema: Schema) -> FieldLayout:
    """Give the layout of a schema's fields; raise TypeError for a field no array can hold."""
    kinds: dict[str, list[Any]] = {
        kind: [] for kind in ("words", "keys", "numbers", "blobs", "groups", "stemmed")
    }
    for name, field in schema.items():
        kinds[_kind(name, field)].append(
            (name, field.field) if isinstance(field, StemsOf) else name
        )
    stemmers = {field.stemmer for _, field in schema.items() if isinstance(field, StemsOf)}
    if len(stemmers) > 1:
        raise TypeError("all stems go by the rules of one column")
    return FieldLayout(
        **{kind: tuple(names) for kind, names in kinds.items()}, stemmer=next(iter(stemmers), None)
    )


def _kind(name: str, field: FieldType) -> str:
    column = field.column_type
    if isinstance(field, StemsOf):
        return "stemmed"
    if isinstance(field, TEXT) and not field.stored and not field.vector:
        return "words"
    if isinstance(field, ID) and not field.stored:
        return "keys"
    if not field.indexed and isinstance(column, NumericColumn):
        return "numbers"
    if not field.indexed and isinstance(column, VarBytesColumn):
        return "blobs"
    if not field.indexed and isinstance(column, RefBytesColumn):
        return "groups"
    raise TypeError(f"no array holds the field {name}")


def where(layout: FieldLayout, name: str) -> LookupField | None:
    """Say which words a field of the schema means; None if it is no text."""
    if name in layout.words:
        return LookupField(name)
    for stems, field in layout.stemmed:
        if stems == name:
            return LookupField(field, stems)
    return None
