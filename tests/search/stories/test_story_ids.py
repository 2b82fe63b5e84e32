"""A story keeps its name while most of it stays together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.stories import assign_ids

A, B, C, D = (f"{letter * 16}" for letter in "abcd")


def test_a_new_story_is_named_after_its_first_article() -> None:
    assert assign_ids([[0, 1], [2]], [A, B, C], [None] * 3) == [A, A, C]


def test_a_story_that_grows_keeps_its_name() -> None:
    assert assign_ids([[0, 1, 2]], [A, B, C], [None, B, B]) == [B, B, B]


def test_of_a_story_that_parts_the_larger_half_keeps_the_name() -> None:
    assert assign_ids([[0], [1, 2, 3]], [A, B, C, D], [A] * 4) != [A] * 4
    names = assign_ids([[0], [1, 2, 3]], [A, B, C, D], [A] * 4)
    assert names[1:] == [A] * 3
    assert names[0] != A
    assert len(names[0]) == 16


def test_of_two_that_meet_the_name_of_more_articles_stays() -> None:
    assert assign_ids([[0, 1, 2]], [A, B, C], [A, C, C]) == [C] * 3


IDS = [f"{number:016x}" for number in range(9)]


@given(st.lists(st.integers(0, 8), min_size=9, max_size=9), st.data())
def test_no_two_stories_share_a_name(groups: list[int], data: st.DataObject) -> None:
    before = data.draw(st.lists(st.none() | st.sampled_from(IDS[1:]), min_size=9, max_size=9))
    members = [[i for i in range(9) if groups[i] == g] for g in sorted(set(groups))]
    names = assign_ids(members, IDS, before)
    assert len({names[one[0]] for one in members}) == len(members)
    assert all(len({names[i] for i in one}) == 1 for one in members)
    assert all(int(one, 16) for one in names)
