"""In a handful of articles only what is close by itself is one story."""

from search.stories import same_story, surely_close


def said(
    closeness: float, score: float, others: int = 40, size: int = 80, *, dated: bool = True
) -> bool:
    return same_story(closeness, score, others=others, size=size, dated=dated)


def test_an_unknown_day_asks_for_more() -> None:
    edges = [(0, 1, 0.25), (0, 2, 0.25), (1, 2, 0.4), (0, 3, 0.1)]
    assert surely_close(edges, [5, 5, 0, 5], 0.55) == [(0, 1, 0.25), (1, 2, 0.4)]
    assert surely_close([], [], 0.55) == []


def test_standing_out_makes_one_event_where_there_is_enough_to_stand_out_from() -> None:
    assert said(0.2, 0.1, others=1)
    assert said(0.13, 0.7)
    assert not said(0.13, 0.7, others=5)
    assert not said(0.11, 0.9)
    assert said(0.13, 0.62, dated=False)
    assert not said(0.13, 0.62)


def test_of_long_undated_articles_more_is_asked() -> None:
    assert said(0.18, 0.5, size=30, dated=False)
    assert not said(0.17, 0.5, size=30, dated=False)
    assert not said(0.19, 0.5, size=30)
    assert not said(0.21, 0.5, dated=False)
    assert said(0.22, 0.5, dated=False)
