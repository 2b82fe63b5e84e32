"""Sets of numbers give the same articles as asking for each."""

from __future__ import annotations

import gc
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.engine.whoosh.retrieval.number_set import NumberSet

NUMBERS = st.integers(0, 2**64 - 1) | st.integers(0, 5)


class Column:
    """A segment with one column, which counts how often it is read."""

    def __init__(self, values: list[int]) -> None:
        self.reads = 0
        self._values = np.array(values, np.uint64)
        self.numbers: Any = {"number": self}

    @property
    def values(self) -> Any:
        self.reads += 1
        return self._values


@given(st.lists(NUMBERS, max_size=20), st.frozensets(NUMBERS, max_size=20))
def test_each_article_is_told_by_its_number(values: list[int], wanted: frozenset[int]) -> None:
    segment: Any = Column(values)
    numbers = NumberSet(np.array(sorted(wanted), np.uint64))
    assert numbers.mask(segment, "number").tolist() == [value in wanted for value in values]
    numbers.mask(segment, "number")
    assert segment.reads == 1


def test_a_segment_that_is_gone_is_forgotten() -> None:
    numbers = NumberSet(np.array([1], np.uint64))
    segment: Any = Column([1, 2])
    numbers.mask(segment, "number")
    del segment
    gc.collect()
    assert len(numbers._masks) == 0
