"""Which similar pairs to trust in a library too small for document frequencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SMALL_LIBRARY = 12
"""Articles of a library from which on it tells by itself what is common in it."""
SAME_STORY = 0.2
"""Least closeness of two articles that are called one event: precision first."""


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
