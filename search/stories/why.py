"""Why two articles may tell one story, in words."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from search.text import fold, stem

if TYPE_CHECKING:
    from search.stories.values import Candidate

_WORDS = 4
_NAME = 2.0
"""A shared name tells a person more than a shared word of the same weight."""


def why(target: Candidate, other: Candidate, telling: dict[str, float]) -> tuple[str, ...]:
    """Give the reasons: up to four names or words both dwell on, and the days between them.

    `telling` says how much each stem of the target counts. Cost: the stems of both.
    """
    mine = {term.stem: term.shown for term in target.vector.terms}
    held = {term.stem for term in other.vector.terms}
    shown = {root: _both(root, mine[root], held) for root in held if root in telling}
    shared = {
        root: telling[root] * sqrt(weight) * (_NAME if shown[root][:1].isupper() else 1.0)
        for root, weight, _ in other.vector.terms
        if root in shown
    }
    told: list[str] = []
    parts: set[str] = set()
    for root in sorted(shared, key=lambda root: (-shared[root], root)):
        words = set(shown[root].split())
        if len(told) < _WORDS and not words & parts:
            told.append(shown[root])
            parts |= words
    reasons = [f"shares: {', '.join(told)}"] if told else []
    if target.day and other.day:
        reasons.append(_apart(abs((target.day - other.day).days)))
    return tuple(reasons)


def _both(one: str, shown: str, held: set[str]) -> str:
    """Show a name only where all of it is held by both: not Carlos Vecchio for any Carlos."""
    words = {stem(fold(word)): word for word in shown.split()}
    return shown if words.keys() <= held else words.get(one, shown)


def _apart(days: int) -> str:
    if days == 0:
        return "same day"
    return "1 day apart" if days == 1 else f"{days:,} days apart"
