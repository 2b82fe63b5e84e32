"""Profiles of articles, packed and unpacked."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.engine.whoosh.similarity.packed_profile import MOST, numbered, pack, unpack
from search.engine.whoosh.similarity.segment_profiles import Profiles
from search.stories import LEVELS, NOTHING, level, number

if TYPE_CHECKING:
    from search.engine.whoosh.segments.segment import Segment
    from search.engine.whoosh.similarity.packed_profile import PackedProfile
    from search.stories import ProfileTerm

DWELT = st.lists(st.tuples(st.text(max_size=8), st.floats(0.1, 200), st.booleans()), max_size=120)


def held(packed: list[PackedProfile]) -> Profiles:
    """Read profiles as a segment's would be, end to end."""
    columns = {
        name: SimpleNamespace(
            ends=np.cumsum([len(getattr(one, name)) for one in packed]),
            data=SimpleNamespace(
                all=lambda name=name: np.frombuffer(
                    b"".join(getattr(one, name) for one in packed), np.uint8
                )
            ),
        )
        for name in ("roots", "marks")
    }
    return Profiles(cast("Segment", SimpleNamespace(blobs=columns)))


def unpacked(packed: list[PackedProfile]) -> list[dict[int, float]]:
    numbers, roots, counts = held(packed).of(np.arange(len(packed)))
    rows: list[dict[int, float]] = []
    for stop, count in zip(np.cumsum(counts).tolist(), counts.tolist(), strict=True):
        span = slice(stop - count, stop)
        pairs = zip(numbers[span].tolist(), roots[span].tolist(), strict=True)
        rows.append({one: root**2 for one, root in pairs if one != NOTHING})
    return rows


@given(st.lists(DWELT, min_size=1, max_size=4))
def test_what_is_packed_is_there_again_with_its_weight_to_a_level(
    articles: list[list[ProfileTerm]],
) -> None:
    packed = [pack(one) for one in articles]
    for doc, (profile_terms, row) in enumerate(zip(articles, unpacked(packed), strict=True)):
        expected: dict[int, float] = {}
        names: dict[int, bool] = {}
        for stem, weight, name in profile_terms:
            if len(expected) < MOST:
                expected.setdefault(number(stem), LEVELS[level(weight)])
                names.setdefault(number(stem), name)
        assert {one: round(weight, 4) for one, weight in row.items()} == expected
        said = sorted(one for one, name in names.items() if name)
        assert held(packed).names(doc).tolist() == said


def test_a_stem_costs_two_and_a_half_bytes() -> None:
    roots, marks = pack([(f"stem{i}", 1.0, False) for i in range(80)])
    assert (len(roots), len(marks)) == (160, 40)


def test_weights_become_the_nearest_level_by_ratio() -> None:
    levels = [LEVELS[level(weight)] for weight in (0.5, 1.0, 1.6, 2.2, 2.3, 4.2, 4.3, 90.0)]
    assert levels == [1.0, 1.0, 1.7, 1.7, 3.0, 3.0, 6.0, 6.0]


def test_an_article_without_a_word_packs_to_nothing() -> None:
    assert pack([]) == (b"", b"")


@given(DWELT)
def test_what_was_packed_is_unpacked(terms: list[ProfileTerm]) -> None:
    assert unpack(*pack(terms)) == numbered(terms)
