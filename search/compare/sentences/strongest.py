"""The strongest pairs of sentences: of each sentence so many at most."""

from __future__ import annotations

from collections import defaultdict
from heapq import heappush, heappushpop, nsmallest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_LINKS = 32
"""Links of a sentence: three times as many as any has in two long articles on one event. With more,
a text is all one sentence, and links say nothing."""


class ScoredPair(NamedTuple):
    """Sentences that score: places of the left and of the right, and how much."""

    left: int
    right: int
    score: float


def strongest(
    rows: Iterable[Iterable[ScoredPair]], most: int = MOST_LINKS
) -> tuple[list[ScoredPair], bool]:
    """Keep the pairs that are among the best, `most` of them, of both their sentences.

    Of equals those are better that stand nearer to the same place, then those that stand earlier.
    Both orders of the sides give the same pairs. `rows` has the pairs of one sentence of the left
    after the other.

    Returns:
        The pairs, and whether there were more.
    """
    kept: list[ScoredPair] = []
    best: defaultdict[int, list[tuple[float, int, int]]] = defaultdict(list)
    count = 0
    for row in rows:
        pairs = list(row)
        count += len(pairs)
        kept += nsmallest(most, pairs, key=_rank) if len(pairs) > most else pairs
        for left, right, score in pairs:
            heap = best[right]
            entry = (score, -abs(left - right), -left)
            if len(heap) < most:
                heappush(heap, entry)
            else:
                heappushpop(heap, entry)
    among = {(right, -left) for right, heap in best.items() for _, _, left in heap}
    chosen = [pair for pair in kept if (pair.right, pair.left) in among]
    return chosen, len(chosen) < count


def _rank(pair: ScoredPair) -> tuple[float, int, int]:
    return -pair.score, abs(pair.left - pair.right), pair.right
