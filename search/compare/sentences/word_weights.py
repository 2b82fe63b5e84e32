"""What the words of two articles weigh when their sentences are compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import fsum, inf, log, sqrt
from typing import TYPE_CHECKING

from search.compare.sentences.distinct_sentences import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from search.compare.sentences.distinct_sentences import DistinctSentence

    Rarity: TypeAlias = Callable[[Collection[str]], Mapping[str, float]]
    """Gives the inverse document frequency of stems, all in one question."""

NAME_WEIGHT = 0.75
"""What a name counts beside a plain word: two reports on one event share their names anyway."""
LEAST_RARITY = 0.3
"""What the commonest word counts as; below it, rarity is chance."""


@dataclass(frozen=True, slots=True)
class WordWeights:
    """The words of two articles.

    Attributes:
        weight: what each weighs: log((n+1)/(df+1/2)) over the different sentences of both, times
            the root of its rarity in the library, less for a name.
        where: the sentences each stands in, as bits: those of the left first.
        average: the weight of a word in a sentence, on the average.
    """

    weight: Mapping[str, float]
    where: Mapping[str, int]
    average: float

    def of(self, words: Iterable[str]) -> float:
        """Give the weight of several words together."""
        return fsum(self.weight[word] for word in words)


def weigh(
    lefts: Sequence[DistinctSentence],
    rights: Sequence[DistinctSentence],
    stems: Collection[str],
    names: frozenset[str],
    idf: Rarity | None,
) -> WordWeights:
    """Weigh the words of two articles; `stems` are those they are joined of, `names` those of names.

    Cost: linear in the words; a bit for each word and sentence.
    """
    where: defaultdict[str, int] = defaultdict(int)
    for k, one in enumerate((*lefts, *rights)):
        for word in one.words:
            where[word] |= 1 << k
    rare: dict[str, float] = {}
    if idf:
        for stem, rarity in idf(stems).items():
            word = joined(stem)
            rare[word] = min(rare.get(word, inf), rarity)
    named = set(map(joined, names))
    count = len(lefts) + len(rights)
    weight = {
        word: log((count + 1) / (at.bit_count() + 0.5))
        * sqrt(max(LEAST_RARITY, rare.get(word, 1.0)))
        * (NAME_WEIGHT if word in named else 1.0)
        for word, at in where.items()
    }
    words = sum(len(one.words) for one in (*lefts, *rights))
    total = fsum(weight[word] for one in (*lefts, *rights) for word in one.words)
    return WordWeights(weight, where, total / words if words else 1.0)
