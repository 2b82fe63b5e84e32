"""Stories of an index that others built: grouped here, of articles that are read for that."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from search.engine.opensearch.foreign.foreign_documents import article_of
from search.engine.opensearch.foreign.foreign_stems import stems_for
from search.engine.opensearch.grouped_here import Told, group_stories, grouped, shared_by
from search.stories import profile, term_vector, weekdays

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from search.article import ArticleId, Head
    from search.engine.answers import SharedStory, StoryGroup
    from search.engine.opensearch.foreign.foreign_view import ForeignView
    from search.engine.opensearch.grouped_here import StorySet
    from search.engine.opensearch.profile_weights import StemWeights
    from search.engine.protocol import Pair

_TEXTS_AT_ONCE = 100
"""Articles that come at once, with their texts."""


@dataclass(frozen=True, slots=True)
class ForeignStories:
    """Stories as they were grouped last, with what was read for that.

    Attributes:
        labels: the story of each article.
        left_out: pairs that were left out of account.
        heads: the articles.
        roots: the stems that each dwells on.
        stems: their weights.
    """

    labels: Mapping[ArticleId, str] = field(default_factory=dict)
    left_out: int = 0
    heads: Mapping[ArticleId, Head] = field(default_factory=dict)
    roots: Mapping[ArticleId, frozenset[str]] = field(default_factory=dict)
    stems: StemWeights | None = None

    def of(self, articles: Collection[ArticleId] | None) -> dict[ArticleId, StoryGroup]:
        """Give the stories of some articles, or of all; see `Snapshot.stories`."""
        wanted = self.labels.keys() if articles is None else articles
        names = {self.labels[one] for one in wanted if one in self.labels}
        members = (head for one, head in self.heads.items() if self.labels[one] in names)
        groups = grouped(self.labels, members)
        return {one: groups[self.labels[one]] for one in wanted if one in self.labels}

    def shared(self, left: str | None, right: str | None) -> tuple[SharedStory, ...]:
        """Give the stories that two sources share; see `Snapshot.shared_stories`."""
        return shared_by(grouped(self.labels, self.heads.values()), left, right)

    def weights(self, articles: Collection[ArticleId], stems: Collection[str]) -> dict[str, float]:
        """Weigh the stems that half of some articles dwell on; see `Snapshot.profile_weights`."""
        told = [self.roots[one] for one in articles if one in self.roots]
        if self.stems is None:
            return {}
        counts = Counter(root for roots in told for root in roots)
        least = max(2, len(told) / 2)
        return {
            root: counts[root] * self.stems.idf(root) for root in stems if counts[root] >= least
        }


def group_foreign(
    there: ForeignView,
    articles: int,
    these: StorySet,
    said: tuple[Collection[Pair], Collection[Pair]],
    before: Mapping[ArticleId, str],
    cancelled: Callable[[], bool],
) -> ForeignStories:
    """Group some articles; raise CancelledError once `cancelled` says so.

    Cost: reading each, a few milliseconds; what it dwells on is held, a few kilobytes.

    Args:
        there: the index.
        articles: how many it has.
        these: which are grouped.
        said: the pairs that a reader said are one story, and those that are not.
        before: the story each article belonged to so far.
        cancelled: asked now and then.
    """
    told = dict(_read(there, these, cancelled))
    stems = stems_for(there, articles, [one.profile for one in told.values()])
    done = group_stories(told.values(), stems, said, before, cancelled)
    heads = {one: each.head for one, each in told.items()}
    roots = {one: frozenset(root for root, *_ in each.profile) for one, each in told.items()}
    return ForeignStories(done.labels, done.left_out, heads, roots, stems)


def _read(
    there: ForeignView, these: StorySet, cancelled: Callable[[], bool]
) -> Iterator[tuple[ArticleId, Told]]:
    newest = {"order": "desc", "missing": "_last", "numeric_type": "date"}
    first: list[dict[str, Any]] = [{there.fields.day: newest}] if there.fields.day else []
    hits = there.view.hits(
        these.query, there.source, cancelled, these.most, first, at_once=_TEXTS_AT_ONCE
    )
    for hit in hits:
        article = article_of(hit, there.fields)
        dwelt = profile(article, term_vector(article))
        yield article.id, Told(article.head, dwelt, weekdays(article))
