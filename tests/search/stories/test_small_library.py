"""In a handful of articles only what is close by itself is one story."""

from search.stories import sure


def test_an_unknown_day_asks_for_more() -> None:
    ties = [(0, 1, 0.25), (0, 2, 0.25), (1, 2, 0.4), (0, 3, 0.1)]
    assert sure(ties, [5, 5, 0, 5], 0.55) == [(0, 1, 0.25), (1, 2, 0.4)]
    assert sure([], [], 0.55) == []
