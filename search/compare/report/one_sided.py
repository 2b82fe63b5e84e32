"""Passages that found no match on the other side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import text_at
from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.comparison import At, Comparison
    from search.sides import Side


_WORD = re.compile(r"\w+")
_MOST_SHOWN = 36
"""Words of a sentence that stands for its passage: what a few lines have room for."""


class OneSidedPassage(NamedTuple):
    """Sentences of one side, one after the other, none of which found a match.

    Attributes:
        sentences: where they stand, in reading order.
        words: how many words they have.
        telling: the sentence that has most words which the other article lacks.
    """

    sentences: tuple[At, ...]
    words: int
    telling: At


def longest_one_sided(comparison: Comparison, side: Side) -> OneSidedPassage | None:
    """Give the longest passage of one side that found no match; None if all found one.

    Sentences that repeat others count for nothing. Cost: linear in the words of both articles.
    """
    places = comparison.sentences.of(side)
    again = {place for place, _ in comparison.repeats.of(side)}
    article = comparison.left if side == "left" else comparison.right
    alone = [one for one in comparison.unmatched.of(side) if one not in again]
    passages = [[places[one] for one in run] for run in _runs(alone)]
    if not passages:
        return None
    longest = max(passages, key=lambda one: sum(at.stop - at.start for at in one))
    words = sum(1 for at in longest for _ in tokenize(text_at(article, at)))
    return OneSidedPassage(tuple(longest), words, _telling(comparison, side, longest))


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Yield rows of places that follow each other."""
    row: list[int] = []
    for place in places:
        if row and place != row[-1] + 1:
            yield row
            row = []
        row.append(place)
    if row:
        yield row


def _telling(comparison: Comparison, side: Side, sentences: Sequence[At]) -> At:
    """Give the first of the sentences with most different words that the other article lacks.

    Captions, and sentences too long to be shown, are left out, if there are others.
    """
    if len(sentences) == 1:
        return sentences[0]
    article = comparison.left if side == "left" else comparison.right
    other = comparison.right if side == "left" else comparison.left
    across: set[str] = set()
    for _, block in other.story:
        across.update(_words(block.text))
    best = -1, sentences[0]
    for at in sentences:
        words = _words(text_at(article, at))
        lacking = len(set(words) - across)
        told = len(words) <= _MOST_SHOWN and article.blocks[at.block].kind != "caption"
        if told and lacking > best[0]:
            best = lacking, at
    return best[1]


def _words(text: str) -> list[str]:
    # Which sentence stands for a passage needs no stems, and tokens cost ten times as much.
    return _WORD.findall(text.casefold())
