"""Finding links that don't cross each other, which can stand side by side."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search import Link


def chain(links: Sequence[Link], including: int | None = None) -> tuple[int, ...]:
    """Find the heaviest set of links of which no two cross or share a sentence.

    The weight is the sum of scores. The link `including`, if given, is always in the set. This is
    the heaviest increasing subsequence: links of one left sentence are sorted by falling right
    end, so that no two of them are picked.

    Returns:
        Indexes in `links`, strictly increasing on both sides. Empty without links.
        Cost: n log n, and in the worst case the number of kept totals for each link.
    """
    if including is None:
        return _heaviest(links, range(len(links)))
    pivot = links[including]
    before = (
        i for i, link in enumerate(links) if link.left < pivot.left and link.right < pivot.right
    )
    after = (
        i for i, link in enumerate(links) if link.left > pivot.left and link.right > pivot.right
    )
    return (*_heaviest(links, before), including, *_heaviest(links, after))


def _heaviest(links: Sequence[Link], among: Iterable[int]) -> tuple[int, ...]:
    order = sorted(among, key=lambda i: (links[i].left, -links[i].right))
    # Right ends rise from entry to entry, and so do the best totals of chains that end there.
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
