"""Query types that Whoosh lacks; they combine with Whoosh's own."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from whoosh.matching.mcore import Matcher, NullMatcher
from whoosh.query.qcore import Query

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.engine.whoosh.retrieval.number_set import NumberSet
    from search.query import Fuzzy, Prefix, Wildcard


class ArrayQuery(Query):
    """A query evaluated on arrays at once, segment by segment."""

    boost = 1.0

    def is_leaf(self) -> bool:
        return True

    def estimate_size(self, ixreader: Any) -> int:
        """Whoosh orders the parts of AND by this."""
        return int(ixreader.doc_count())

    def estimate_min_size(self, ixreader: Any) -> int:
        return 0

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Find the articles of one segment."""
        docs, scores = searcher.sought(self)
        return FoundMatcher(docs.tolist(), scores.tolist()) if len(docs) else NullMatcher()


class ProximityQuery(ArrayQuery):
    """A phrase or proximity query in one field.

    Without a slop: next to each other in this order. With one: in any order, with at most
    `slop` other words among them; a word given twice must stand twice. Never across blocks.
    An article scores as if the words were sought singly.
    """

    def __init__(
        self, fieldname: str, words: tuple[str, ...], slop: int | None, boost: float = 1.0
    ) -> None:
        self.fieldname = fieldname
        self.words = words
        self.slop = slop
        self.boost = boost


class AnyWord(ArrayQuery):
    """Every word of a field that a leaf of our query language means, taken as one word."""

    def __init__(self, fieldname: str, leaf: Prefix | Wildcard | Fuzzy, boost: float = 1.0) -> None:
        self.fieldname = fieldname
        self.leaf = leaf
        self.boost = boost


class NumberRange(ArrayQuery):
    """Articles whose number in a column lies in a range, both ends included; 0 never does. They score 0."""

    def __init__(self, fieldname: str, first: int, last: int) -> None:
        self.fieldname = fieldname
        self.first = max(1, first)
        self.last = last


class NumberAmong(ArrayQuery):
    """Articles whose number in a column is one of some. They score 0."""

    def __init__(self, fieldname: str, numbers: NumberSet) -> None:
        self.fieldname = fieldname
        self.numbers = numbers


class ValueAmong(ArrayQuery):
    """Articles whose value in a column is one of some, None for the empty one. They score 0."""

    def __init__(self, fieldname: str, names: frozenset[str | None]) -> None:
        self.fieldname = fieldname
        self.names = names


class FoundMatcher(Matcher):
    """A matcher over articles and scores that were found beforehand in one segment.

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

    def copy(self) -> FoundMatcher:
        twin = FoundMatcher(self._docs, self._scores)
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

    def supports(self, astype: str) -> bool:
        return False

    def value(self) -> Any:
        return None

    def value_as(self, astype: str) -> Any:
        raise NotImplementedError(astype)

    def weight(self) -> float:
        return self._scores[self._at]

    def score(self) -> float:
        return self._scores[self._at]
