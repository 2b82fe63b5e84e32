"""Clusters of sentences that say the same, over several articles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

LEAST_LINKED = 0.5
"""Share of the pairs of sentences across two clusters that have to be linked for the two to be one."""


class Node(NamedTuple):
    """A sentence: the place of its article among the versions, and its own in the article."""

    version: int
    sentence: int


class Edge(NamedTuple):
    """Two sentences of different articles that say the same, and how surely."""

    one: Node
    other: Node
    score: float


def clusters(edges: Collection[Edge]) -> list[tuple[Node, ...]]:
    """Join sentences to clusters, each in order; the clusters by their first sentence.

    The surest links join first. Two clusters become one only if half of the pairs of their sentences
    from different articles are linked, so that a row of sentences of which each only resembles the
    next is not one claim (average linkage, after R. R. Sokal and C. D. Michener, A statistical method
    for evaluating systematic relationships, 1958). Cost: sorting the links, and for each join the
    smaller cluster's links.
    """
    joining = _Joining(edges)
    for edge in sorted(edges, key=lambda edge: (-edge.score, edge.one, edge.other)):
        joining.join(edge.one, edge.other)
    return joining.clusters()


class _Joining:
    def __init__(self, edges: Iterable[Edge]) -> None:
        self._cluster: dict[Node, int] = {}
        self._members: dict[int, list[Node]] = {}
        self._versions: dict[int, defaultdict[int, int]] = {}
        self._links: defaultdict[int, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
        for edge in edges:
            one, other = self._number(edge.one), self._number(edge.other)
            self._links[one][other] += 1
            self._links[other][one] += 1

    def _number(self, node: Node) -> int:
        number = self._cluster.setdefault(node, len(self._cluster))
        if number not in self._members:
            self._members[number] = [node]
            self._versions[number] = defaultdict(int, {node.version: 1})
        return number

    def join(self, one: Node, other: Node) -> None:
        """Join the clusters of two sentences if enough of their pairs are linked."""
        kept, gone = self._cluster[one], self._cluster[other]
        if kept == gone:
            return
        if len(self._members[kept]) < len(self._members[gone]):
            kept, gone = gone, kept
        if self._links[kept][gone] < LEAST_LINKED * self._pairs(kept, gone):
            return
        for node in self._members[gone]:
            self._cluster[node] = kept
        self._members[kept] += self._members.pop(gone)
        for version, count in self._versions.pop(gone).items():
            self._versions[kept][version] += count
        for third, count in self._links.pop(gone).items():
            del self._links[third][gone]
            if third != kept:
                self._links[kept][third] += count
                self._links[third][kept] += count

    def _pairs(self, one: int, other: int) -> int:
        """Count the pairs of sentences of two clusters that aren't of one article."""
        ours, theirs = self._versions[one], self._versions[other]
        within = sum(_product(version, ours, theirs) for version in ours.keys() & theirs.keys())
        return len(self._members[one]) * len(self._members[other]) - within

    def clusters(self) -> list[tuple[Node, ...]]:
        """Give what was joined."""
        return sorted(tuple(sorted(members)) for members in self._members.values())


def _product(version: int, ours: Mapping[int, int], theirs: Mapping[int, int]) -> int:
    return ours[version] * theirs[version]
