"""In a handful of articles only what is close by itself is one story."""

from search.stories import surely_close


def test_an_unknown_day_asks_for_more() -> None:
    edges = [(0, 1, 0.25), (0, 2, 0.25), (1, 2, 0.4), (0, 3, 0.1)]
    assert surely_close(edges, [5, 5, 0, 5], 0.55) == [(0, 1, 0.25), (1, 2, 0.4)]
    assert surely_close([], [], 0.55) == []
