"""The word or phrase to show uses of."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.widgets.reader import Reader

_LONGEST = 200
"""Characters of a selection that can be a phrase, at most."""


def word_at_hand(selected: str | None, reader: Reader, search: str) -> str:
    """Give the selected text, the word chosen in the marked passage, the current match or the search.

    The search is only given if it is a word or phrase. All may be empty.
    """
    if selected:
        return query_for(selected)
    if reader.display and reader.marked_word:
        return query_for(reader.marked_word)
    if reader.display and (match := reader.current_match):
        return query_for(match)
    return search if query_for(search) == search else ""


def query_for(text: str) -> str:
    """Give the query for the uses of a text: as it is, or in quotes; empty if neither is valid."""
    from search import QueryError, concordance_query  # noqa: PLC0415 - loaded with the desk

    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        for query in (text, f'"{text.replace(chr(34), " ")}"'):
            with suppress(QueryError):
                return concordance_query(query).text
    return ""
