"""Similar articles: a rough score for all, an exact one for the best."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.ids import number_of
from search.engine.whoosh.retrieval.top_k import top_k
from search.engine.whoosh.similarity.date_decay import UNDATED, date_decay
from search.engine.whoosh.similarity.packed_profile import LOW_BITS, numbered
from search.engine.whoosh.similarity.segment_profiles import profiles
from search.engine.whoosh.similarity.stem_weights import (
    ProfileRows,
    document_frequency,
    idf_weights,
    normalized,
    profile_rows,
)
from search.stories import LEVELS, SIZE, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.article import ArticleId
    from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView
    from search.engine.whoosh.segments.arrays import Array, Docs, Mask
    from search.stories import Profile

_WIDE = 256
_NARROW = 64
"""Articles that are compared with each other: the most that are ever given."""
_PLACES = 1 << 16
"""The rough look is for the rarest stems, as many as have so many articles in all."""
_NEIGHBOURS = 3
_FLOOR = 0.2


class SimilarityQuery(NamedTuple):
    """The article to find similar ones to.

    Attributes:
        profile_terms: its stems and their weights, heaviest first.
        day: its day as an ordinal, 0 when unknown.
        article: itself, which isn't given.
        outlet: the source whose articles aren't given either; empty for none.
    """

    profile_terms: Profile
    day: int
    article: ArticleId
    outlet: bytes


class SimilarArticle(NamedTuple):
    """An article close to another.

    Attributes:
        doc: its number in the index.
        score: how close it is beside other articles on the subject, 0 to 1.
        closeness: the cosine of both, less the further apart their days are.
        shared: what each stem of the one asked for adds to the cosine, most first.
    """

    doc: int
    score: float
    closeness: float
    shared: tuple[tuple[str, float], ...]


class SimilarArticles:
    """Finds similar articles in one open index. Not safe to use from two threads at once."""

    def __init__(self, views: IndexView) -> None:
        self._views = views

    @cached_property
    def held(self) -> Array:
        """In how many profiles each number is. Cost: reading every entry, some 10 ns each."""
        return document_frequency(self._views)

    @cached_property
    def idf(self) -> Array:
        """The weight of each number; see `idf_weights`."""
        return idf_weights(self.held, self._views.count)

    def find(self, asked: SimilarityQuery, most: int) -> list[SimilarArticle]:
        """Give the articles closest to one, best first, at most 64.

        Articles are compared by the cosine of their profiles, times 0.3 + 0.7·exp(-days/3), or
        0.55 where a day is unknown. The score divides that by the root of how close each of the
        two is to its own three closest, so that an article all others resemble doesn't come
        first everywhere (after Zelnik-Manor and Perona, Self-Tuning Spectral Clustering, 2004).
        Cost: a look at every entry, about a nanosecond each; then a millisecond.
        """
        mine = self._weigh(asked)
        if not len(mine.numbers) or most <= 0:
            return []
        against = np.zeros(SIZE, np.float32)
        against[mine.numbers] = mine.weights
        docs, fade = self._rough(asked, mine)
        if not len(docs):
            return []
        wide = profile_rows(self._views, docs, self.idf)
        cosines = np.bincount(wide.owners, against[wide.numbers] * wide.weights, len(docs))
        close = cosines * fade
        chosen = np.sort(top_k(close, _NARROW))
        docs, close = docs[chosen], close[chosen]
        scores = np.minimum(close / self._crowded(mine, docs), 1.0)
        order = top_k(scores, min(most, len(docs)))
        stems = {number(stem): stem for stem, *_ in reversed(asked.profile_terms)}
        return [
            SimilarArticle(
                int(docs[at]),
                float(scores[at]),
                float(close[at]),
                _shared(wide, int(chosen[at]), against, stems),
            )
            for at in order.tolist()
            if close[at] > 0
        ]

    def profile_weights(self, docs: Sequence[int], stems: Iterable[str]) -> dict[str, float]:
        """Weigh stems by how many of some profiles have them; see `IndexReader.profile_weights`."""
        held = profile_rows(self._views, np.sort(np.array(docs, np.int64)), self.idf)
        counts = Counter(held.numbers.tolist())
        least = max(2, len(docs) / 2)
        numbers = {stem: number(stem) for stem in stems}
        return {
            stem: float(counts[one] * self.idf[one])
            for stem, one in numbers.items()
            if counts[one] >= least
        }

    def names(self, view: SegmentView, doc: int) -> dict[int, float]:
        """Give the numbers of the names in an article's profile, and the square of each one's idf."""
        numbers = profiles(view.segment).names(doc)
        weights = (self.idf[numbers].astype(np.float64) ** 2).tolist()
        return dict(zip(numbers.tolist(), weights, strict=True))

    def _weigh(self, asked: SimilarityQuery) -> ProfileRows:
        levels = numbered(asked.profile_terms)
        numbers = np.array(sorted(levels), np.int64)
        roots = np.sqrt(np.array([LEVELS[levels[one][0]] for one in numbers.tolist()], np.float32))
        return normalized(numbers, roots * self.idf[numbers], np.array([0, len(numbers)]))

    def _rough(self, asked: SimilarityQuery, mine: ProfileRows) -> tuple[Docs, Array]:
        """Give the candidates by rough score, ascending, and the date decay of each."""
        order = np.argsort(self.held[mine.numbers], kind="stable")
        numbers, weights = mine.numbers[order], mine.weights[order]
        places = np.cumsum(self.held[numbers])
        kept = max(1, int(np.searchsorted(places, _PLACES, "right")))
        against = np.zeros(SIZE, np.float32)
        against[numbers[:kept]] = weights[:kept] * self.idf[numbers[:kept]]
        low = np.zeros(1 << LOW_BITS, np.bool_)
        low[numbers[:kept] & (len(low) - 1)] = True
        found = [_rough(view, asked, against, low) for view in self._views.views]
        docs = np.concatenate([one[0] for one in found] or [np.zeros(0, np.int64)])
        scores = np.concatenate([one[1] for one in found] or [np.zeros(0)])
        fades = np.concatenate([one[2] for one in found] or [np.zeros(0)])
        chosen = np.sort(top_k(scores, _WIDE))
        return docs[chosen], fades[chosen]

    def _crowded(self, mine: ProfileRows, docs: Docs) -> Array:
        """Give for each article the geometric mean of how close its like and the asked one's are."""
        theirs = profile_rows(self._views, docs, self.idf)
        together = ProfileRows(
            np.concatenate((mine.numbers, theirs.numbers)),
            np.concatenate((mine.weights, theirs.weights)),
            np.concatenate(([0], theirs.starts + len(mine.numbers))),
        )
        cosines = together.cosines()
        np.fill_diagonal(cosines, 0)
        count = min(_NEIGHBOURS, len(docs))
        nearest = np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1)
        nearest = np.maximum(nearest, _FLOOR)
        crowd: Array = np.sqrt(nearest[1:] * nearest[0])
        return crowd


def _rough(
    view: SegmentView, asked: SimilarityQuery, against: Array, low: Mask
) -> tuple[Docs, Array, Array]:
    """Score the articles of a segment as if all profiles of a size were equally long."""
    held = profiles(view.segment)
    hits = held.among(low)
    numbers, weights = held.entries(hits)
    weights *= against[numbers]
    total = np.zeros(len(hits) + 1)
    np.cumsum(weights, out=total[1:])
    sums = np.diff(total[np.searchsorted(hits, held.starts)])
    sums[~_allowed(view, asked)] = 0
    docs = np.flatnonzero(sums)
    days = view.segment.numbers["day"].values[docs].astype(np.int64)
    fade = np.where((days > 0) & (asked.day > 0), date_decay(days - asked.day), UNDATED)
    sizes = np.diff(held.starts)[docs]
    return docs + view.base, sums[docs] / np.sqrt(sizes) * fade, fade


def _allowed(view: SegmentView, asked: SimilarityQuery) -> Mask:
    numbers = view.segment.numbers["number"].values
    allowed: Mask = np.ones(len(numbers), bool)
    if (own := number_of(asked.article)) is not None:  # an article of elsewhere has none
        allowed = numbers != np.uint64(own)
    if view.alive is not None:
        allowed &= view.alive
    outlets = view.segment.groups["outlet"]
    if asked.outlet and asked.outlet in outlets.values:
        allowed &= outlets.numbers != outlets.values.index(asked.outlet)
    return allowed


def _shared(
    found: ProfileRows, at: int, against: Array, stems: dict[int, str]
) -> tuple[tuple[str, float], ...]:
    span = slice(int(found.starts[at]), int(found.starts[at + 1]))
    numbers = found.numbers[span]
    parts = (against[numbers] * found.weights[span]).tolist()
    shared = [
        (stems[one], part) for one, part in zip(numbers.tolist(), parts, strict=True) if part > 0
    ]
    return tuple(sorted(shared, key=lambda pair: (-pair[1], pair[0])))
