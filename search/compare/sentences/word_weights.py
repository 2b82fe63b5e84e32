"""What the words of two articles weigh when their sentences are compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import fsum, inf, log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.names.told_name import Mention

    Rarity: TypeAlias = Callable[[Collection[str]], Mapping[str, float]]
    """Gives the inverse document frequency of stems, all in one question."""

NAME_WEIGHT = 0.75
"""What a name counts beside a plain word: two reports on one event share their names anyway."""
PREFIX_LETTERS = 5
"""Letters by which stems are joined to one word: `immigrant` and `immigration`."""
LEAST_RARITY = 0.3
"""What the commonest word counts as; below it, rarity is chance."""


@dataclass(frozen=True, slots=True)
class DistinctSentence:
    """A sentence and every place where its article says it in these very words, in order.

    Attributes:
        forms: its words as they are written, folded, in order.
        words: its content words, joined by their first letters; see `joined`.
        places: where it stands among the sentences of its article.
        name_of: for each word that is part of a name of several words, which name of it that is.
    """

    forms: tuple[str, ...]
    words: frozenset[str]
    places: tuple[int, ...]
    name_of: Mapping[str, int]


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


def joined(stem: str) -> str:
    """Give the letters by which a stem is compared; a number is compared in full."""
    return stem[:PREFIX_LETTERS] if stem.isalpha() else stem


def fold_repeats(
    annotated: AnnotatedArticle, mentions: Iterable[Mention] = ()
) -> tuple[DistinctSentence, ...]:
    """Join the sentences of an article that have the same words, by their first place."""
    names: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for number, mention in enumerate(mentions):
        if len(mention.forms) > 1:
            said = annotated.sentences[mention.sentence].words[mention.first : mention.last]
            for word in said:
                names[mention.sentence][joined(word.stem)] = number
    places: dict[tuple[str, ...], list[int]] = {}
    for i, sentence in enumerate(annotated.sentences):
        places.setdefault(sentence.forms, []).append(i)
    return tuple(
        DistinctSentence(
            forms,
            frozenset(map(joined, annotated.sentences[at[0]].stems)),
            tuple(at),
            names.get(at[0], {}),
        )
        for forms, at in places.items()
    )


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


def in_order(lefts: tuple[int, ...], rights: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Pair the first with the first and so on; what is left over is paired with the last."""
    for k in range(max(len(lefts), len(rights))):
        yield lefts[min(k, len(lefts) - 1)], rights[min(k, len(rights) - 1)]
