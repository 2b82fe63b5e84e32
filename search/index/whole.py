"""How a query finds its articles: all at once, segment by segment.

Every answer here is exact and counted whole, so nothing is gained by Whoosh's stepping matchers,
which skip what can't reach the first page; and in release 3.54 AndNotMatcher lets through
articles that stand after the first excluded one. So the joints are plain set operations.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from whoosh.matching.mcore import Matcher, NullMatcher
from whoosh.query.qcore import Query

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Found(Matcher):
    """Articles found beforehand, with their scores, as a matcher of one segment.

    `docs` ascends; `scores` runs beside it.
    """

    def __init__(self, docs: Sequence[int], scores: Sequence[float]) -> None:
        self._docs = docs
        self._scores = scores
        self._at = 0

    def is_active(self) -> bool:
        return self._at < len(self._docs)

    def reset(self) -> None:
        self._at = 0

    def copy(self) -> _Found:
        twin = _Found(self._docs, self._scores)
        twin._at = self._at
        return twin

    def id(self) -> int:
        return self._docs[self._at]

    def all_ids(self) -> Iterator[int]:
        yield from self._docs[self._at :]

    def next(self) -> None:
        self._at += 1

    def skip_to(self, id: int) -> None:  # noqa: A002 - Whoosh's name
        self._at = bisect_left(self._docs, id, self._at)

    def supports_block_quality(self) -> bool:
        return False

    def supports(self, astype: str) -> bool:  # noqa: ARG002 - it has no postings of any kind
        return False

    def value(self) -> Any:
        return None

    def value_as(self, astype: str) -> Any:
        raise NotImplementedError(astype)

    def weight(self) -> float:
        return self._scores[self._at]

    def score(self) -> float:
        return self._scores[self._at]


class Whole(Query):
    """A query that finds all its articles of a segment at once."""

    def is_leaf(self) -> bool:
        """Say that Whoosh need not look inside."""
        return True

    def find(self, searcher: Any, context: Any) -> dict[int, float]:
        """Give the articles of one segment with their scores."""
        raise NotImplementedError

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Find, and hand over as Whoosh wants it."""
        scores = self.find(searcher, context)
        docs = sorted(scores)
        return _Found(docs, [scores[doc] for doc in docs]) if docs else NullMatcher()


def gather(query: Query, searcher: Any, context: Any) -> dict[int, float]:
    """Give the articles any query finds in one segment, with their scores."""
    if isinstance(query, Whole):
        return query.find(searcher, context)
    matcher = query.matcher(searcher, context)
    scores: dict[int, float] = {}
    while matcher.is_active():
        scores[matcher.id()] = matcher.score()
        matcher.next()
    return scores


class Everyone(Whole):
    """Every article. A filter's score is 0: it says nothing about relevance."""

    def find(self, searcher: Any, context: Any) -> dict[int, float]:  # noqa: ARG002 - see Whole
        """Leave out deleted articles."""
        return dict.fromkeys(searcher.reader().all_doc_ids(), 0.0)


class AllOf(Whole):
    """What every one of its parts finds; scores add up."""

    def __init__(self, parts: Sequence[Query]) -> None:
        self.parts = parts

    def find(self, searcher: Any, context: Any) -> dict[int, float]:
        """Stop at the first part that leaves nothing."""
        found = gather(self.parts[0], searcher, context)
        for part in self.parts[1:]:
            if not found:
                break
            other = gather(part, searcher, context)
            found = {doc: score + other[doc] for doc, score in found.items() if doc in other}
        return found


class AnyOf(Whole):
    """What at least one of its parts finds; scores add up."""

    def __init__(self, parts: Sequence[Query]) -> None:
        self.parts = parts

    def find(self, searcher: Any, context: Any) -> dict[int, float]:
        """Take the parts one after the other."""
        found: dict[int, float] = {}
        for part in self.parts:
            for doc, score in gather(part, searcher, context).items():
                found[doc] = found.get(doc, 0.0) + score
        return found


class Weighed(Whole):
    """What one query finds, with its scores multiplied; by 0, it is a filter."""

    def __init__(self, query: Query, factor: float) -> None:
        self.query = query
        self.factor = factor

    def find(self, searcher: Any, context: Any) -> dict[int, float]:
        """Multiply."""
        found = gather(self.query, searcher, context)
        return {doc: score * self.factor for doc, score in found.items()}


class Without(Whole):
    """What one query finds and another doesn't."""

    def __init__(self, wanted: Query, unwanted: Query) -> None:
        self.wanted = wanted
        self.unwanted = unwanted

    def find(self, searcher: Any, context: Any) -> dict[int, float]:
        """Score as the wanted one does."""
        found = gather(self.wanted, searcher, context)
        if not found:
            return found
        unwanted = gather(self.unwanted, searcher, context)
        return {doc: score for doc, score in found.items() if doc not in unwanted}
