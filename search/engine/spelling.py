"""Spelling suggestions: unknown words of a query replaced by close ones of the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from search.query import And, Or, Phrase, Prefix, Term
from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.query import Node, Query

_MOST_WORDS = 8
"""Words of a query that are looked at: each costs a walk through the index's words."""
_SHORT = 4


class IndexVocabulary(Protocol):
    """The words of an index by field."""

    def frequency(self, field: str, word: str) -> int:
        """Tell how many articles have a folded word, or in a field of stems any form of it."""

    def words_within(self, field: str, word: str, edits: int) -> set[str]:
        """Give the words of a field at most so many edits away."""


def respell(query: Query, words: IndexVocabulary) -> str | None:
    """Give the query with each unknown word replaced by a close, frequent word of the index.

    None when all words are known, or none of the unknown ones is close to any. Words behind
    NOT, patterns and words still being typed are left alone. Cost: for each unknown word about
    what it takes to read a thousandth of the index's words.
    """
    text = query.text
    swaps: list[tuple[int, int, str]] = []
    for leaf in _leaves(query.root):
        written = text[leaf.span.start : leaf.span.stop]
        for token in tokenize(written):
            if token.form not in (leaf.forms if isinstance(leaf, Phrase) else (leaf.form,)):
                continue
            if len(swaps) < _MOST_WORDS and not _known(leaf, token.form, words):
                better = _closest(leaf, token.form, words)
                if better:
                    at = leaf.span.start
                    swaps.append((at + token.start, at + token.stop, better))
    for start, stop, better in sorted(swaps, reverse=True):
        text = text[:start] + better + text[stop:]
    return text if swaps else None


def _leaves(node: Node) -> Iterator[Term | Phrase]:
    match node:
        case Or(children=(Term(span=a), Prefix(span=b))) if a == b:
            return
        case And(children=children) | Or(children=children):
            for child in children:
                yield from _leaves(child)
        case Term() | Phrase():
            yield node
        case _:
            return


def _exact(leaf: Term | Phrase) -> tuple[str, ...]:
    """Name the fields of whole words that a leaf looks in."""
    match leaf.field:
        case None:
            return "body_exact", "title_exact"
        case "all":
            return "body_exact", "title_exact", "folded_exact"
        case "title":
            return ("title_exact",)
        case other:
            return (other,)


def _known(leaf: Term | Phrase, form: str, words: IndexVocabulary) -> bool:
    if not leaf.stemmed:
        return any(words.frequency(field, form) for field in _exact(leaf))
    return any(words.frequency(field.removesuffix("_exact"), form) for field in _exact(leaf))


def _closest(leaf: Term | Phrase, form: str, words: IndexVocabulary) -> str | None:
    """Choose the word the fewest edits away, of those the one that most articles have."""
    for edits in (1, 2) if len(form) > _SHORT else (1,):
        found = {
            word: words.frequency(field, word)
            for field in _exact(leaf)
            for word in words.words_within(field, form, edits)
            if len(word) > 1
        }
        if found:
            return min(found, key=lambda word: (-found[word], word))
    return None
