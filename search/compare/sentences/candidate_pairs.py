"""Pairs of sentences that may be similar, within a budget of work."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.compare.sentences.strongest import ScoredPair, strongest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.compare.sentences.distinct_sentences import DistinctSentence
    from search.compare.sentences.word_weights import WordWeights

MOST_MEETINGS = 16
"""Meetings of sentences over a word, for each word of the two articles. Two long articles on one
event have three; with more, most words stand in most sentences and tell nothing of any."""
MOST_PAIRS = 64
"""Pairs of a sentence that are weighed. A sentence of an article of usual length has fewer; of a very long
one the others share a word or two that many have, and too little to be linked."""
_SURELY = 20_000
"""Meetings that take no time to speak of, however short the articles."""


class Candidates(NamedTuple):
    """Pairs of sentences that share a word, each once, as places in the two rows of sentences.

    `left_out` tells whether words were passed over, as too many sentences have them.
    """

    pairs: tuple[tuple[int, int], ...]
    left_out: bool


def candidates(
    lefts: Sequence[DistinctSentence], rights: Sequence[DistinctSentence], weights: WordWeights
) -> Candidates:
    """Give the pairs that share a word; of a sentence the `MOST_PAIRS` that share most.

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
    found: list[defaultdict[int, float]] = [defaultdict(float) for _ in lefts]
    for count, word in meetings:
        most -= count
        if most < 0:
            break
        weight = weights.weight[word]
        for i in mine[word]:
            row = found[i]
            for j in theirs[word]:
                row[j] += weight
    return Candidates(_closest(lefts, rights, found, weights), left_out=most < 0)


def _closest(
    lefts: Sequence[DistinctSentence],
    rights: Sequence[DistinctSentence],
    found: Sequence[Mapping[int, float]],
    weights: WordWeights,
) -> tuple[tuple[int, int], ...]:
    """Give the pairs, and of a sentence that is in very many those that share most for their words."""
    if max(len(lefts), len(rights)) <= MOST_PAIRS:
        return tuple((i, j) for i, row in enumerate(found) for j in row)
    ours, theirs = ([weights.of(one.words) for one in side] for side in (lefts, rights))
    rows = (
        [ScoredPair(i, j, shared**2 / (ours[i] * theirs[j])) for j, shared in row.items()]
        for i, row in enumerate(found)
    )
    kept, _ = strongest(rows, MOST_PAIRS)
    return tuple((pair.left, pair.right) for pair in kept)
