"""The sentences of an article as they are compared: each once, with its words and their company."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from search.compare.names.epithets import epithet
from search.compare.sentences.colligations import colligations, negates, supposes, verb_particles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word
    from search.compare.names.told_name import Mention
    from search.compare.sentences.colligations import Colligation

PREFIX_LETTERS = 5
"""Letters by which stems are joined to one word: `immigrant` and `immigration`."""


@dataclass(frozen=True, slots=True)
class DistinctSentence:
    """A sentence and every place where its article says it in these very words, in order.

    Attributes:
        forms: its words as they are written, folded, in order.
        words: its content words, joined by their first letters; see `joined`.
        places: where it stands among the sentences of its article.
        name_of: for each word that is part of a name or of what stands before it that says who its
            bearer is, which name of it that is.
        colligations: its content words with the function words beside them.
        particles: for each verb with a particle after it, which one.
        negates, supposes: whether it has a word of negation, or one that tells of what may be.
    """

    forms: tuple[str, ...]
    words: frozenset[str]
    places: tuple[int, ...]
    name_of: Mapping[str, int]
    colligations: frozenset[Colligation]
    particles: Mapping[str, str]
    negates: bool
    supposes: bool


def joined(stem: str) -> str:
    """Give the letters by which a stem is compared; a number is compared in full."""
    return stem[:PREFIX_LETTERS] if stem.isalpha() else stem


def places_told(annotated: AnnotatedArticle) -> tuple[tuple[int, ...], ...]:
    """Give the places of each different sentence, in the order of the first."""
    places: dict[tuple[str, ...], list[int]] = {}
    for i, sentence in enumerate(annotated.sentences):
        places.setdefault(sentence.forms, []).append(i)
    return tuple(map(tuple, places.values()))


def fold_repeats(
    annotated: AnnotatedArticle, mentions: Iterable[Mention]
) -> tuple[DistinctSentence, ...]:
    """Join the sentences of an article that have the same words, by their first place.

    Cost: linear in the words.
    """
    names: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for number, mention in enumerate(mentions):
        for word in _titled(annotated, mention):
            names[mention.sentence][joined(word.stem)] = number
    return tuple(
        _distinct(annotated.sentences[at[0]], at, names.get(at[0], {}))
        for at in places_told(annotated)
    )


def _titled(annotated: AnnotatedArticle, mention: Mention) -> Sequence[Word]:
    """Give the words of a name and of its epithet before it: `interim president Juan Guaidó`."""
    sentence = annotated.sentences[mention.sentence]
    start, _, _ = epithet(sentence, mention.first, mention.last, annotated.text(sentence))
    first = bisect_left(sentence.words, start, hi=mention.first, key=attrgetter("start"))
    return sentence.words[first : mention.last]


def _distinct(
    sentence: Sentence, places: tuple[int, ...], name_of: Mapping[str, int]
) -> DistinctSentence:
    forms = sentence.forms
    company = colligations(sentence.words, joined)
    return DistinctSentence(
        forms,
        frozenset(map(joined, sentence.stems)),
        places,
        name_of,
        company,
        verb_particles(company),
        negates(forms),
        supposes(forms),
    )


def in_order(lefts: tuple[int, ...], rights: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Pair the first with the first and so on; what is left over is paired with the last."""
    for k in range(max(len(lefts), len(rights))):
        yield lefts[min(k, len(lefts) - 1)], rights[min(k, len(rights) - 1)]
