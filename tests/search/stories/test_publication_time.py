"""Who ran it first, as far as can be told."""

from __future__ import annotations

import pytest

from search.stories import ran_first, sort_key

TEN, NOON, ELEVEN_WEST = (
    "2019-05-11T10:00:00Z",
    "2019-05-11T12:00:00+00:00",
    "2019-05-11T05:00:00-06:00",
)


def test_times_order_across_offsets_and_unknown_ones_come_last() -> None:
    told = [None, "2019-05-12", "2019-05-11", NOON, ELEVEN_WEST, TEN]
    assert sorted(told, key=sort_key) == [
        TEN,
        ELEVEN_WEST,
        NOON,
        "2019-05-11",
        "2019-05-12",
        None,
    ]


@pytest.mark.parametrize(
    ("published", "first"),
    [
        (["2019-05-11", "2019-05-12"], [True, False]),
        (["2019-05-11", None], [True, False]),
        ([NOON, TEN], [False, True]),
        ([NOON, "2019-05-11"], [True, True]),
        (["2019-05-11", "2019-05-11"], [True, True]),
        (["2019-05-11Tnoon", NOON], [True, True]),
        ([None, None], [False, False]),
        ([], []),
    ],
)
def test_the_earliest_ran_first_unless_it_cannot_be_told(
    published: list[str | None], first: list[bool]
) -> None:
    assert ran_first(published) == first
