"""How far two articles tell one event, as their words show before any sentence is linked."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.sentences.distinct_sentences import DistinctSentence
    from search.compare.sentences.word_weights import WordWeights

_LEADING = 3
"""Sentences in which news says what happened."""
_USUAL, _USUAL_NAMES = 0.26, 0.35
"""What the words, and the names, of two reports on one event usually have in common, as a cosine."""
_WEIGHT = 4.0
_MOST, _LEAST = 0.1, -2.5
"""Bounds of the odds: neither makes a link of nothing, nor parts two sentences that share most."""
_TINY = 1e-3
_FEW_NAMES = 3
"""Names of an article below which they say nothing of its event."""


def event_odds(
    lefts: Sequence[DistinctSentence],
    rights: Sequence[DistinctSentence],
    weights: WordWeights,
    named: frozenset[str],
) -> float:
    """Give what the log odds of each link gain by the articles it stands in, -2.5 to 0.1.

    Two events that look alike, such as two elections, give sentences that share the words of the
    kind. What the articles share as wholes tells, and whom and where they name: the weight of their
    common words, or of the names alone, over the geometric mean of the weights of both. That of the
    words is taken of all or of the first three sentences, whichever is more, for a short report has
    little beside a long one. Where one has hardly any names, its words tell alone; 0 where one has
    fewer than three sentences, which say nothing besides their own words. Cost: linear in the words.
    """
    if min(len(lefts), len(rights)) < _LEADING:
        return 0.0
    ours, theirs = _words(lefts), _words(rights)
    leads = _words(lefts[:_LEADING]), _words(rights[:_LEADING])
    odds = log(max(_TINY, _shared(ours, theirs, weights), _shared(*leads, weights)) / _USUAL)
    if min(len(ours & named), len(theirs & named)) >= _FEW_NAMES:
        names = _shared(ours & named, theirs & named, weights)
        odds = (odds + log(max(_TINY, names) / _USUAL_NAMES)) / 2
    return max(_LEAST, min(_MOST, _WEIGHT * odds))


def _words(sentences: Sequence[DistinctSentence]) -> frozenset[str]:
    return frozenset[str]().union(*(one.words for one in sentences))


def _shared(ours: frozenset[str], theirs: frozenset[str], weights: WordWeights) -> float:
    both = weights.of(ours) * weights.of(theirs)
    return weights.of(ours & theirs) / sqrt(both) if both else 0.0
