"""Files changed by chance, before and after they are packed: what is none is told, and no more.

The long form is `benchmarks/fuzz/mutated.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs import PACKS, harmless, taken_apart

if TYPE_CHECKING:
    from packs import Make

    from search.formats.kinds import Kind

LAW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
PIECES = (
    b"",
    b"\r\n\r\n",
    b"From ",
    b"--xx\n",
    b"<!ENTITY a 'b'>",
    b"\x1b]0;a\x07",
    b"\x1f\x8b",
    b"9" * 30,
    b"[" * 99,
)


def changed(data: bytes, at: float, stop: float, piece: bytes, times: int) -> bytes:
    first, last = sorted((int(at * len(data)), int(stop * len(data))))
    return data[:first] + piece * times + data[last:] + data[first:last]


@pytest.mark.parametrize("pack", PACKS, ids=[kind.suffixes[0] for kind, _ in PACKS])
def test_files_that_are_whole_are_read(pack: tuple[Kind, tuple[Make, ...]]) -> None:
    kind, makes = pack
    for make in makes:
        assert taken_apart(kind, make(lambda data: data))


@LAW
@given(
    st.sampled_from([(kind, make) for kind, makes in PACKS for make in makes]),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(PIECES) | st.binary(max_size=20),
    st.integers(0, 30),
)
def test_files_that_are_changed_are_read_or_told(
    pack: tuple[Kind, Make],
    at: float,
    stop: float,
    piece: bytes,
    times: int,
) -> None:
    kind, make = pack
    for article in taken_apart(kind, make(lambda data: changed(data, at, stop, piece, times))):
        harmless(article)
