from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.render.comparison import Follow, aligned_tops

Linked = tuple[Follow, tuple[int, int], int, tuple[int, int] | None]
"""A map, the heights of both sides, how many rows are in view, and the rows of the chosen link."""

heights = st.tuples(st.integers(1, 200), st.integers(1, 200))
windows = st.integers(1, 60)


@st.composite
def rising_rows(draw: st.DrawFn, sizes: tuple[int, int]) -> list[tuple[int, int]]:
    count = draw(st.integers(0, min(8, *sizes)))
    here, there = (
        sorted(draw(st.sets(st.integers(0, size - 1), min_size=count, max_size=count)))
        for size in sizes
    )
    return list(zip(here, there, strict=True))


@st.composite
def linked(draw: st.DrawFn) -> Linked:
    """Make a map as the screen does: with a link selected and scrolled into view, or none."""
    sizes, window = draw(heights), draw(windows)
    rows = draw(rising_rows(sizes))
    chosen = draw(st.none() | st.sampled_from(rows)) if rows else None
    slack = aligned_tops(chosen, sizes, window)[1] if chosen else (0, 0)
    return Follow.linked(sizes, window, chosen, rows, slack), sizes, window, chosen


def last(height: int, window: int) -> int:
    return max(0, height - window)


@given(linked())
def test_scrolling_on_never_takes_the_other_side_back(made: Linked) -> None:
    follow, sizes, _, _ = made

    assert all(follow(top) <= follow(top + 1) for top in range(sizes[0]))


@given(linked())
def test_knots_rise(made: Linked) -> None:
    knots = made[0].knots

    assert knots
    assert all(a < b and x <= y for (a, x), (b, y) in pairwise(knots))


@given(linked())
def test_the_other_side_never_leaves_its_text(made: Linked) -> None:
    follow, sizes, window, chosen = made
    slack = aligned_tops(chosen, sizes, window)[1] if chosen else (0, 0)

    for top in range(sizes[0]):
        assert 0 <= follow(top) <= last(sizes[1], window) + slack[1]


@given(linked())
def test_the_ends_meet_unless_the_chosen_link_is_in_view_there(made: Linked) -> None:
    follow, sizes, window, chosen = made
    end = last(sizes[0], window)

    slack = aligned_tops(chosen, sizes, window)[1] if chosen else (0, 0)

    if chosen is None or chosen[0] >= window:
        assert follow(0) == 0
    if end and (chosen is None or (chosen[0] < end and slack == (0, 0))):
        assert follow(end) == last(sizes[1], window)


@given(linked())
def test_the_chosen_link_stands_on_one_row_of_the_screen(made: Linked) -> None:
    follow, sizes, window, chosen = made
    if chosen is None:
        return
    tops, slack = aligned_tops(chosen, sizes, window)

    assert follow(tops[0]) == tops[1]
    for top in range(max(0, chosen[0] - window + 1), min(chosen[0], last(sizes[0], window)) + 1):
        there = top + chosen[1] - chosen[0]
        if 0 <= there <= last(sizes[1], window) + slack[1]:
            assert chosen[0] - top == chosen[1] - follow(top)


@given(heights, windows, st.data())
def test_a_link_opens_on_the_same_row_of_both_sides(
    sizes: tuple[int, int], window: int, data: st.DataObject
) -> None:
    rows = data.draw(st.integers(0, sizes[0] - 1)), data.draw(st.integers(0, sizes[1] - 1))
    wanted = data.draw(st.none() | st.integers(0, 80))

    tops, slack = aligned_tops(rows, sizes, window, wanted)

    assert rows[0] - tops[0] == rows[1] - tops[1]
    assert 0 <= rows[0] - tops[0] < window
    for top, height, more in zip(tops, sizes, slack, strict=True):
        assert 0 <= top <= last(height, window) + more


def test_the_map_is_linear_between_two_links() -> None:
    follow = Follow.linked((100, 200), 10, None, [(23, 43), (43, 83)])

    assert [follow(top) for top in (20, 30, 40)] == [40, 60, 80]


def test_a_kept_offset_stops_at_the_ends() -> None:
    follow = Follow.offset((100, 60), 10, 5)

    assert [follow(top) for top in (0, 20, 45, 90)] == [5, 25, 50, 50]


@given(heights, windows, st.integers(-80, 80))
def test_a_kept_offset_never_goes_back(sizes: tuple[int, int], window: int, apart: int) -> None:
    follow = Follow.offset(sizes, window, apart)

    there = [follow(top) for top in range(sizes[0])]
    assert there == sorted(there)
    assert all(0 <= top <= last(sizes[1], window) for top in there)
