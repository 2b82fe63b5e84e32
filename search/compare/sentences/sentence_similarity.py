"""Similarity of the sentences of two articles."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from search.compare.sentences.distinct_sentence import fold_repeats
from search.compare.sentences.shared_stems import overlaps
from search.compare.sentences.strongest import ScoredPair, strongest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.sentences.distinct_sentence import DistinctSentence

    Rarity: TypeAlias = Callable[[Collection[str]], Mapping[str, float]]
    """Gives the inverse document frequency of stems, all in one question."""

NAME_WEIGHT = 0.75
"""What a name counts beside a plain word: two reports on one event share their names anyway."""
NEIGHBOURS = 0.1
"""What the best match between the neighbours of two sentences adds to their score."""
LEAD = 1.0
"""What is added to a score, as a share of it, where both sentences open their article."""
ONE_EVENT = 0.4
"""Cosine of two articles from which on they are sure to tell one event."""
_LEAST_IDF = 0.05
_DIGITS = 9


class Similarities(NamedTuple):
    """Pairs of sentences with their score, in no order, and what was left out to bound the work.

    Attributes:
        pairs: sentences of the left and of the right, and their score.
        everywhere: whether words were passed over that stand in too many sentences.
        weaker: whether a sentence had more pairs than are kept.
    """

    pairs: list[tuple[DistinctSentence, DistinctSentence, float]]
    everywhere: bool
    weaker: bool


def similarities(
    left: AnnotatedArticle,
    right: AnnotatedArticle,
    names: frozenset[str],
    idf: Rarity | None,
    least: float,
) -> Similarities:
    """Give pairs of sentences with their score, from `least` to 1.

    The weight of the stems both hold, over the geometric mean of their weights; a stem weighs
    log((n+1)/(df+½)) over the different sentences of both articles, times √idf where an `idf`
    is given. Stems that merely begin alike count in part. The best match of the sentences
    beside them adds to a score, and so does standing near the top of both articles, as far as
    these tell one event at all. Two sentences of the same words score 1. Cost: linear in the
    words; see `overlaps` and `strongest` for the factors.
    """
    lefts, rights = fold_repeats(left), fold_repeats(right)
    weights = _weights((*lefts, *rights), names, idf)
    shared = overlaps(lefts, rights, weights)
    lead = LEAD * _one_event(lefts, rights, weights)
    kept, weaker = strongest(_rows(lefts, rights, shared.shares, lead, least))
    pairs = [(lefts[i], rights[j], score) for i, j, score in kept]
    return Similarities(pairs, shared.left_out, weaker)


def _rows(
    lefts: Sequence[DistinctSentence],
    rights: Sequence[DistinctSentence],
    raw: Sequence[Mapping[int, float]],
    lead: float,
    least: float,
) -> Iterator[list[ScoredPair]]:
    """Yield for each sentence of the left the pairs it is in."""
    at_left, at_right = _order(lefts), _order(rights)
    twins = {(b.forms, b.stems): j for j, b in enumerate(rights)}
    for i, a in enumerate(lefts):
        twin = twins.get((a.forms, a.stems))
        row = [] if twin is None else [ScoredPair(i, twin, 1.0)]
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
                row.append(ScoredPair(i, j, total))
        yield row


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
