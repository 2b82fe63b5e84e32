"""The same story in other sources."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from search.stories.values import Rival

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from search.stories.values import Candidate, TermVector

HEAVIEST = 80
"""Stems of an article that are compared."""
SAME_STORY = 0.14
"""Least cosine of two articles on one event."""
NEAR_DAYS = 5
"""Most days between them."""
_FADE_DAYS = 3.0
_UNDATED = 0.7
"""What a pair of unknown distance in time keeps of its cosine: as much as two days apart."""
_REASONS = 4


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    cosine: float
    score: float
    days: int | None
    shared: dict[str, float]


def rank(
    target: Candidate,
    candidates: Iterable[Candidate],
    df: Callable[[str], int],
    n: int,
    *,
    same_source: bool = False,
    limit: int | None = None,
) -> list[Rival]:
    """Rank articles by how likely they tell the target's story, best first.

    The score is the cosine of the two articles' 80 heaviest stems, weighed by their idf, times
    0.3 + 0.7·exp(−days/3); where a date is unknown, times 0.7. Articles that share no stem are
    left out, as is the target. Cost: candidates times 120.

    Args:
        target: the article whose rivals are asked for.
        candidates: every article of the library, the target among them or not.
        df: how many articles of the library hold a stem, 0 for one it doesn't know.
        n: how many articles the library has.
        same_source: keep articles of the target's own source too. An unknown source is
            another one than any, so also than another unknown.
        limit: how many to give at most.
    """
    idf: dict[str, float] = {}

    def weigh(vector: TermVector) -> dict[str, float]:
        weighed: list[tuple[float, str]] = []
        for stem, weight, _ in vector.terms:
            if stem not in idf:
                idf[stem] = log((n + 1) / (df(stem) + 0.5))
            weighed.append((weight * idf[stem], stem))
        weighed.sort(reverse=True)
        kept = {stem: weight for weight, stem in weighed[:HEAVIEST] if weight > 0}
        norm = sqrt(sum(weight * weight for weight in kept.values()))
        return {stem: weight / norm for stem, weight in kept.items()}

    mine = weigh(target.vector)
    found: list[_Scored] = []
    for candidate in candidates:
        if candidate.id == target.id or not (same_source or _other_source(target, candidate)):
            continue
        if not any(term.stem in mine for term in candidate.vector.terms):
            continue
        theirs = weigh(candidate.vector)
        shared = {s: weight * mine[s] for s, weight in theirs.items() if s in mine}
        if shared:
            cosine = min(1.0, sum(shared.values()))
            days = _days(target, candidate)
            found.append(_Scored(candidate, cosine, cosine * _nearness(days), days, shared))
    found.sort(key=lambda one: (-one.score, one.candidate.path))
    return [_rival(target, one) for one in found[:limit]]


def _other_source(target: Candidate, candidate: Candidate) -> bool:
    return target.source is None or target.source != candidate.source


def _days(target: Candidate, candidate: Candidate) -> int | None:
    if target.day is None or candidate.day is None:
        return None
    return abs((target.day - candidate.day).days)


def _nearness(days: int | None) -> float:
    return _UNDATED if days is None else 0.3 + 0.7 * exp(-days / _FADE_DAYS)


def _rival(target: Candidate, scored: _Scored) -> Rival:
    candidate = scored.candidate
    near = scored.days is None or scored.days <= NEAR_DAYS
    return Rival(
        id=candidate.id,
        path=candidate.path,
        title=candidate.title,
        source=candidate.source,
        published=candidate.published,
        score=scored.score,
        same_story=near and scored.cosine >= SAME_STORY,
        why=tuple(_reasons(target.vector, scored)),
    )


def _reasons(vector: TermVector, scored: _Scored) -> list[str]:
    shown = {term.stem: term.shown for term in vector.terms}
    told: list[str] = []
    for stem in sorted(scored.shared, key=lambda s: (-scored.shared[s], s)):
        words = shown[stem].split()
        if not any(word in other.split() for word in words for other in told):
            told.append(shown[stem])
        if len(told) == _REASONS:
            break
    reasons = [f"shares: {', '.join(told)}"]
    if scored.days is not None:
        reasons.append(_apart(scored.days))
    return reasons


def _apart(days: int) -> str:
    if days == 0:
        return "same day"
    return "1 day apart" if days == 1 else f"{days} days apart"
