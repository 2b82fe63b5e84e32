"""Similar articles: a rough look in the archive, a fair one here at the best."""

from __future__ import annotations

from heapq import nlargest
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING, Any

from search.engine.answers import Similar
from search.engine.opensearch.archive_documents import feature, value
from search.engine.opensearch.article_json import load_head, load_profile
from search.engine.opensearch.leaf_query import any_of
from search.engine.opensearch.point_in_time import hits_of
from search.engine.opensearch.profile_weights import cosine, fading
from search.engine.opensearch.word_texts import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from search.article import Article, Head
    from search.engine.opensearch.point_in_time import View
    from search.engine.opensearch.profile_weights import StemWeights
    from search.stories import Profile

_NARROW = 64
"""Articles that are compared with each other: the most that are ever given."""
_WIDE = 128
_NEAR = 80
"""Of these at most so many are of days around, or undated: what fades little is looked for among less."""
_AROUND = 10
"""Days from which on what is left of a closeness hardly changes any more."""
_NEIGHBOURS = 3
_FLOOR = 0.2
_LEAST_BOOST = 1e-6
_UNDATED = {"bool": {"must_not": [{"exists": {"field": "day"}}]}}


def find_similar(
    view: View, stems: StemWeights, article: Article, terms: Profile, *, same_source: bool
) -> list[Similar]:
    """Give the articles closest to one, best first, 64 at most; see `protocol.Snapshot.similar`.

    The archive adds up the weights of shared stems, for the best 80 within ten days and the best 48 of
    all days: both are questions that pass over most articles, whatever their number. Those are compared here by the cosine of their profiles, and the best 64 of them with each other: the score
    divides closeness by the root of how close each of the two is to its own three closest (after
    Zelnik-Manor and Perona, Self-Tuning Spectral Clustering, 2004). Three questions.
    """
    stems.know([root for root, *_ in terms])
    mine = {root: weight for root, weight in stems.of(terms).items() if weight > 0}
    if not mine:
        return []
    found = _rough(view, stems, article, mine, same_source=same_source)
    profiles = [load_profile(one.get("profile")) for one in found]
    stems.know({root for one in profiles for root, _, _ in one})
    heads = [load_head(one.get("head", "")) for one in found]
    vectors = stems.of_each(profiles)
    return fair_look(mine, heads, vectors, article.day)


def fair_look(
    mine: Mapping[str, float],
    heads: Sequence[Head],
    vectors: Sequence[Mapping[str, float]],
    day: date | None,
) -> list[Similar]:
    """Give the articles closest to one, best first, 64 at most; see `find_similar`.

    Args:
        mine: the weights of its stems; a vector of length one, as are those of the others.
        heads: the others.
        vectors: theirs.
        day: its day.
    """
    close = [
        cosine(mine, vector) * fading(day, head.day)
        for head, vector in zip(heads, vectors, strict=True)
    ]
    best = nlargest(_NARROW, range(len(heads)), key=lambda at: close[at])
    crowd = _crowded([mine, *(vectors[at] for at in best)])
    given = [
        _similar(heads[at], mine, vectors[at], close[at], crowded)
        for at, crowded in zip(best, crowd, strict=True)
        if close[at] > 0
    ]
    return sorted(given, key=lambda one: (-one.score, one.head.id))


def _rough(
    view: View,
    stems: StemWeights,
    article: Article,
    mine: Mapping[str, float],
    *,
    same_source: bool,
) -> list[dict[str, Any]]:
    unwanted: list[dict[str, Any]] = [{"ids": {"values": [clean(article.id)]}}]
    if article.source and not same_source:
        unwanted.append({"term": {"outlet": value(article.source)}})
    boosts = {f"dwelt.{feature(root)}": weight * stems.idf(root) for root, weight in mine.items()}
    shared = any_of(
        {"rank_feature": {"field": name, "linear": {}, "boost": max(_LEAST_BOOST, boost)}}
        for name, boost in boosts.items()
    )
    wanted: dict[str, Any] = {"must": [shared], "must_not": unwanted}
    asked = [(wanted, _WIDE)]
    if article.day:
        near = any_of([_days_around(article.day), _UNDATED])
        asked = [(wanted | {"filter": [near]}, _NEAR), (wanted, _WIDE - _NEAR)]
    found: dict[str, dict[str, Any]] = {}
    for some, most in asked:
        body = {"query": {"bool": some}, "size": most, "_source": ["head", "profile"]}
        for hit in hits_of(view.ask(body | {"track_total_hits": False})):
            found.setdefault(str(hit["_id"]), hit.get("_source") or {})
    return list(found.values())


def _days_around(day: date) -> dict[str, Any]:
    own = day.toordinal()
    return {"range": {"day": {"gte": own - _AROUND, "lte": own + _AROUND}}}


def _crowded(vectors: Sequence[Mapping[str, float]]) -> list[float]:
    """Give for all but the first the geometric mean of how close its like and the first's are."""
    close: list[list[float]] = [[] for _ in vectors]
    for (at, one), (to, other) in combinations(enumerate(vectors), 2):
        both = cosine(one, other)
        close[at].append(both)
        close[to].append(both)
    nearest = []
    for others in close:
        best = nlargest(_NEIGHBOURS, others)
        nearest.append(max(_FLOOR, sum(best) / max(1, len(best))))
    return [sqrt(nearest[0] * one) for one in nearest[1:]]


def _similar(
    head: Head,
    mine: Mapping[str, float],
    theirs: Mapping[str, float],
    close: float,
    crowded: float,
) -> Similar:
    parts = {root: weight * theirs[root] for root, weight in mine.items() if root in theirs}
    shared = sorted(((r, p) for r, p in parts.items() if p > 0), key=lambda one: (-one[1], one[0]))
    return Similar(head, min(1.0, close / crowded), close, tuple(shared))
