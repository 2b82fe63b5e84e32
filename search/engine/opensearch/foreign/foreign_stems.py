"""How rare stems are in an index that others built, by what it makes of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from search.engine.opensearch.point_in_time import buckets_of
from search.engine.opensearch.profile_weights import StemWeights
from search.engine.opensearch.word_texts import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from search.engine.opensearch.foreign.foreign_view import ForeignView
    from search.stories import Profile

_AT_ONCE = 500
_MOST_ASKED = 5_000
"""Stems that are asked for, to group some articles; so many articles as have more weigh them by themselves."""


class ForeignStems(StemWeights):
    """The rarity of stems by what such an index makes of them."""

    def __init__(self, there: ForeignView, articles: int) -> None:
        super().__init__(there.view, articles)
        self._there = there

    def know(self, stems: Collection[str]) -> None:
        """Ask for those that aren't known yet, in one question for 500."""
        lacking = sorted({clean(one) for one in stems} - self._held.keys())
        self._held |= stem_frequencies(self._there, lacking)


class StemsAmong(StemWeights):
    """The rarity of stems among some articles; nothing is asked."""

    def __init__(self, there: ForeignView, profiles: Sequence[Profile]) -> None:
        super().__init__(there.view, len(profiles))
        self._held = Counter(clean(root) for one in profiles for root, *_ in one)

    def know(self, stems: Collection[str]) -> None:
        """Know all there are."""


def stems_for(there: ForeignView, articles: int, profiles: Sequence[Profile]) -> StemWeights:
    """Give the weights of the stems of some articles: asked, or of many taken from them alone."""
    stems = {root for one in profiles for root, *_ in one}
    if len(stems) > _MOST_ASKED:
        return StemsAmong(there, profiles)
    return ForeignStems(there, articles)


def stem_frequencies(there: ForeignView, stems: Sequence[str]) -> dict[str, int]:
    """Ask how many articles have what the index makes of each stem; one question for 500."""
    text = there.fields.fields["text"].name
    found: dict[str, int] = {}
    for at in range(0, len(stems), _AT_ONCE):
        some = stems[at : at + _AT_ONCE]
        filters = [{"match": {text: clean(one)}} for one in some]
        asked = {"held": {"filters": {"filters": filters}}}
        answer = there.view.ask({"size": 0, "track_total_hits": False, "aggs": asked})
        counts = [int(one["doc_count"]) for one in buckets_of(answer, "held")]
        found |= dict(zip(some, counts, strict=True))
    return found
