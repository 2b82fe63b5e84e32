"""Which similar pairs to trust in a library too small for document frequencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SMALL_LIBRARY = 12
"""Articles of a library from which on it tells by itself what is common in it."""
SAME_STORY = 0.2
"""Least closeness of two articles that are called one event: precision first."""
_SAME_LONG, _SAME_SHORT = 0.22, 0.18
_LONG = 60
"""Stems in the profile of a long article; undated, it and a shorter one need a closeness of so much."""
_BESIDE = 0.12
"""Least closeness of two that are called so for standing out beside what else is close."""
_STANDS_OUT = 0.67
_STANDS_OUT_UNDATED = 0.6
"""Least score of those two: their closeness beside that of each to its own closest."""


def same_story(closeness: float, score: float, *, others: int, size: int, dated: bool) -> bool:
    """Tell whether to call two articles one event.

    Where a day is unknown, both figures are lower for the same likeness.

    Args:
        closeness: how close they are; see `surely_close`.
        score: how close beside other articles on the subject.
        others: how many articles one was compared with; a few don't show what stands out.
        size: how many stems the profile of the one asked for has.
        dated: whether both days are known.
    """
    undated = _SAME_LONG if size >= _LONG else _SAME_SHORT
    if closeness >= (SAME_STORY if dated else undated):
        return True
    least = _STANDS_OUT if dated else _STANDS_OUT_UNDATED
    return others >= SMALL_LIBRARY and closeness >= _BESIDE and score >= least


def surely_close(
    edges: Iterable[tuple[int, int, float]], days: Sequence[int], undated: float
) -> list[tuple[int, int, float]]:
    """Keep the edges that are close whatever else the library holds.

    A few articles on one crisis are all close to each other, and nothing else is there to show it:
    so they are asked for as much as counterparts are. `days` are as in `group`; of a closeness `undated`
    is left where a day is unknown.
    """
    return [
        (one, other, close)
        for one, other, close in edges
        if close * (1 if days[one] and days[other] else undated) >= SAME_STORY
    ]
