"""Clustering similar articles into stories."""

from __future__ import annotations

from collections import Counter
from heapq import heapify, heappop, heappush, nlargest
from math import sqrt
from operator import itemgetter
from typing import TYPE_CHECKING

from search.stories.tie_strength import tie_strengths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeAlias

    Names: TypeAlias = Callable[[int], Mapping[int, float]]

LIKELY = 0.33
"""Least mean probability, over the pairs of two groups, that they tell one event."""
SAME_TEXT = 0.88
"""Closeness from which on two articles are one text, run once more, whatever their days."""
NAMED = 0.55
"""Least share of their names that two groups of a few articles have in common."""
_FEW = 3
SPAN = 5
"""Days within which most tell an event."""
FOLLOWED = 30
"""Days within which an event is followed up by what tells of nothing else."""
_MOST_EDGES = 300_000
_MOST_EDGES_EACH = 50
"""Edges looked at, besides and for each article: the least close beyond them are left out."""
_LATE = 0.25
"""Share of the dated pairs of two groups of a few that may lie further apart."""


def group(
    count: int,
    edges: Sequence[tuple[int, int, float]],
    days: Sequence[int] = (),
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
    names: Names | None = None,
    sizes: Sequence[int] = (),
) -> list[list[int]]:
    """Group articles into stories.

    The two groups whose pairs most likely tell one event become one, again and again (average
    linkage, Sokal and Michener 1958), until no two reach `LIKELY` on average; see
    `tie_strengths`. A pair without an edge counts 0. Texts that are the same are one story first
    of all, and the days of all but the earliest of them count for nothing.

    Args:
        count: how many articles there are, named 0, 1, ….
        edges: pairs of articles, each once, and how close they are, above 0 to 1. Of more than
            `most_edges` the least close count for nothing.
        days: the day of each article as an ordinal, 0 when unknown; all unknown if left out. The
            known days of a story lie within `SPAN`, but for stragglers of a larger one, and what
            by its own words is a later telling of the same, within `FOLLOWED`.
        together: pairs that are one story whatever else.
        apart: pairs that never are, except by `together`.
        names: gives the names in an article's profile and the weight of each; asked of groups of
            three and more. Not looked at when None.
        sizes: how many stems the profile of each article has; not looked at when empty.

    Returns:
        The groups, each ascending, by their first article. Cost: microseconds an edge; a group of
        n articles that are all close has n² / 2 of them.
    """
    days = days or [0] * count
    edges = closest(edges, most_edges(count))
    merging = _Merging(days, apart, names)
    for one, other in together:
        merging.join(one, other)
    merging.join_copies(edges)
    merging.add_edges(tie_strengths(count, edges, days, sizes), days)
    merging.run()
    return merging.groups()


def most_edges(count: int) -> int:
    """Say how many edges of so many articles are looked at by `group`."""
    return _MOST_EDGES + _MOST_EDGES_EACH * count


def closest(edges: Sequence[tuple[int, int, float]], most: int) -> Sequence[tuple[int, int, float]]:
    """Give so many edges at most, the closest."""
    return edges if len(edges) <= most else nlargest(most, edges, key=itemgetter(2))


def _within(counts: Counter[tuple[int, float]], size: int) -> float:
    """Weigh the names that two of a group share, on average."""
    shared = sum(count * (count - 1) * weight for (_, weight), count in counts.items())
    return shared / (size * (size - 1))


class _Merging:
    """Agglomerative clustering in progress; each group is named by its first article."""

    def __init__(
        self, days: Sequence[int], apart: Iterable[tuple[int, int]], names: Names | None
    ) -> None:
        self._names = names
        self._told: dict[int, Mapping[int, float]] = {}
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(days))}
        self._name = list(range(len(days)))
        self._days = {i: Counter([day]) for i, day in enumerate(days) if day}
        self._apart: dict[int, set[int]] = {}
        self._sums: dict[int, dict[int, float]] = {}
        self._far: dict[int, dict[int, float]] = {}
        self._heap: list[tuple[float, int, int]] = []
        for one, other in apart:
            self._part(one, other)

    def join(self, one: int, other: int) -> None:
        """Make one group of those of two articles, before any edges."""
        low, high = sorted((self._name[one], self._name[other]))
        if low != high:
            self._take(low, high)

    def join_copies(self, edges: Iterable[tuple[int, int, float]]) -> None:
        """Make one group of what is one text, before any edges, but for what is kept apart."""
        for one, other, close in edges:
            low, high = sorted((self._name[one], self._name[other]))
            if close >= SAME_TEXT and low != high and high not in self._apart.get(low, ()):
                known = [*self._days.pop(low, ()), *self._days.pop(high, ())]
                if known:
                    self._days[low] = Counter([min(known)])
                self._take(low, high)

    def add_edges(self, edges: Iterable[tuple[int, int, float]], days: Sequence[int]) -> None:
        """Add up how likely groups tell one event, and those pairs for themselves that lie far apart."""
        for one, other, close in edges:
            a, b = self._name[one], self._name[other]
            if a != b:
                far = days[one] and days[other] and abs(days[one] - days[other]) > SPAN
                for sums in (self._sums, self._far) if far else (self._sums,):
                    for this, that in ((a, b), (b, a)):
                        held = sums.setdefault(this, {})
                        held[that] = held.get(that, 0.0) + close

    def run(self) -> None:
        """Join the closest two groups until none are close enough."""
        for one, held in self._sums.items():
            self._offer(one, [other for other in held if other > one])
        heapify(self._heap)
        while self._heap:
            mean, one, other = heappop(self._heap)
            if -mean != self._mean(one, other) or other in self._apart.get(one, ()):
                continue
            if self._fitting(one, other) and self.named_alike(one, other):
                self._merge(one, other)
            else:
                self._part(one, other)

    def groups(self) -> list[list[int]]:
        """Give the groups."""
        return [sorted(self._members[name]) for name in sorted(self._members)]

    def named_alike(self, one: int, other: int) -> bool:
        """Tell whether the names in their profiles allow two groups to be one event.

        Events that look alike, such as two elections, share their words and differ in names and
        numbers. Of articles that tell one event, two of different groups share as many names,
        weighed by the square of their idf, as two of one group, but for chance; the share is the
        mean of the former over the geometric mean of the latter. Always true of small groups.
        """
        mine, theirs = self._members[one], self._members[other]
        if self._names is None or min(len(mine), len(theirs)) < _FEW:
            return True
        held, other_held = self._counted(mine), self._counted(theirs)
        across = sum(
            count * other_held[told] * told[1] for told, count in held.items() if told in other_held
        )
        within = sqrt(_within(held, len(mine)) * _within(other_held, len(theirs)))
        return across / (len(mine) * len(theirs)) >= NAMED * within

    def _counted(self, members: Sequence[int]) -> Counter[tuple[int, float]]:
        """Count for each name the articles of a group that have it in their profiles."""
        counts: Counter[tuple[int, float]] = Counter()
        for member in members:
            if self._names is not None and member not in self._told:
                self._told[member] = self._names(member)
            counts.update(self._told[member].items())
        return counts

    def _part(self, one: int, other: int) -> None:
        """Keep two groups apart."""
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def _fitting(self, one: int, other: int) -> bool:
        """Tell whether the known days of two groups allow them one story.

        Of a few dated articles no day may lie too far from any of the other's; of two groups with
        more of them, of one article in so many pairs it may, for some days are told wrongly and
        some articles come late. More may where those that lie far apart are likely one event by
        themselves: a later telling, as of an inquiry. Undated articles tell nothing here, so they
        are no bridge.
        """
        mine, theirs = self._days.get(one, Counter()), self._days.get(other, Counter())
        gaps = [(m * n, abs(a - b)) for a, m in mine.items() for b, n in theirs.items()]
        far = sum(many for many, apart in gaps if apart > SPAN)
        few = min(mine.total(), theirs.total()) < _FEW
        late = 0 if few else _LATE * mine.total() * theirs.total()
        if far <= late:
            return True
        beyond = sum(many for many, apart in gaps if apart > FOLLOWED)
        return beyond <= late and self._far.get(one, {}).get(other, 0.0) >= LIKELY * far

    def _mean(self, one: int, other: int) -> float | None:
        close = self._sums.get(one, {}).get(other)
        if close is None:
            return None
        return close / (len(self._members[one]) * len(self._members[other]))

    def _offer(self, one: int, others: Iterable[int]) -> None:
        for other in others:
            mean = self._mean(one, other)
            if mean is not None and mean >= LIKELY and other not in self._apart.get(one, ()):
                heappush(self._heap, (-mean, min(one, other), max(one, other)))

    def _merge(self, one: int, other: int) -> None:
        for sums in (self._sums, self._far):
            mine, theirs = sums.setdefault(one, {}), sums.pop(other, {})
            mine.pop(other, None)
            theirs.pop(one, None)
            for third, close in theirs.items():
                mine[third] = sums[third][one] = mine.get(third, 0.0) + close
                del sums[third][other]
        self._take(one, other)
        self._offer(one, self._sums[one])

    def _take(self, one: int, other: int) -> None:
        """Have a group take in another, and stay apart from all that the other is apart from."""
        if other in self._days:
            self._days.setdefault(one, Counter()).update(self._days.pop(other))
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
