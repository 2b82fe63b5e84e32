"""Whoosh's searcher and collector over arrays."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.collectors import Collector
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from search.engine.whoosh.codec.evaluate import Evaluation
from search.engine.whoosh.retrieval.hits import NONE, Hits
from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView
from search.engine.whoosh.retrieval.top_k import top_k

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whoosh.index import FileIndex

    from search.engine.whoosh.codec.queries import ArrayQuery
    from search.engine.whoosh.segments.arrays import Docs, Scores


class ArraySearcher(Searcher):
    """A searcher of one generation, by BM25F. Not safe to use from two threads at once."""

    @classmethod
    def of(cls, index: FileIndex) -> ArraySearcher:
        """Open the last commit of an index in an `ArrayStorage`; close the searcher after use."""
        return cls(index.reader(), weighting=BM25F, fromindex=index)

    def close(self) -> None:
        """Let go of the files; arrays in use stay valid."""
        super().close()

    @cached_property
    def views(self) -> IndexView:
        """The arrays of all segments."""
        views = []
        for searcher, base in self.leaf_searchers():
            reader = searcher.reader()
            segment = reader.segment()
            if segment is not None:
                views.append(SegmentView(segment.arrays(reader.storage()), segment.alive(), base))
        return IndexView(views)

    def hits(self, query: Any) -> list[Hits]:
        """Answer any query of Whoosh's: give what it finds in each of `views`, none deleted."""
        return list(self.parts(query))

    def parts(self, query: Any) -> Iterator[Hits]:
        """Answer a query segment by segment."""
        return (self._hits(query, at) for at in range(len(self.views.views)))

    def _hits(self, query: Any, at: int) -> Hits:
        leaf, _ = self.leaf_searchers()[at]
        docs, scores = Evaluation(leaf, self.views, at).hits(query)
        alive = self.views.views[at].alive
        if alive is None:
            return Hits(docs, scores)
        kept = np.flatnonzero(alive[docs])
        return Hits(docs[kept], scores[kept])

    def sought(self, query: ArrayQuery) -> Hits:
        """Answer a query of our own in this one segment, for Whoosh to step through."""
        top: ArraySearcher = self.get_parent()
        at = next(i for i, (leaf, _) in enumerate(top.leaf_searchers()) if leaf is self)
        return top._hits(query, at)


class ArrayCollector(Collector):
    """Collects everything a query finds, as arrays; the results show the best of it.

    For `Searcher.search_with_collector` of an `ArraySearcher`.
    """

    def __init__(self, limit: int | None = 10) -> None:
        self._limit = limit
        self.docs: Docs = np.zeros(0, np.int64)
        self.scores: Scores = np.zeros(0)

    def run(self) -> None:
        """Answer the query in all segments."""
        searcher = self.top_searcher
        if not isinstance(searcher, ArraySearcher):
            raise TypeError("an ArrayCollector collects from an ArraySearcher")
        self.docs, self.scores = joined(searcher.views, searcher.hits(self.q))
        self.finish()

    def count(self) -> int:
        """Tell how many articles were found, exactly."""
        return len(self.docs)

    def all_ids(self) -> Iterable[int]:
        """Give the number of every article found, ascending."""
        ids: list[int] = self.docs.tolist()
        return ids

    def results(self) -> Any:
        """Give Whoosh's results: the best articles, best first."""
        count = len(self.docs) if self._limit is None else self._limit
        order = top_k(self.scores, count)
        items = zip(self.scores[order].tolist(), self.docs[order].tolist(), strict=True)
        return self._results(list(items))

    def collect(self, sub_docnum: int) -> None:
        """Nothing is collected singly."""
        raise NotImplementedError

    def sort_key(self, sub_docnum: int) -> None:
        """Nothing is sorted singly."""
        raise NotImplementedError


def joined(views: IndexView, found: Sequence[Hits]) -> Hits:
    """Number what was found in each segment through the whole index."""
    if not found:
        return NONE
    docs = [hits.docs + view.base for view, hits in zip(views.views, found, strict=True)]
    return Hits(np.concatenate(docs), np.concatenate([hits.scores for hits in found]))
