"""How many words the stories of each source have, and how often all have some."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from search.engine.answers import WordCounts

if TYPE_CHECKING:
    from collections.abc import Collection

    from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView

_FIELD = "body_exact"
_SOURCE = "outlet"


def word_counts(views: IndexView, forms: Collection[str]) -> WordCounts:
    """Count words; see `protocol.Snapshot`. Cost: a look at every article, and at the postings asked for."""
    sources: Counter[str | None] = Counter()
    for view in views.views:
        groups = view.segment.groups[_SOURCE]
        lengths = view.segment.words[_FIELD].lengths.astype(np.int64)
        held = np.bincount(groups.numbers[view.docs], lengths[view.docs], len(groups.names))
        sources.update(
            {name: int(count) for name, count in zip(groups.names, held.tolist(), strict=True)}
        )
    times = {form: sum(_times(view, form) for view in views.views) for form in forms}
    return WordCounts({name: count for name, count in sources.items() if count}, times)


def _times(view: SegmentView, form: str) -> int:
    words = view.segment.words[_FIELD]
    number = words.lexicon.find(form.encode("utf-8", "replace"))
    if number is None:
        return 0
    start, stop = words.span(number, number + 1)
    counts = words.counts(start, stop).astype(np.int64)
    if view.alive is not None:
        counts = counts * view.alive[words.docs[start:stop]]
    return int(counts.sum())
