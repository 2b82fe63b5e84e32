"""The word or phrase a user means who asks for its uses."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.screens.library.query_filters import bare

if TYPE_CHECKING:
    from tui.widgets.reader import Reader

_LONGEST = 200
"""Characters of a selection that may be meant as a phrase."""


def word_at_hand(selected: str | None, reader: Reader, search: str) -> str:
    """Give what is selected, the chosen match, or a search for one word or phrase; else nothing."""
    if selected:
        return asked_of(selected)
    if reader.display and reader.reading is not None and reader.current is not None:
        return asked_of(reader.reading.match(reader.current))
    search = bare(search)
    return search if asked_of(search) == search else ""


def asked_of(text: str) -> str:
    """Give the query for the uses of a text: as it is, or else in quotes; empty when neither is one."""
    from search import QueryError, concordance_query  # noqa: PLC0415 - loaded with the desk

    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        for query in (text, f'"{text.replace(chr(34), " ")}"'):
            with suppress(QueryError):
                return concordance_query(query).text
    return ""
