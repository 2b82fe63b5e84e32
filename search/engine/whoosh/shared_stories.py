"""The stories of an index: whose they are, and which two sources both tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.engine.answers import SharedStory, StoryGroup
from search.engine.whoosh.ids import article_id
from search.engine.whoosh.recurrence.source_sentences import articles_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from search.article import ArticleId, Head
    from search.engine.whoosh.retrieval.segment_view import IndexView
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.similarity.neighbours import Neighbours


def told_stories(
    neighbours: Neighbours,
    articles: Collection[ArticleId] | None,
    read: Callable[[Sequence[ArticleId]], list[Head | None]],
) -> dict[ArticleId, StoryGroup]:
    """Give the story of some articles, or of all, as they were grouped last; `read` gives heads."""
    told = neighbours.stories(articles)
    members = neighbours.members(set(told.values())) if articles is not None else _grouped(told)
    wanted = list({one: None for held in members.values() for one in held})
    heads = dict(zip(wanted, read(wanted), strict=True))
    groups = {
        name: StoryGroup(name, tuple(head for one in held if (head := heads[one])))
        for name, held in members.items()
    }
    return {one: groups[name] for one, name in told.items() if heads.get(one)}


def _grouped(told: dict[ArticleId, str]) -> dict[str, list[ArticleId]]:
    members: dict[str, list[ArticleId]] = {}
    for one, name in told.items():
        members.setdefault(name, []).append(one)
    return members


def shared_stories(
    views: IndexView, neighbours: Neighbours, left: str | None, right: str | None
) -> tuple[SharedStory, ...]:
    """Give the stories that have an article of each of two sources; None means unknown source.

    Articles that came after the neighbours were made have none. Cost: a look at every article.
    """
    ours, theirs = (_stories(views, neighbours, source) for source in (left, right))
    both = np.intersect1d(ours[0], theirs[0])
    sides = (_by_label(labels, ids, both) for labels, ids in (ours, theirs))
    return tuple(SharedStory(mine, other) for mine, other in zip(*sides, strict=True))


def _by_label(labels: Array, ids: Array, wanted: Array) -> Iterator[tuple[ArticleId, ...]]:
    """Yield the articles of each wanted story."""
    starts = np.searchsorted(labels, wanted, "left").tolist()
    stops = np.searchsorted(labels, wanted, "right").tolist()
    for start, stop in zip(starts, stops, strict=True):
        yield tuple(article_id(number) for number in sorted(ids[start:stop].tolist()))


def _stories(views: IndexView, neighbours: Neighbours, source: str | None) -> tuple[Array, Array]:
    """Give the labels of the stories of a source's articles, ascending, and the articles."""
    held = (
        view.segment.numbers["number"].values[articles_of(view, source)] for view in views.views
    )
    ids = np.concatenate([np.zeros(0, np.uint64), *held])
    places = neighbours.at(ids)
    labels = np.where(places >= 0, neighbours.labels[places], 0) if len(neighbours.ids) else places
    chosen = np.flatnonzero(labels > 0)
    order = chosen[np.argsort(labels[chosen], kind="stable")]
    return labels[order], ids[order]
