"""In a handful of articles only what is close by itself is one story."""

from search.stories import same_story, surely_close


def test_an_unknown_day_asks_for_more() -> None:
    edges = [(0, 1, 0.25), (0, 2, 0.25), (1, 2, 0.4), (0, 3, 0.1)]
    assert surely_close(edges, [5, 5, 0, 5], 0.55) == [(0, 1, 0.25), (1, 2, 0.4)]
    assert surely_close([], [], 0.55) == []


def test_standing_out_makes_one_event_where_there_is_enough_to_stand_out_from() -> None:
    assert same_story(0.2, 0.1, 1, dated=True)
    assert same_story(0.13, 0.7, 40, dated=True)
    assert not same_story(0.13, 0.7, 5, dated=True)
    assert not same_story(0.11, 0.9, 40, dated=True)
    assert same_story(0.13, 0.62, 40, dated=False)
    assert not same_story(0.13, 0.62, 40, dated=True)
