"""Tables of saved addresses: what Pocket, Instapaper and their like export as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import BytesSource
from search.formats.encoded_source import encoded_source
from search.formats.reading_lists.saved_articles import forms, saved_articles
from search.formats.tables.delimited_table import addresses_of_table
from search.formats.tables.record_fields import field_key
from search.formats.tables.rows import find_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.formats.container import Container, Source


def is_saved_table(sample: bytes) -> bool:
    """Tell whether a table begins with the columns of such a list."""
    line = sample.split(b"\n", 1)[0]
    try:
        return find_rows(encoded_source(BytesSource(line), ""), _is_form) is not None
    except ArticleError:
        return False


def open_saved_table(source: Source, name: str) -> Container:
    """Count its addresses; raises PassedOverError, as there are no texts. Cost: linear."""
    return saved_articles(source.size, (), addresses_of_table(encoded_source(source, name)))


def _is_form(names: Sequence[str]) -> bool:
    keys = set(map(field_key, names))
    return any(keys.issuperset(form) for form in forms("csv"))
