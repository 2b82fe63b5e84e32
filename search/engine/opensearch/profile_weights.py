"""The weights of stems over an archive, and of the stems of its articles."""

from __future__ import annotations

from math import exp, fsum, log, sqrt
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from search.engine.opensearch.point_in_time import buckets_of, number_of
from search.engine.opensearch.word_texts import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from search.engine.opensearch.point_in_time import View
    from search.stories import Profile

Weights: TypeAlias = "Mapping[str, float]"
UNDATED = 0.55
"""What is left of a closeness where a day is unknown."""
_MOST_AT_ONCE = 10_000
_MOST_KEPT = 200_000
MOST_READ = 50_000
"""Articles of a shard in which stems are counted: rarity needs no more, and to go through all takes long."""


class StemCounts:
    """How many articles of one version of an archive have a stem, as far as that was asked.

    Kept are those of the last questions, 200,000 at most and what one question told, some 20 MB. Safe
    to use from several threads.
    """

    def __init__(self, most: int = _MOST_KEPT) -> None:
        self._most = most
        self._kept: dict[str, int] = {}
        self._lock = Lock()

    def known(self, stems: Collection[str]) -> dict[str, int]:
        """Give those that are kept of some."""
        with self._lock:
            return {one: self._kept[one] for one in stems if one in self._kept}

    def keep(self, counts: Mapping[str, int]) -> None:
        """Keep what was told; all that was told before is forgotten once it is too much."""
        with self._lock:
            if len(self._kept) + len(counts) > self._most:
                self._kept.clear()
            self._kept |= counts


class StemWeights:
    """The rarity of stems, asked of an archive once each.

    Args:
        view: of the archive.
        articles: how many it has.
        counts: what is known of it already.
    """

    def __init__(self, view: View, articles: int, counts: StemCounts | None = None) -> None:
        self._view = view
        self._articles = articles
        self._counts = counts or StemCounts()
        self._held: dict[str, int] = {}

    def know(self, stems: Collection[str]) -> None:
        """Ask for those that aren't known yet, in one question for 10,000."""
        wanted = set(map(clean, stems)) - self._held.keys()
        self._held |= self._counts.known(wanted)
        lacking = sorted(wanted - self._held.keys())
        for at in range(0, len(lacking), _MOST_AT_ONCE):
            some = lacking[at : at + _MOST_AT_ONCE]
            counts = dict.fromkeys(some, 0) | self._asked(some)
            self._counts.keep(counts)
            self._held |= counts

    def _asked(self, stems: Sequence[str]) -> dict[str, int]:
        """Count in the archive, in the first 50,000 articles of each shard of a larger one."""
        asked = {
            "held": {"terms": {"field": "roots", "include": stems, "size": len(stems)}},
            "read": {"value_count": {"field": "id"}},
        }
        body = {"size": 0, "track_total_hits": False, "aggs": asked}
        if self._articles > MOST_READ:
            body |= {"terminate_after": MOST_READ}
        answer = self._view.ask(body)
        times = self._articles / max(1, number_of(answer, "read"))
        return {
            str(one["key"]): round(int(one["doc_count"]) * times)
            for one in buckets_of(answer, "held")
        }

    def idf(self, root: str) -> float:
        """Weigh a stem by how many articles have it in their profiles."""
        return max(0.0, log((self._articles + 21) / (self._held.get(clean(root), 0) + 0.5)))

    def of(self, terms: Profile) -> dict[str, float]:
        """Give the weights of a profile, as a vector of length one."""
        (vector,) = self.of_each([terms])
        return vector

    def of_each(self, profiles: Iterable[Profile]) -> list[dict[str, float]]:
        """Give those of many, which have most stems in common; each stem is weighed once."""
        rarity: dict[str, float] = {}
        vectors: list[dict[str, float]] = []
        for terms in profiles:
            for root, _, _ in terms:
                if root not in rarity:
                    rarity[root] = self.idf(root)
            weights = {root: sqrt(weight) * rarity[root] for root, weight, _ in terms}
            length = sqrt(sum([weight * weight for weight in weights.values()])) or 1.0
            vectors.append({root: weight / length for root, weight in weights.items()})
        return vectors


def cosine(one: Weights, other: Weights) -> float:
    """Give the cosine of two vectors of length one, the same whatever the order of their stems."""
    return min(1.0, fsum([one[root] * other[root] for root in one.keys() & other.keys()]))


def fading(one: date | None, other: date | None) -> float:
    """Give the factor by which the days between two articles reduce their closeness."""
    if one is None or other is None:
        return UNDATED
    return faded_by(abs((one - other).days))


def faded_by(days: int) -> float:
    """Give the factor by which so many days reduce a closeness: 1 for none, down to 0.3."""
    return 0.3 + 0.7 * exp(-days / 3)
