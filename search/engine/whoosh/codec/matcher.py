"""Whoosh's matcher for one term, on arrays."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.matching.mcore import LeafMatcher, ReadTooFar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.postings import PostingList, TextPostings

GAP = 1 << 16
"""Positions between two blocks: no phrase of Whoosh's with a narrower slop reaches across."""


class ArrayMatcher(LeafMatcher):
    """Steps through the articles that hold a term; positions are read when first asked for."""

    def __init__(
        self,
        term: tuple[str, bytes],
        found: PostingList,
        words: tuple[TextPostings | None, Sequence[int]],
        format_: Any,
        scorer: Any,
    ) -> None:
        self._term = term
        self._docs: list[int] = found.docs.tolist()
        self._counts: list[int] = found.counts.tolist()
        self._words = words
        self.format = format_
        self.scorer = scorer
        self._at = 0

    def is_active(self) -> bool:
        return self._at < len(self._docs)

    def reset(self) -> None:
        self._at = 0

    def copy(self) -> ArrayMatcher:
        twin = ArrayMatcher.__new__(ArrayMatcher)
        twin.__dict__.update(self.__dict__)
        return twin

    def id(self) -> int:
        return self._docs[self._at]

    def all_ids(self) -> Iterator[int]:
        return iter(self._docs[self._at :])

    def next(self) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at += 1

    def skip_to(self, id: int) -> None:  # noqa: A002 - Whoosh's name
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._docs, id, self._at)

    def supports_block_quality(self) -> bool:
        return False

    def weight(self) -> float:
        return float(self._counts[self._at])

    def value(self) -> bytes:
        encoded: bytes = self.format.encode(self._positions())
        return encoded

    def value_as(self, astype: str) -> Any:
        if astype == "positions":
            return self._positions()
        if astype in {"frequency", "weight"}:
            return self._counts[self._at]
        return super().value_as(astype)

    @cached_property
    def _places(self) -> tuple[Array, Array]:
        """Where each article's positions begin, and all positions, blocks `GAP` apart."""
        field, words = self._words
        if field is None:
            return np.zeros(len(self._docs) + 1, np.int64), np.zeros(0, np.int64)
        laid = np.concatenate([field.occurrences(number) for number in words]).astype(np.int64)
        laid.sort()
        docs = np.array(self._docs, np.int64)
        begins = np.searchsorted(laid, field.bases[docs])
        own = field.bases[np.searchsorted(field.bases, laid, "right") - 1]
        # Each break before a word, in the same article, takes one position: make that a gap.
        breaks = np.searchsorted(field.walls, laid, "right") - np.searchsorted(
            field.walls, own, "right"
        )
        return np.append(begins, len(laid)), laid - own + breaks * (GAP - 1)

    def _positions(self) -> list[int]:
        begins, places = self._places
        found: list[int] = places[begins[self._at] : begins[self._at + 1]].tolist()
        return found

    def score(self) -> float:
        return float(self.scorer.score(self)) if self.scorer else self.weight()
