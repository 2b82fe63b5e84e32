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
    leaves = tuple(dict.fromkeys(leaf for word in words for leaf in _leaves(word)))
    if not leaves:
        return None
    return Query(" OR ".join(words), leaves[0] if len(leaves) == 1 else Or(Span(0, 0), leaves))


def word_fault(word: str) -> str | None:
    """Say why a text can stand in no list of words, in a few words; None if it can."""
    return None if _leaves(word) else "is no word, beginning (sanct*) or phrase"


def _leaves(word: str) -> tuple[Term | Phrase | Prefix, ...]:
    """Give what a word asks for: one leaf, or one for each way in which it may be written."""
    try:
        root = parse(f'"{word}"' if " " in word.strip() and '"' not in word else word).root
    except QueryError:
        return ()
    leaves = root.children if isinstance(root, Or) else (root,)
    plain = tuple(
        leaf
        for leaf in leaves
        if isinstance(leaf, Term | Phrase | Prefix)
        and leaf.field is None
        and leaf.span == root.span
    )
    return plain if len(plain) == len(leaves) else ()
