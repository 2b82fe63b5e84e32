"""Stories of an archive: grouped here, for this run, of as many articles as fit."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.engine.opensearch.article_json import load_head, load_profile
from search.engine.opensearch.profile_weights import UNDATED, faded_by
from search.errors import CancelledError
from search.stories import (
    FOLLOWED,
    OTHER_DAYS,
    SAME_TEXT,
    SMALL_LIBRARY,
    assign_ids,
    group,
    most_edges,
    surely_close,
    tell_of_other_days,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from search.article import ArticleId, Head
    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.point_in_time import View
    from search.engine.opensearch.profile_weights import StemWeights
    from search.engine.protocol import Pair
    from search.stories import Profile

_NEWEST = [{"when": {"order": "desc", "missing": "_last"}}]
_CLOSE = 0.08
_LEAST_TEXT = 20
"""Stems that two articles have at least, to be called one text."""
_COMMON = 0.1
"""Share of many articles from which on a stem is no reason to look at a pair."""
_FEW = 200
"""Articles of which every stem is a reason."""


class GroupedStories(NamedTuple):
    """The story of each article as grouped last, and how many pairs were left out of account."""

    labels: Mapping[ArticleId, str]
    left_out: int


def group_stories(
    view: View,
    stems: StemWeights,
    said: tuple[Collection[Pair], Collection[Pair]],
    before: Mapping[ArticleId, str],
    cancelled: Callable[[], bool],
    among: tuple[Asked, int],
) -> GroupedStories:
    """Group the newest articles that a query finds in a view; raise CancelledError once `cancelled` says so.

    Args:
        view: what the archive holds.
        stems: the weights of its stems.
        said: the pairs that a reader said are one story, and those that are not.
        before: the story each article belonged to so far.
        cancelled: asked now and then.
        among: the query, and how many are grouped: their profiles are held here, a few kilobytes each.
    """
    heads: list[Head] = []
    profiles: list[Profile] = []
    named: list[int] = []
    query, most = among
    for one in view.each(
        query, ["head", "profile", "weekdays"], cancelled, most=most, first=_NEWEST
    ):
        heads.append(load_head(one.get("head", "")))
        profiles.append(load_profile(one.get("profile")))
        held = one.get("weekdays")
        named.append(held if isinstance(held, int) and held > 0 else 0)
    stems.know({root for one in profiles for root, *_ in one})
    days = [head.day.toordinal() if head.day else 0 for head in heads]
    edges = list(_edges(stems, days, named, profiles, cancelled))
    if cancelled():
        raise CancelledError
    at = {head.id: place for place, head in enumerate(heads)}
    together, apart = ([(at[a], at[b]) for a, b in pairs if a in at and b in at] for pairs in said)
    left_out = max(0, len(edges) - most_edges(len(heads)))
    if len(heads) < SMALL_LIBRARY:
        edges = surely_close(edges, days, UNDATED)

    def names(place: int) -> dict[int, float]:
        named = (root for root, _, name in profiles[place] if name)
        return {hash(root): stems.idf(root) ** 2 for root in named}

    groups = group(len(heads), edges, days, together, apart, names, [*map(len, profiles)])
    ids = [head.id for head in heads]
    labels = assign_ids(groups, ids, [before.get(one) for one in ids])
    return GroupedStories(dict(zip(ids, labels, strict=True)), left_out)


def _edges(
    stems: StemWeights,
    days: Sequence[int],
    named: Sequence[int],
    profiles: Sequence[Profile],
    cancelled: Callable[[], bool],
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that are close, by the articles before each that share a stem with it."""
    vectors = [stems.of(one) for one in profiles]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    many = len(days) > _FEW
    for at, vector in enumerate(vectors):
        if cancelled():
            raise CancelledError
        sums: defaultdict[int, float] = defaultdict(float)
        for root, weight in vector.items():
            told = holders[root]
            if weight and not (many and len(told) > _COMMON * len(days)):
                for other in told:
                    sums[other] += weight * vectors[other][root]
            told.append(at)
        for other, cosine in sums.items():
            pair = at, other
            copied = cosine >= SAME_TEXT and min(len(profiles[i]) for i in pair) >= _LEAST_TEXT
            left = 1.0 if copied else _left((named[at], named[other]), (days[at], days[other]))
            if (close := min(1.0, cosine) * left) >= _CLOSE:
                yield other, at, close


def _left(named: tuple[int, int], days: tuple[int, int]) -> float:
    """Give what the days of two articles leave of their closeness: their own, and those they name."""
    apart = abs(days[0] - days[1]) if all(days) else 0
    if apart > FOLLOWED:
        return 0.0
    faded = faded_by(apart)
    return faded * OTHER_DAYS if tell_of_other_days(named, days) else faded
