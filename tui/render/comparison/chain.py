"""The links that can be walked down on both sides at once."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search import Link


def chain(links: Sequence[Link], through: int | None = None) -> tuple[int, ...]:
    """Pick the heaviest set of links of which no two cross or share a sentence.

    Weight is the sum of scores. The link `through`, when given, is always in it. This is the
    heaviest increasing subsequence: right ends are taken by falling order within one left end,
    so that no two links of a sentence are both picked.

    Returns:
        Places in `links`, strictly increasing on both sides. Empty without links.
        Cost: n log n, and in the worst case the number of kept totals for each link.
    """
    if through is None:
        return _heaviest(links, range(len(links)))
    pivot = links[through]
    before = (
        i for i, link in enumerate(links) if link.left < pivot.left and link.right < pivot.right
    )
    after = (
        i for i, link in enumerate(links) if link.left > pivot.left and link.right > pivot.right
    )
    return (*_heaviest(links, before), through, *_heaviest(links, after))


def _heaviest(links: Sequence[Link], among: Iterable[int]) -> tuple[int, ...]:
    order = sorted(among, key=lambda i: (links[i].left, -links[i].right))
    # A staircase: right ends rise, and so does the best total that ends there.
    ends: list[int] = []
    totals: list[float] = []
    lasts: list[int] = []
    previous: dict[int, int | None] = {}
    for i in order:
        end = links[i].right
        at = bisect_left(ends, end)
        previous[i] = lasts[at - 1] if at else None
        total = (totals[at - 1] if at else 0.0) + links[i].score
        if at < len(ends) and ends[at] == end:
            if totals[at] >= total:
                continue
        elif at and totals[at - 1] >= total:
            continue
        stop = at
        while stop < len(ends) and totals[stop] <= total:
            stop += 1
        ends[at:stop], totals[at:stop], lasts[at:stop] = [end], [total], [i]
    picked: list[int] = []
    last = lasts[-1] if lasts else None
    while last is not None:
        picked.append(last)
        last = previous[last]
    return tuple(reversed(picked))
