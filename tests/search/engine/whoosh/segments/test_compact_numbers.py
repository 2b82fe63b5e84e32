"""Compact numbers read are those written, larger ones among them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.whoosh.segments.compact_numbers import (
    CompactNumbers,
    in_32_bits,
    write_compact_numbers,
)
from search.engine.whoosh.segments.segment_file import SegmentFile
from search.engine.whoosh.segments.segment_output import SegmentOutput


@settings(deadline=None)
@given(st.lists(st.integers(0, 3) | st.integers(250, 260) | st.integers(0, 2**40), max_size=30))
def test_what_is_read_is_what_was_written(values: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "numbers")
        with SegmentOutput(path) as out:
            write_compact_numbers(out, "it", np.array(values, np.int64))
            out.close({})
        small = CompactNumbers(SegmentFile(path), "it")
        assert len(small) == len(values)
        assert small.all().tolist() == values
        assert small.bounds().tolist() == [sum(values[:i]) for i in range(len(values) + 1)]


def test_bounds_take_32_bits_while_these_hold_them() -> None:
    assert in_32_bits(np.array([0, 2**32 - 1])).dtype == np.uint32
    assert in_32_bits(np.array([0, 2**32])).tolist() == [0, 2**32]
