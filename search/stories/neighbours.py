"""The same story in other sources."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from heapq import nlargest
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from search.stories.values import Rival
from search.stories.why import why

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.stories.values import Candidate, TermVector

HEAVIEST = 80
"""Stems of an article that are compared."""
SAME_STORY = 0.2
"""Least score of two articles that are called one event: precision first, see docs/compare.md."""
_FADE_DAYS = 3.0
_FAR = 0.3
_UNDATED = 0.55
"""What a pair keeps of its cosine when a date is unknown: as much as three days apart."""
_SILENT = 20
"""Articles imagined besides the library's own, so that a word in all of five is no stop word."""


class Neighbours:
    """The articles of a library, weighed once, so that each finds its rivals quickly.

    Building costs some 60 µs an article; asking, some milliseconds among thousands. Holds
    12 bytes for each of up to 80 stems an article, and the candidates.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        df: Callable[[str], int] | None = None,
        n: int | None = None,
    ) -> None:
        """Weigh articles.

        Args:
            candidates: every article that may be a rival.
            df: how many articles of the library hold a stem; counted from the candidates'
                vectors when None, which ranks as well.
            n: how many articles the library has; as many as candidates when None.
        """
        if df is None:
            counted = Counter(term.stem for c in candidates for term in c.vector.terms)
            df = counted.__getitem__
        self._df = df
        self._n = max(len(candidates) if n is None else n, 1)
        self._idf: dict[str, float] = {}
        self._candidates = candidates
        self._days = [_ordinal(candidate) for candidate in candidates]
        self._holders: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
        self._weights: defaultdict[str, array[float]] = defaultdict(lambda: array("d"))
        for i, candidate in enumerate(candidates):
            for stem, weight in self._weigh(candidate.vector).items():
                self._holders[stem].append(i)
                self._weights[stem].append(weight)

    def rivals(
        self, target: Candidate, *, same_source: bool = False, limit: int | None = None
    ) -> list[Rival]:
        """Rank articles by how likely they tell the target's story, best first; see `rank`."""
        mine = self._weigh(target.vector)
        cosines: defaultdict[int, float] = defaultdict(float)
        for stem, weight in mine.items():
            if stem in self._holders:
                for i, other in zip(self._holders[stem], self._weights[stem], strict=True):
                    cosines[i] += weight * other
        day = _ordinal(target)
        scored: list[tuple[float, int]] = []
        for i, cosine in cosines.items():
            candidate = self._candidates[i]
            if candidate.id != target.id and (same_source or _other_source(target, candidate)):
                scored.append((min(1.0, cosine) * _nearness(day, self._days[i]), i))
        best = nlargest(
            len(scored) if limit is None else limit,
            scored,
            key=lambda one: (one[0], -one[1]),
        )
        telling = {stem: weight * self._rarity(stem) for stem, weight in mine.items()}
        return [self._rival(target, self._candidates[i], score, telling) for score, i in best]

    def _weight(self, stem: str) -> float:
        if stem not in self._idf:
            self._idf[stem] = max(0.0, log((self._n + _SILENT + 1) / (self._df(stem) + 0.5)))
        return self._idf[stem]

    def _rarity(self, stem: str) -> float:
        """Tell how well a stem sets articles apart in this very library."""
        return max(0.0, log((self._n + 1) / (self._df(stem) + 0.5)))

    def _weigh(self, vector: TermVector) -> dict[str, float]:
        """Give the heaviest stems as a vector of length one."""
        weighed = [(sqrt(weight) * self._weight(stem), stem) for stem, weight, _ in vector.terms]
        weighed.sort(reverse=True)
        del weighed[HEAVIEST:]
        length = sqrt(sum(weight * weight for weight, _ in weighed))
        return {stem: weight / length for weight, stem in weighed if weight > 0}

    def _rival(
        self, target: Candidate, candidate: Candidate, score: float, telling: dict[str, float]
    ) -> Rival:
        return Rival(
            id=candidate.id,
            path=candidate.path,
            title=candidate.title,
            source=candidate.source,
            published=candidate.published,
            score=score,
            same_story=score >= SAME_STORY,
            why=why(target, candidate, telling),
        )


def rank(
    target: Candidate,
    candidates: Sequence[Candidate],
    df: Callable[[str], int] | None = None,
    n: int | None = None,
    *,
    same_source: bool = False,
    limit: int | None = None,
) -> list[Rival]:
    """Rank articles by how likely they tell the target's story, best first.

    The score is the cosine of the articles' 80 heaviest stems, each weighing the root of its
    weight times its idf, times 0.3 + 0.7·exp(-days/3); where a date is unknown, times 0.55.
    Articles that share no stem are left out, as is the target. Cost: weighs every candidate, so
    keep a `Neighbours` to ask more than once.

    Args:
        target: the article whose rivals are asked for.
        candidates: every article of the library, the target among them or not.
        df: see `Neighbours`.
        n: see `Neighbours`.
        same_source: keep articles of the target's own source too. An unknown source is
            another one than any, so also than another unknown.
        limit: how many to give at most.
    """
    return Neighbours(candidates, df, n).rivals(target, same_source=same_source, limit=limit)


def _other_source(target: Candidate, candidate: Candidate) -> bool:
    return target.source is None or target.source != candidate.source


def _ordinal(candidate: Candidate) -> int | None:
    day = candidate.day
    return None if day is None else day.toordinal()


def _nearness(one: int | None, other: int | None) -> float:
    if one is None or other is None:
        return _UNDATED
    return _FAR + (1 - _FAR) * exp(-abs(one - other) / _FADE_DAYS)
