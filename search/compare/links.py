"""Sentences that meet, many to many."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from search.compare.telling import names
from search.compare.values import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.compare.telling import Sentence, Telling
    from search.compare.values import Tier

NAME_WEIGHT = 0.6
"""What a name counts beside a plain word: two reports on one event share their names anyway."""
SAME_WORDS = 0.8
"""Share of the words of two sentences that stand in both in the same order."""
SAYS_THE_SAME = 0.35
RELATED = 0.2
LEAST_SHARED = 3
"""Stems that two sentences share at least, unless they are the same words: two captions that
name one person meet in nothing else."""
_LEAST_IDF = 0.05


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence and every place where its article says it in these very words."""

    forms: tuple[str, ...]
    stems: frozenset[str]
    places: tuple[int, ...]


def link(
    left: Telling, right: Telling, idf: Callable[[str], float] | None = None
) -> tuple[Link, ...]:
    """Link the sentences of two stories, sorted by left, then right.

    The score of two sentences is the weight of the stems they share over the geometric mean of
    their weights; a stem weighs log((n+1)/(df+½)) over the different sentences of both
    articles, times √idf where an `idf` is given. A sentence that stands several times in one
    article meets its counterparts in order, so links stay as few as sentences. Cost: the sum
    over stems of the product of the sentences that hold them on each side.
    """
    lefts, rights = _said(left.sentences), _said(right.sentences)
    weights = _weights((*lefts, *rights), names((left, right)), idf)
    found: list[Link] = []
    for a, b, score in _scores(lefts, rights, weights):
        tier = _tier(a, b, score)
        if tier is not None:
            found.extend(Link(i, j, score, tier) for i, j in _in_order(a.places, b.places))
    return tuple(sorted(found, key=lambda link: (link.left, link.right)))


def _said(sentences: Sequence[Sentence]) -> list[_Said]:
    """Join the sentences that have the same words."""
    places: dict[tuple[tuple[str, ...], frozenset[str]], list[int]] = {}
    for i, sentence in enumerate(sentences):
        places.setdefault((sentence.forms, sentence.stems), []).append(i)
    return [_Said(forms, stems, tuple(where)) for (forms, stems), where in places.items()]


def _weights(
    said: Iterable[_Said], names: frozenset[str], idf: Callable[[str], float] | None
) -> dict[str, float]:
    different = {(one.forms, one.stems) for one in said}
    df = Counter(stem for _, stems in different for stem in stems)
    n = len(different)
    return {
        stem: log((n + 1) / (count + 0.5))
        * (NAME_WEIGHT if stem in names else 1.0)
        * (sqrt(max(idf(stem), _LEAST_IDF)) if idf else 1.0)
        for stem, count in df.items()
    }


def _scores(
    lefts: Sequence[_Said], rights: Sequence[_Said], weights: dict[str, float]
) -> Iterator[tuple[_Said, _Said, float]]:
    """Yield the pairs that share anything, with their scores, 0 to 1."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    whole: list[float] = []
    same = {(b.forms, b.stems): j for j, b in enumerate(rights)}
    for j, b in enumerate(rights):
        whole.append(_total(b.stems, weights))
        for stem in b.stems:
            holders[stem].append(j)
    for a in lefts:
        twin = same.get((a.forms, a.stems))
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sorted(a.stems):  # in one order, so that swapping sides adds up alike
            weight = weights[stem]
            for j in holders.get(stem, ()):
                shared[j] += weight
        mine = _total(a.stems, weights)
        for j, weight in shared.items():
            if j != twin:
                yield a, rights[j], min(1.0, weight / sqrt(mine * whole[j]))
        if twin is not None:
            yield a, rights[twin], 1.0


def _total(stems: frozenset[str], weights: dict[str, float]) -> float:
    return sum(weights[stem] for stem in sorted(stems))


def _tier(a: _Said, b: _Said, score: float) -> Tier | None:
    if score < RELATED:
        return None
    if _alike(a.forms, b.forms) >= SAME_WORDS:
        return "same words"
    if len(a.stems & b.stems) < LEAST_SHARED:
        return None
    return "says the same" if score >= SAYS_THE_SAME else "related"


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Give the share of the words of two sentences that stand in both in the same order.

    Cost: linear for most pairs, which can't reach `SAME_WORDS`; then one machine word operation
    for each word of `b` and 64 words of `a`.
    """
    if a == b:
        return 1.0
    most = (Counter(a) & Counter(b)).total()
    if 2 * most < SAME_WORDS * (len(a) + len(b)):
        return 0.0
    return 2 * _common(a, b) / (len(a) + len(b))


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """Give the length of the longest common subsequence.

    Source: H. Hyyrö, Bit-parallel LCS-length computation revisited (2004).
    """
    where: dict[str, int] = {}
    for i, form in enumerate(a):
        where[form] = where.get(form, 0) | 1 << i
    full = (1 << len(a)) - 1
    row = full
    for form in b:
        hit = row & where.get(form, 0)
        row = (row + hit | row - hit) & full
    return len(a) - row.bit_count()


def _in_order(lefts: tuple[int, ...], rights: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Pair the first with the first and so on; what is left over meets the last."""
    for k in range(max(len(lefts), len(rights))):
        yield lefts[min(k, len(lefts) - 1)], rights[min(k, len(rights) - 1)]
