"""Pairs of sentences that may be similar, within a budget of work."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.sentences.word_weights import DistinctSentence

MOST_MEETINGS = 32
"""Meetings of sentences over a word, for each word of the two articles. Two long articles on one
event have three; with more, most words stand in most sentences and tell nothing of any."""
_SURELY = 20_000
"""Meetings that take no time to speak of, however short the articles."""


class Candidates(NamedTuple):
    """Pairs of sentences that share a word, each once, as places in the two rows of sentences.

    `left_out` tells whether words were passed over, as too many sentences have them.
    """

    pairs: tuple[tuple[int, int], ...]
    left_out: bool


def candidates(lefts: Sequence[DistinctSentence], rights: Sequence[DistinctSentence]) -> Candidates:
    """Give the pairs that share a word.

    Words are taken from the rarest on, equals by name, until sentences would meet over them more than
    `MOST_MEETINGS` times a word. Cost: linear in the words, by that factor.
    """
    mine: defaultdict[str, list[int]] = defaultdict(list)
    theirs: defaultdict[str, list[int]] = defaultdict(list)
    for side, holders in ((lefts, mine), (rights, theirs)):
        for place, one in enumerate(side):
            for word in one.words:
                holders[word].append(place)
    meetings = sorted((len(mine[w]) * len(theirs[w]), w) for w in mine.keys() & theirs.keys())
    words = sum(len(one.forms) for side in (lefts, rights) for one in side)
    most = max(_SURELY, MOST_MEETINGS * words)
    found: dict[tuple[int, int], None] = {}
    for count, word in meetings:
        most -= count
        if most < 0:
            return Candidates(tuple(found), left_out=True)
        for i in mine[word]:
            found.update(dict.fromkeys((i, j) for j in theirs[word]))
    return Candidates(tuple(found), left_out=False)
