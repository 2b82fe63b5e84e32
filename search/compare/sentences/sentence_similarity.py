"""How sure it is that two sentences tell the same fact."""

from __future__ import annotations

from heapq import nsmallest
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from search.compare.sentences.event_likeness import event_odds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.sentences.distinct_sentences import DistinctSentence
    from search.compare.sentences.word_weights import WordWeights

COSINE, EVIDENCE, DEPTH, MOOD, BIAS = 10.0, 1.0, 0.04, 0.4, 3.85
"""Weights of a logistic regression on 41 judged pairs of articles, rounded."""
ALIKE = 2.0
"""What a word counts as evidence that has the same function word beside it in both sentences."""
DEEPEST = 40
"""Sentences from the top from which on it doesn't matter how deep one stands."""
SAME_NAME = 0.2
"""What a further word of one name adds as evidence: `Juan Guaidó` is one fact, not two."""
_DIGITS = 9
_SLACK = 1e-6
MOST_WORDS = 32
"""Words that count as evidence, the heaviest; two sentences that share more say the same anyway."""
LEAST_SHARED = 2
"""Words that two sentences share at least; so many mustn't be names alone."""


def similar_sentences(
    lefts: Sequence[DistinctSentence],
    rights: Sequence[DistinctSentence],
    pairs: Iterable[tuple[int, int]],
    weights: WordWeights,
    named: frozenset[str],
    least: float,
) -> Iterator[tuple[DistinctSentence, DistinctSentence, float]]:
    """Yield pairs of sentences with their score, from `least` to 1.

    For two sentences that share words,

        z = COSINE * c + EVIDENCE * r - DEPTH * d - MOOD * m - BIAS + e
        score = 1 / (1 + e^-z)

    where c is the weight of the words shared over the geometric mean of the weights of both
    sentences; r how many average words the words shared are worth as evidence: a word that elsewhere
    stands only where a heavier one stands adds next to nothing, one with the same function word
    beside it counts twice; d how many sentences from the top of its article the lower one stands; m
    in how many of two ways they differ in mood: only one negates, only one tells of what may be; and
    e what `event_odds` says of the two articles. In no order. Cost: linear in the `pairs`.
    """
    ours, theirs = ([weights.of(one.words) for one in side] for side in (lefts, rights))
    floor = log(least / (1 - least))
    event = event_odds(lefts, rights, weights, named)
    for i, j in pairs:
        a, b = lefts[i], rights[j]
        shared = _shared(a, b)
        if len(shared) < LEAST_SHARED or (len(shared) == LEAST_SHARED and shared <= named):
            continue
        plain = weights.of(shared)
        z = COSINE * plain / sqrt(ours[i] * theirs[j]) - BIAS + event
        z -= DEPTH * min(max(a.places[0], b.places[0]), DEEPEST)
        z -= MOOD * ((a.negates != b.negates) + (a.supposes != b.supposes))
        if z + EVIDENCE * ALIKE * plain / weights.average < floor - _SLACK:
            continue
        others = ~(1 << i | 1 << len(lefts) + j)
        z += EVIDENCE * _evidence(shared, weights, others, (a, b)) / weights.average
        score = round(1 / (1 + exp(-z)), _DIGITS)
        if score >= least:
            yield a, b, score


def _shared(a: DistinctSentence, b: DistinctSentence) -> frozenset[str]:
    """Give the words of both; a verb with another particle is another word (`step up`, `step down`)."""
    shared = a.words & b.words
    if a.particles and b.particles:
        shared -= {word for word, one in a.particles.items() if b.particles.get(word, one) != one}
    return shared


def _evidence(
    shared: frozenset[str],
    weights: WordWeights,
    others: int,
    pair: tuple[DistinctSentence, DistinctSentence],
) -> float:
    """Sum the weights of words, each times what it adds to the heavier ones.

    What a word adds is judged by the `others`: the sentences but the two at hand. Of the places of it
    and of a heavier word, take the fewer (and a half more); the share of them where both stand is no
    news.
    """
    a, b = pair
    alike = {one.word for one in a.colligations & b.colligations}
    total = 0.0
    heavier: list[tuple[str, int, int]] = []
    for word in nsmallest(MOST_WORDS, shared, key=lambda word: (-weights.weight[word], word)):
        mine = weights.where[word] & others
        count = mine.bit_count()
        adds = 1.0
        for other, its, its_count in heavier:
            both = (mine & its).bit_count()
            if both:
                adds = min(adds, 1 - both / (min(count, its_count) + 0.5))
            if any(one.name_of.get(word, -1) == one.name_of.get(other, -2) for one in pair):
                adds = min(adds, SAME_NAME)
        total += adds * weights.weight[word] * (ALIKE if word in alike else 1.0)
        heavier.append((word, mine, count))
    return total
