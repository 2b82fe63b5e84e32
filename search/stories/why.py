"""Why two articles may tell one story, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.stories.values import Candidate

_WORDS = 4
_NAME = 2.0
"""A shared name tells a person more than a shared word of the same weight."""


def why(target: Candidate, other: Candidate, telling: dict[str, float]) -> tuple[str, ...]:
    """Give the reasons: up to four names or words both dwell on, and the days between them.

    `telling` says how much each stem of the target counts. Cost: the stems of both.
    """
    shown = {term.stem: term.shown for term in target.vector.terms}
    shared = {
        stem: telling[stem] * weight * (_NAME if shown[stem][:1].isupper() else 1.0)
        for stem, weight, _ in other.vector.terms
        if stem in telling
    }
    told: list[str] = []
    parts: set[str] = set()
    for stem in sorted(shared, key=lambda stem: (-shared[stem], stem)):
        words = set(shown[stem].split())
        if len(told) < _WORDS and not words & parts:
            told.append(shown[stem])
            parts |= words
    reasons = [f"shares: {', '.join(told)}"] if told else []
    if target.day and other.day:
        reasons.append(_apart(abs((target.day - other.day).days)))
    return tuple(reasons)


def _apart(days: int) -> str:
    if days == 0:
        return "same day"
    return "1 day apart" if days == 1 else f"{days:,} days apart"
