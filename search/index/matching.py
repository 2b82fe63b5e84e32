"""Matches that Whoosh has no query for: stretches of words, sets of words, chosen articles."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from whoosh.matching.mcore import Matcher, NullMatcher
from whoosh.query.qcore import Query
from whoosh.query.terms import Term

from search.index.schema import GAP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


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


class _Leaf(Query):
    """A query of one field that finds its articles at once, segment by segment."""

    boost = 1.0

    def is_leaf(self) -> bool:
        return True

    def estimate_size(self, ixreader: Any) -> int:
        """Whoosh orders the parts of AND by this; a middling guess keeps plain words first."""
        return int(ixreader.doc_count())

    def estimate_min_size(self, ixreader: Any) -> int:  # noqa: ARG002 - Whoosh's signature
        return 0


class Stretch(_Leaf):
    """Words of one field that stand together.

    Without a slop: next to each other in this order. With one: in any order, with at most
    `slop` other words among them; a word given twice must stand twice. Never across blocks, for
    these lie `GAP` apart.
    """

    def __init__(
        self, fieldname: str, words: tuple[str, ...], slop: int | None, boost: float = 1.0
    ) -> None:
        self.fieldname = fieldname
        self.words = words
        self.slop = slop
        self.boost = boost

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Read the words' positions in every article that has them all."""
        distinct = sorted(set(self.words))
        parts = [Term(self.fieldname, word).matcher(searcher, context) for word in distinct]
        scored = context is None or context.weighting is not None
        docs: list[int] = []
        scores: list[float] = []
        for doc in _common(parts):
            places = {
                word: part.value_as("positions") for word, part in zip(distinct, parts, strict=True)
            }
            if self._stands(places):
                docs.append(doc)
                score = sum(part.score() for part in parts) if scored else 1.0
                scores.append(score * self.boost)
        return _Found(docs, scores) if docs else NullMatcher()

    def _stands(self, places: dict[str, list[int]]) -> bool:
        if self.slop is not None:
            return near(places, self.words, min(self.slop, GAP - 1))
        held = {word: set(positions) for word, positions in places.items()}
        return any(
            all(first + i in held[word] for i, word in enumerate(self.words))
            for first in places[self.words[0]]
        )


def _common(parts: list[Any]) -> Iterator[int]:
    """Yield the articles all matchers have; each stands there while it is looked at."""
    while all(part.is_active() for part in parts):
        last = max(part.id() for part in parts)
        behind = [part for part in parts if part.id() < last]
        if behind:
            for part in behind:
                part.skip_to(last)
        else:
            yield last
            for part in parts:
                part.next()


def near(places: dict[str, list[int]], words: Iterable[str], slop: int) -> bool:
    """Tell whether all words stand within one stretch that holds at most `slop` others.

    `places` gives for each word its positions, ascending. Cost: n log n in the positions.
    """
    need: dict[str, int] = {}
    for word in words:
        need[word] = need.get(word, 0) + 1
    size = sum(need.values())
    at = sorted((position, word) for word in need for position in places[word])
    have = dict.fromkeys(need, 0)
    missing, head = size, 0
    for position, word in at:
        have[word] += 1
        missing -= have[word] <= need[word]
        while have[at[head][1]] > need[at[head][1]]:
            have[at[head][1]] -= 1
            head += 1
        if not missing and position - at[head][0] + 1 - size <= slop:
            return True
    return False


class AnyWord(_Leaf):
    """Every word of one field that passes a test.

    `begin` is what all such words begin with, so that only those are tried. An article scores
    as its best word does: many forms of one thing are no more than one thing.
    """

    def __init__(
        self, fieldname: str, begin: str, test: Callable[[str], bool], boost: float = 1.0
    ) -> None:
        self.fieldname = fieldname
        self.begin = begin
        self.test = test
        self.boost = boost

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Try every word that begins right, and read the articles of those that pass."""
        reader = searcher.reader()
        scored = context is None or context.weighting is not None
        totals: dict[int, float] = {}
        for raw in reader.expand_prefix(self.fieldname, self.begin):
            word = raw.decode() if isinstance(raw, bytes) else raw
            if not self.test(word):
                continue
            part = Term(self.fieldname, word).matcher(searcher, context)
            while part.is_active():
                doc = part.id()
                score = part.score() if scored else 1.0
                totals[doc] = max(totals.get(doc, 0.0), score)
                part.next()
        docs = sorted(totals)
        return _Found(docs, [totals[doc] * self.boost for doc in docs]) if docs else NullMatcher()


class Between(_Leaf):
    """Articles whose day, as an ordinal in a column, lies in a range; undated ones never do."""

    fieldname = "day"

    def __init__(self, first: int, last: int) -> None:
        self.first = max(1, first)
        self.last = last

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:  # noqa: ARG002 - a day scores 1
        """Read the whole column."""
        reader = searcher.reader()
        column = reader.column_reader(self.fieldname)
        docs = [
            doc
            for doc in range(reader.doc_count_all())
            if self.first <= column[doc] <= self.last and not reader.is_deleted(doc)
        ]
        return _Found(docs, [1.0] * len(docs)) if docs else NullMatcher()
