from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.render.month_bars import Bar, bar_sign, month_bars

MONTHS = st.builds(
    lambda year, month: f"{year:04}-{month:02}", st.integers(1, 9999), st.integers(1, 12)
)
COUNTS = st.dictionaries(MONTHS, st.integers(1, 9999)).map(
    lambda found: tuple(sorted(found.items()))
)


def test_months_stand_in_order_of_time_the_empty_ones_too() -> None:
    bars = month_bars((("2019-11", 3), ("2020-02", 1), (None, 2)), 12)
    assert bars == [
        Bar("2019-11", "2019-11", 3, 0, 2),
        Bar("2019-12", "2019-12", 0, 2, 4),
        Bar("2020-01", "2020-01", 0, 4, 6),
        Bar("2020-02", "2020-02", 1, 6, 8),
        Bar(None, None, 2, 9, 10),
    ]
    assert "".join(bar_sign(bar, 3) for bar in bars) == "█  ▃?"
    assert "".join(bar_sign(bar, 3, current=True) for bar in bars) == "▓  ▃?"


def test_a_long_gap_is_one_bar() -> None:
    bars = month_bars((("1900-01", 1), ("2019-01", 1)), 40)
    assert [(bar.first, bar.last) for bar in bars] == [
        ("1900-01", "1900-01"),
        ("1900-02", "2018-12"),
        ("2019-01", "2019-01"),
    ]


def test_what_is_too_many_is_added_up() -> None:
    counts = tuple((f"2019-{month:02}", month) for month in range(1, 13))
    bars = month_bars(counts, 5)
    assert [(bar.first, bar.last, bar.articles) for bar in bars] == [
        ("2019-01", "2019-03", 6),
        ("2019-04", "2019-06", 15),
        ("2019-07", "2019-09", 24),
        ("2019-10", "2019-12", 33),
    ]


def test_without_months_or_room_there_are_no_bars() -> None:
    assert month_bars((), 40) == month_bars((("2019-01", 1),), 0) == []
    assert month_bars(((None, 4),), 40) == [Bar(None, None, 4, 0, 1)]


@given(COUNTS, st.integers(1, 200), st.booleans())
def test_every_article_is_in_one_bar_and_every_bar_within_the_line(
    months: tuple[tuple[str, int], ...], width: int, undated: bool
) -> None:
    counts = (*months, (None, 7)) if undated and width > 3 else months
    bars = month_bars(counts, width)
    assert sum(bar.articles for bar in bars) == sum(count for _, count in counts)
    assert all(a.stop <= b.start for a, b in pairwise(bars))
    assert all(0 <= bar.start < bar.stop <= width for bar in bars)
