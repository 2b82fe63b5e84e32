"""Which pairs may tell one event where a library is too small to tell what all it holds shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HANDFUL = 12
"""Articles of a library from which on it tells by itself what is common in it."""
_SURE = 0.2
_SURE_UNDATED = 0.36
"""Least cosine of rivals of one day, and of unknown days, that are called the same story."""


def sure(
    ties: Iterable[tuple[int, int, float]], days: Sequence[int]
) -> list[tuple[int, int, float]]:
    """Keep the ties that are close whatever else the library holds.

    A few articles on one crisis are all close to each other, and nothing else is there to show it:
    so they are asked for as much as rivals are. `days` are as in `group`.
    """
    return [
        (one, other, cosine)
        for one, other, cosine in ties
        if cosine >= (_SURE if days[one] and days[other] else _SURE_UNDATED)
    ]
