"""The weights of stems over an archive, and of the stems of its articles."""

from __future__ import annotations

from math import exp, log, sqrt
from typing import TYPE_CHECKING, TypeAlias

from search.engine.opensearch.point_in_time import buckets_of
from search.engine.opensearch.word_texts import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from search.engine.opensearch.point_in_time import View
    from search.stories import Profile

Weights: TypeAlias = "Mapping[str, float]"
UNDATED = 0.55
"""What is left of a closeness where a day is unknown."""
_MOST_AT_ONCE = 10_000


class StemWeights:
    """The rarity of stems, asked of an archive once each."""

    def __init__(self, view: View, articles: int) -> None:
        self._view = view
        self._articles = articles
        self._held: dict[str, int] = {}

    def know(self, stems: Collection[str]) -> None:
        """Ask for those that aren't known yet, in one question for 10,000."""
        lacking = sorted({clean(one) for one in stems} - self._held.keys())
        for at in range(0, len(lacking), _MOST_AT_ONCE):
            some = lacking[at : at + _MOST_AT_ONCE]
            asked = {"held": {"terms": {"field": "roots", "include": some, "size": len(some)}}}
            answer = self._view.ask({"size": 0, "track_total_hits": False, "aggs": asked})
            self._held |= dict.fromkeys(some, 0)
            self._held |= {str(b["key"]): int(b["doc_count"]) for b in buckets_of(answer, "held")}

    def idf(self, root: str) -> float:
        """Weigh a stem by how many articles have it in their profiles."""
        return max(0.0, log((self._articles + 21) / (self._held.get(clean(root), 0) + 0.5)))

    def of(self, terms: Profile) -> dict[str, float]:
        """Give the weights of a profile, as a vector of length one."""
        weights = {root: sqrt(weight) * self.idf(root) for root, weight, _ in terms}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {root: weight / length for root, weight in weights.items()}


def cosine(one: Weights, other: Weights) -> float:
    """Give the cosine of two vectors of length one."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return min(1.0, sum(weight * many.get(root, 0.0) for root, weight in few.items()))


def fading(one: date | None, other: date | None) -> float:
    """Give the factor by which the days between two articles reduce their closeness."""
    if one is None or other is None:
        return UNDATED
    return faded_by(abs((one - other).days))


def faded_by(days: int) -> float:
    """Give the factor by which so many days reduce a closeness: 1 for none, down to 0.3."""
    return 0.3 + 0.7 * exp(-days / 3)
