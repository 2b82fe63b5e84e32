"""Lists of words and phrases as a query, so that they mean what they would in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import QueryError
from search.query.parse import parse
from search.query.tree import Or, Phrase, Prefix, Query, Term
from search.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


def word_list(words: Iterable[str]) -> Query | None:
    """Give a query for any of these words, beginnings (`sanct*`) and phrases; None without any.

    A word means all its forms, what is in quotation marks just that; several words without any
    are a phrase. What is none of these is left out: `word_fault` says so. Cost: linear in the
    words, and in a text as that of a query of plain words.
    """
    leaves = tuple(dict.fromkeys(leaf for word in words if (leaf := _leaf(word)) is not None))
    if not leaves:
        return None
    return Query(" OR ".join(words), leaves[0] if len(leaves) == 1 else Or(Span(0, 0), leaves))


def word_fault(word: str) -> str | None:
    """Say why a text can stand in no list of words, in a few words; None if it can."""
    return None if _leaf(word) is not None else "is no word, beginning (sanct*) or phrase"


def _leaf(word: str) -> Term | Phrase | Prefix | None:
    try:
        root = parse(f'"{word}"' if " " in word.strip() and '"' not in word else word).root
    except QueryError:
        return None
    if isinstance(root, Term | Phrase | Prefix) and root.field is None:
        return root
    return None
