"""From close pairs of articles to stories."""

from __future__ import annotations

from heapq import heapify, heappop, heappush, nlargest
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CLOSE = 0.55
"""Least mean closeness, beside how close articles are to their own like, of what becomes one."""
SPAN = 5
"""Days between the first and the last telling of one event."""
_NEIGHBOURS = 5
_FLOOR = 0.2


def group(
    count: int,
    ties: Sequence[tuple[int, int, float]],
    days: Sequence[int] = (),
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Group articles into stories.

    A tie's closeness is its cosine over the root of how close each of the two is to its five
    closest, so that it measures the same in a small library and a large one, on a rare subject
    and a common one (Zelnik-Manor and Perona, Self-Tuning Spectral Clustering, 2004). The two
    groups closest on average become one, again and again (average linkage, Sokal and Michener
    1958), until none are as close as `CLOSE`. A pair without a tie counts 0.

    Args:
        count: how many articles there are, named 0, 1, ….
        ties: pairs of articles, each once, and the cosine of each.
        days: the day of each article as an ordinal, 0 when unknown; all unknown if left out. A
            story's known days never lie more than `SPAN` apart, except by `together`.
        together: pairs that are one story whatever else.
        apart: pairs that never are, except by `together`.

    Returns:
        The groups, each ascending, by their first article. Cost: microseconds a tie.
    """
    merging = _Merging(days or [0] * count, apart)
    for one, other in together:
        merging.join(one, other)
    merging.tie(ties)
    merging.run()
    return merging.groups()


def _crowds(count: int, ties: Sequence[tuple[int, int, float]]) -> list[float]:
    """Give the root of how close each article is to its closest five, missing ones being 0."""
    cosines: list[list[float]] = [[] for _ in range(count)]
    for one, other, cosine in ties:
        cosines[one].append(cosine)
        cosines[other].append(cosine)
    return [sqrt(max(_FLOOR, sum(nlargest(_NEIGHBOURS, near)) / _NEIGHBOURS)) for near in cosines]


class _Merging:
    """Groups on their way, each named by its first article."""

    def __init__(self, days: Sequence[int], apart: Iterable[tuple[int, int]]) -> None:
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(days))}
        self._name = list(range(len(days)))
        self._span = {i: (day, day) for i, day in enumerate(days) if day}
        self._apart: dict[int, set[int]] = {}
        self._sums: dict[int, dict[int, float]] = {}
        self._heap: list[tuple[float, int, int]] = []
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> None:
        """Make one group of those of two articles, before any tie."""
        low, high = sorted((self._name[one], self._name[other]))
        if low != high:
            self._take(low, high)

    def tie(self, ties: Sequence[tuple[int, int, float]]) -> None:
        """Add up the closeness between groups."""
        crowds = _crowds(len(self._name), ties)
        for one, other, cosine in ties:
            a, b = self._name[one], self._name[other]
            if a != b:
                close = cosine / (crowds[one] * crowds[other])
                for this, that in ((a, b), (b, a)):
                    held = self._sums.setdefault(this, {})
                    held[that] = held.get(that, 0.0) + close

    def run(self) -> None:
        """Join the closest two groups until none are close enough."""
        for one, held in self._sums.items():
            self._offer(one, [other for other in held if other > one])
        heapify(self._heap)
        while self._heap:
            mean, one, other = heappop(self._heap)
            if -mean == self._mean(one, other) and self._fitting(one, other):
                self._merge(one, other)

    def groups(self) -> list[list[int]]:
        """Give the groups."""
        return [sorted(self._members[name]) for name in sorted(self._members)]

    def _fitting(self, one: int, other: int) -> bool:
        """Tell whether the known days of two groups lie close enough for one story."""
        known = [day for name in (one, other) for day in self._span.get(name, ())]
        return not known or max(known) - min(known) <= SPAN

    def _mean(self, one: int, other: int) -> float | None:
        close = self._sums.get(one, {}).get(other)
        if close is None:
            return None
        return close / (len(self._members[one]) * len(self._members[other]))

    def _offer(self, one: int, others: Iterable[int]) -> None:
        for other in others:
            mean = self._mean(one, other)
            if mean is not None and mean >= CLOSE and other not in self._apart.get(one, ()):
                heappush(self._heap, (-mean, min(one, other), max(one, other)))

    def _merge(self, one: int, other: int) -> None:
        mine, theirs = self._sums[one], self._sums.pop(other)
        del mine[other], theirs[one]
        for third, close in theirs.items():
            mine[third] = self._sums[third][one] = mine.get(third, 0.0) + close
            del self._sums[third][other]
        self._take(one, other)
        self._offer(one, mine)

    def _take(self, one: int, other: int) -> None:
        """Have a group take in another, and stay apart from all that the other is apart from."""
        if other in self._span:
            first, last = self._span.pop(other)
            mine = self._span.get(one, (first, last))
            self._span[one] = min(first, mine[0]), max(last, mine[1])
        members = self._members.pop(other)
        self._members[one] += members
        for member in members:
            self._name[member] = one
        parted = self._apart.pop(other, set())
        for third in parted:
            self._apart[third].discard(other)
            if third != one:
                self._apart[third].add(one)
                self._apart.setdefault(one, set()).add(third)
        self._apart.get(one, set()).discard(other)
