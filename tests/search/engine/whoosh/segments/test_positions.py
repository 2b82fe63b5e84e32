"""Positions read are those written, by the stretch and singly."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.whoosh.segments.positions import Positions, PositionsOutput, write_positions
from search.engine.whoosh.segments.segment_file import SegmentFile
from search.engine.whoosh.segments.segment_output import SegmentOutput

positions = st.integers(0, 2**31) | st.integers(0, 300) | st.integers(4000, 5000)
lists = st.lists(positions, max_size=40)


def written(folder: str, pieces: list[list[int]], planes: int | None) -> Positions:
    path = Path(folder, "positions")
    with SegmentOutput(path) as out:
        if planes is None:
            write_positions(out, "it", np.array([p for piece in pieces for p in piece], np.uint64))
        else:
            places = PositionsOutput(out, "it", sum(map(len, pieces)), planes)
            for piece in pieces:
                places.write(np.array(piece, np.uint32))
            places.close()
        out.close({})
    return Positions(SegmentFile(path), "it")


@settings(deadline=None)
@given(st.lists(lists, max_size=4), st.none() | st.integers(0, 6), st.data())
def test_what_is_read_is_what_was_written(
    pieces: list[list[int]], planes: int | None, data: st.DataObject
) -> None:
    values = [position for piece in pieces for position in piece]
    some = sorted(data.draw(st.sets(st.integers(0, max(0, len(values) - 1)), max_size=9)))
    start, stop = data.draw(st.tuples(st.integers(0, 45), st.integers(0, 160)))
    with tempfile.TemporaryDirectory() as folder:
        places = written(folder, pieces, planes)
        assert places[:].tolist() == values
        assert places[start:stop].tolist() == values[start:stop]
        if values:
            assert places.pick(np.array(some, np.int64)).tolist() == [values[i] for i in some]


def test_articles_of_common_length_take_a_byte_and_a_half_a_word() -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = written(folder, [[*range(4000), 70_000]], None)
        assert places.planes == 1
        assert places[3999:].tolist() == [3999, 70_000]
