"""Which segments to merge after a commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.engine.whoosh.segments.arrays import MOST_DOCS

if TYPE_CHECKING:
    from collections.abc import Sequence

FACTOR = 4
"""Neighbours of one tier that are merged: each article is written again once a tier."""
_SMALLEST = 64
_STALE = 0.3
"""Share of deleted articles from which a segment is written again."""


class SegmentSize(NamedTuple):
    """A segment's articles: those that live, and those deleted."""

    live: int
    dead: int


def plan(sizes: Sequence[SegmentSize], *, whole: bool = False) -> list[tuple[int, int]]:
    """Choose runs of neighbouring segments to merge each into one; all, if `whole`.

    Gives half-open ranges, in order, none overlapping; a range of one segment means writing it
    again without its deleted articles. Merging tier by tier keeps the segments few, a number
    that grows with the logarithm of the articles, and adding few articles cheap.
    """
    groups = [(i, i + 1) for i in range(len(sizes))]
    live = [size.live for size in sizes]
    if whole:
        groups = _packed(groups, live)
    for tier in range(_tier(MOST_DOCS)):
        groups = _merged(groups, live, tier)
    return [
        (low, high)
        for low, high in groups
        if high - low > 1 or sizes[low].dead > (0 if whole else _STALE * sum(sizes[low]))
    ]


def _tier(live: int) -> int:
    """Give the tier of a segment: 0 for the smallest, one more for each `FACTOR` times."""
    tier = 0
    while live > _SMALLEST:
        live //= FACTOR
        tier += 1
    return tier


def _merged(groups: list[tuple[int, int]], live: Sequence[int], tier: int) -> list[tuple[int, int]]:
    """Merge each run of neighbours up to a tier in which at least `FACTOR` are of that tier.

    Smaller ones between them go along; alone they never make a larger one be written again.
    """
    done: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    full = 0
    for group in [*groups, None]:
        own = _tier(sum(live[slice(*group)])) if group else tier + 1
        if group and own <= tier:
            run.append(group)
            full += own == tier
            continue
        done.extend(_packed(run, live) if full >= FACTOR else run)
        run, full = [], 0
        if group:
            done.append(group)
    return done


def _packed(run: list[tuple[int, int]], live: Sequence[int]) -> list[tuple[int, int]]:
    """Join neighbours as far as a segment may grow."""
    joined = run[:1]
    for low, high in run[1:]:
        begin = joined[-1][0]
        if sum(live[begin:high]) <= MOST_DOCS:
            joined[-1] = (begin, high)
        else:
            joined.append((low, high))
    return joined
