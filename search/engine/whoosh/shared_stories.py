"""Counting the stories that two sources both cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.recurrence.source_sentences import articles_of

if TYPE_CHECKING:
    from search.engine.whoosh.retrieval.segment_view import IndexView
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.similarity.neighbours import Neighbours


def shared_stories(
    views: IndexView, neighbours: Neighbours, left: str | None, right: str | None
) -> int:
    """Count the stories that have an article of each of two sources; None means unknown source.

    Articles that came after the neighbours were made have none. Cost: a look at every article.
    """
    ours, theirs = (_stories(views, neighbours, source) for source in (left, right))
    return len(np.intersect1d(ours, theirs))


def _stories(views: IndexView, neighbours: Neighbours, source: str | None) -> Array:
    """Give the labels of the stories of a source, ascending."""
    held = (
        view.segment.numbers["number"].values[articles_of(view, source)] for view in views.views
    )
    places = neighbours.at(np.concatenate([np.zeros(0, np.uint64), *held]))
    labels = neighbours.labels[places[places >= 0]]
    return np.unique(labels[labels > 0])
