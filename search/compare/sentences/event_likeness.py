"""How far two articles tell one event, as their words show before any sentence is linked."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.sentences.word_weights import DistinctSentence, WordWeights

_LEADING = 3
"""Sentences in which news says what happened."""
_USUAL = 0.3
"""What the words of two reports on one event usually have in common, as a cosine."""
_WEIGHT = 3.0
_MOST, _LEAST = 0.5, -2.0
"""Bounds of the odds: neither makes a link of nothing, nor parts two sentences that share most."""


def event_odds(
    lefts: Sequence[DistinctSentence], rights: Sequence[DistinctSentence], weights: WordWeights
) -> float:
    """Give what the log odds of each link gain by the articles it stands in, -2 to 0.5.

    Two events that look alike, such as two elections, give sentences that share the words of the
    kind. What the articles share as wholes tells: the weight of their common words over the
    geometric mean of the weights of both, taken of all words or of the first three sentences,
    whichever is more, for a short report has little beside a long one. 0 where one has fewer than
    three sentences, which say nothing besides their own words. Cost: linear in the words.
    """
    if min(len(lefts), len(rights)) < _LEADING:
        return 0.0
    shared = max(
        _shared(lefts, rights, weights), _shared(lefts[:_LEADING], rights[:_LEADING], weights)
    )
    return max(_LEAST, min(_MOST, _WEIGHT * log(shared / _USUAL))) if shared else _LEAST


def _shared(
    lefts: Sequence[DistinctSentence], rights: Sequence[DistinctSentence], weights: WordWeights
) -> float:
    ours, theirs = (frozenset[str]().union(*(one.words for one in s)) for s in (lefts, rights))
    both = weights.of(ours) * weights.of(theirs)
    return weights.of(ours & theirs) / sqrt(both) if both else 0.0
