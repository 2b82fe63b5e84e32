"""Similarity of the sentences of two articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from search.compare.annotated_article import AnnotatedArticle

    Rarity: TypeAlias = Callable[[Collection[str]], Mapping[str, float]]
    """Gives the inverse document frequency of stems, all in one question."""

NAME_WEIGHT = 0.75
"""What a name counts beside a plain word: two reports on one event share their names anyway."""
KIN_WEIGHT = 0.5
"""What two stems count that are no more than akin: `venezuela` and `venezuelan`."""
PREFIX_LETTERS = 5
"""Letters at the beginning that make two longer stems akin."""
NEIGHBOURS = 0.1
"""What the best match between the neighbours of two sentences adds to their score."""
LEAD = 1.0
"""What is added to a score, as a share of it, where both sentences open their article."""
ONE_EVENT = 0.4
"""Cosine of two articles from which on they are sure to tell one event."""
_LEAST_IDF = 0.05
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class DistinctSentence:
    """A sentence and every place where its article says it in these very words, in order."""

    forms: tuple[str, ...]
    stems: frozenset[str]
    places: tuple[int, ...]


def fold_repeats(annotated: AnnotatedArticle) -> tuple[DistinctSentence, ...]:
    """Join the sentences of an article that have the same words, by their first place."""
    places: dict[tuple[tuple[str, ...], frozenset[str]], list[int]] = {}
    for i, sentence in enumerate(annotated.sentences):
        places.setdefault((sentence.forms, sentence.stems), []).append(i)
    return tuple(
        DistinctSentence(forms, stems, tuple(where)) for (forms, stems), where in places.items()
    )


def scores(
    left: AnnotatedArticle,
    right: AnnotatedArticle,
    names: frozenset[str],
    idf: Rarity | None,
    least: float,
) -> Iterator[tuple[DistinctSentence, DistinctSentence, float]]:
    """Yield pairs of sentences with their score, from `least` to 1, in no order.

    The weight of the stems both hold, over the geometric mean of their weights; a stem weighs
    log((n+1)/(df+½)) over the different sentences of both articles, times √idf where an `idf`
    is given. Stems that merely begin alike count in part. The best match of the sentences
    beside them adds to a score, and so does standing near the top of both articles, as far as
    these tell one event at all. Two sentences of the same words score 1. Cost: the sum over
    stems of the product of the sentences that hold them on each side.
    """
    lefts, rights = fold_repeats(left), fold_repeats(right)
    weights = _weights((*lefts, *rights), names, idf)
    raw = _overlaps(lefts, rights, weights)
    at_left, at_right = _order(lefts), _order(rights)
    lead = LEAD * _one_event(lefts, rights, weights)
    twins = {(b.forms, b.stems): j for j, b in enumerate(rights)}
    for i, a in enumerate(lefts):
        twin = twins.get((a.forms, a.stems))
        if twin is not None:
            yield a, rights[twin], 1.0
        here = a.places[0]
        for j, score in raw[i].items():
            if j == twin or score + (1 - score) * (NEIGHBOURS + lead * score) < least:
                continue
            there = rights[j].places[0]
            beside = max(
                raw[at_left[here + up]].get(at_right[there + down], 0.0)
                for up, down in _BESIDE
                if 0 <= here + up < len(at_left) and 0 <= there + down < len(at_right)
            )
            score += (1 - score) * NEIGHBOURS * beside  # noqa: PLW2901 - it takes its own place
            near_top = lead / (1 + max(here, there))
            total = round(score + (1 - score) * near_top * score, _DIGITS)
            if total >= least:
                yield a, rights[j], total


_BESIDE = ((-1, -1), (-1, 0), (0, -1), (0, 0), (0, 1), (1, 0), (1, 1))


def _order(said: Sequence[DistinctSentence]) -> list[int]:
    """Give for each place of an article which sentence stands there."""
    at = {place: i for i, one in enumerate(said) for place in one.places}
    return [at[place] for place in range(len(at))]


def _weights(
    said: Iterable[DistinctSentence], names: frozenset[str], idf: Rarity | None
) -> dict[str, float]:
    different = {(one.forms, one.stems) for one in said}
    df = Counter(stem for _, stems in different for stem in stems)
    n = len(different)
    rare = idf(df) if idf else None
    return {
        stem: log((n + 1) / (count + 0.5))
        * (NAME_WEIGHT if stem in names else 1.0)
        * (sqrt(max(rare[stem], _LEAST_IDF)) if rare else 1.0)
        for stem, count in df.items()
    }


def _overlaps(
    lefts: Sequence[DistinctSentence],
    rights: Sequence[DistinctSentence],
    weights: Mapping[str, float],
) -> list[dict[int, float]]:
    """Give for each sentence of the left the sentences of the right that share anything."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, b in enumerate(rights):
        for stem in b.stems:
            holders[stem].append(j)
    same_prefix = _same_prefix(weights, holders)
    whole = [_total(b.stems, weights) for b in rights]
    found: list[dict[int, float]] = []
    for a in lefts:
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in a.stems:
            weight = weights[stem]
            for j in holders.get(stem, ()):
                shared[j] += weight
            for other in same_prefix.get(stem, ()):
                if other not in a.stems:
                    weight = KIN_WEIGHT * min(weights[stem], weights[other])
                    for j in holders[other]:
                        if stem not in rights[j].stems:
                            shared[j] += weight
        mine = _total(a.stems, weights)
        found.append({j: min(1.0, weight / sqrt(mine * whole[j])) for j, weight in shared.items()})
    return found


def _same_prefix(stems: Iterable[str], held: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Map each stem to those of `held` that begin with the same letters; none for numbers."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for stem in held:
        if len(stem) > PREFIX_LETTERS and stem.isalpha():
            alike[stem[:PREFIX_LETTERS]].append(stem)
    return {
        stem: tuple(other for other in alike[stem[:PREFIX_LETTERS]] if other != stem)
        for stem in stems
        if len(stem) > PREFIX_LETTERS and stem.isalpha() and stem[:PREFIX_LETTERS] in alike
    }


def _total(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in stems)


def _one_event(
    lefts: Iterable[DistinctSentence],
    rights: Iterable[DistinctSentence],
    weights: Mapping[str, float],
) -> float:
    """Estimate from their cosine how sure it is that two articles cover one event, 0 to 1."""
    ours = Counter(stem for one in lefts for stem in one.stems)
    theirs = Counter(stem for one in rights for stem in one.stems)
    shared = sum(count * theirs[stem] * weights[stem] ** 2 for stem, count in ours.items())
    if not shared:
        return 0.0
    norms = [sum((n * weights[stem]) ** 2 for stem, n in side.items()) for side in (ours, theirs)]
    return min(1.0, shared / sqrt(norms[0] * norms[1]) / ONE_EVENT) ** 2
