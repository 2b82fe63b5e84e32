from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search import ArticleId, Excerpt, Head, Hit
from tui.controls.row_cache import RowCache

views = st.builds(
    lambda start, size: range(start, start + size), st.integers(0, 40), st.integers(1, 9)
)


def rows(places: range) -> dict[int, Hit]:
    heads = {i: Head(ArticleId(f"{i:016x}"), "a", None, None, None) for i in places}
    return {i: Hit(head, 0, 0, (), Excerpt("", ())) for i, head in heads.items()}


def test_rows_being_loaded_are_not_requested_again() -> None:
    cache = RowCache(rows(range(3)))
    assert cache.request(range(3)) == range(0)
    assert cache.request(range(1, 6)) == range(3, 6)
    assert cache.request(range(2, 5)) == range(0)
    cache.add(rows(range(3, 6)), near=1)
    assert cache.request(range(6)) == range(0)


def test_only_the_last_request_counts_as_being_loaded() -> None:
    cache = RowCache()
    assert cache.request(range(4)) == range(4)
    assert cache.request(range(50, 54)) == range(50, 54)
    assert cache.request(range(4)) == range(4)


@given(st.lists(views, min_size=1))
def test_every_row_in_view_is_loaded_or_in_the_last_request(seen: list[range]) -> None:
    cache, last = RowCache(), range(0)
    for view in seen:
        last = cache.request(view) or last
        assert all(cache.get(place) or place in last for place in view)
        if view.start % 2:
            cache.add(rows(last), near=view.start)


def test_among_very_many_rows_the_near_and_the_newest_are_kept() -> None:
    cache = RowCache(rows(range(2_000)))
    cache.add(rows(range(9_000, 9_010)), near=1_000)
    assert cache.get(1_000)
    assert cache.get(9_000)
    assert cache.get(0) is None
