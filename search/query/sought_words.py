"""Whether a query seeks words, by which articles fit it more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.query.tree import And, Fuzzy, Or, Phrase, Prefix, Term, Wildcard

if TYPE_CHECKING:
    from search.query.tree import Field, Node

_TEXT: tuple[Field | None, ...] = (None, "all", "title")


def seeks_words(root: Node) -> bool:
    """Tell whether any words are sought in the text of articles, titles included.

    Those behind NOT are none: what lacks a word lacks it no more than another article. Filters by
    source, author, day, language, tag or marks only choose, so that all they find fit equally well.
    """
    match root:
        case And(children=children) | Or(children=children):
            return any(map(seeks_words, children))
        case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
            return root.field in _TEXT
        case _:
            return False
