"""Close pairs become stories."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from search.stories import group
from search.stories.group import FOLLOWED, SAME_TEXT, SPAN, closest


def clique(*members: int, cosine: float = 0.5) -> list[tuple[int, int, float]]:
    return [(one, other, cosine) for one, other in combinations(members, 2)]


def test_articles_without_ties_are_stories_of_one() -> None:
    assert group(3, []) == [[0], [1], [2]]
    assert group(0, []) == []


def test_what_is_close_to_each_other_is_one_story() -> None:
    assert group(5, [*clique(0, 2, 4), *clique(1, 3)]) == [[0, 2, 4], [1, 3]]


def test_look_alikes_stay_two_stories() -> None:
    one, other = range(5), range(5, 10)
    alike = [(a, b, 0.15) for a in one for b in other]
    edges = [*clique(*one), *clique(*other), *alike]
    assert group(10, edges) == [list(one), list(other)]


def test_groups_that_name_others_stay_two_stories() -> None:
    one, other = range(3), range(3, 6)
    edges = [*clique(*one), *clique(*other), *((a, b, 0.4) for a in one for b in other)]
    tellings = [{1: 9.0, 2: 9.0}] * 3 + [{3: 9.0, 2: 9.0}] * 3
    assert group(6, edges) == [[0, 1, 2, 3, 4, 5]]
    assert group(6, edges, names=tellings.__getitem__) == [[0, 1, 2], [3, 4, 5]]
    assert group(6, edges, names=lambda _: {2: 9.0}) == [[0, 1, 2, 3, 4, 5]]


def test_one_bridge_makes_no_story_of_two() -> None:
    assert group(6, [*clique(0, 1, 2), *clique(3, 4, 5), (2, 3, 0.5)]) == [[0, 1, 2], [3, 4, 5]]


def test_the_same_cosine_means_more_where_nothing_is_closer() -> None:
    lonely, crowded = clique(0, 1, cosine=0.15), clique(2, 3, 4, 5, 6, 7, 8, 9, 10, cosine=0.8)
    near = [(11, other, 0.1) for other in range(2, 11)]
    assert group(12, [*lonely, *crowded, *near]) == [[0, 1], list(range(2, 11)), [11]]


def test_known_days_of_a_story_lie_close_even_by_an_undated_bridge() -> None:
    assert group(3, clique(0, 1, 2), [100, 0, 100 + SPAN]) == [[0, 1, 2]]
    bridged = [(0, 1, 0.5), (1, 2, 0.5), (0, 2, 0.1)]
    assert group(3, bridged) == [[0, 1, 2]]
    assert sorted(map(len, group(3, bridged, [100, 0, 101 + SPAN]))) == [1, 2]


def test_a_later_telling_of_the_same_follows_up() -> None:
    edges = clique(0, 1, 2)
    assert group(3, edges, [100, 101, 100 + FOLLOWED]) == [[0, 1, 2]]
    assert group(3, edges, [100, 101, 102 + FOLLOWED]) == [[0, 1], [2]]
    unlike = [(0, 1, 0.5), (0, 2, 0.5), (1, 2, 0.0801), *clique(2, 3, 4, cosine=0.8)]
    days = [0, 100, 120, 120, 120]
    assert group(5, unlike, days) == [[0, 1], [2, 3, 4]], "an undated one is no reason"


def test_a_straggler_among_many_does_not_part_a_story() -> None:
    edges = clique(*range(8))
    late = group(8, edges, [100, 0, 0, 0, 100, 100, 100, 130])
    assert max(map(len, late)) >= 7


def test_undated_articles_are_no_reason_to_join_days_that_lie_apart() -> None:
    early, late = range(6), range(6, 12)
    days = [100, 100, 0, 0, 0, 0, 600, 600, 0, 0, 0, 0]
    edges = [*clique(*early), *clique(*late), *((a, b, 0.4) for a in early for b in late)]
    for members in group(12, edges, days):
        known = [days[one] for one in members if days[one]]
        assert not known or max(known) - min(known) <= SPAN


def test_one_text_is_one_story_whatever_its_days() -> None:
    days = [100, 160, 101]
    copied = [(0, 1, SAME_TEXT), (0, 2, 0.5), (1, 2, 0.5)]
    assert group(3, copied, days) == [[0, 1, 2]], "the day of a reprint keeps nobody away"
    assert group(2, [(0, 1, SAME_TEXT)], [100, 160], apart=[(0, 1)]) == [[0], [1]]


def test_of_long_articles_more_is_asked() -> None:
    edges = [*clique(0, 1, cosine=0.3), *clique(2, 3, cosine=0.3), (1, 2, 0.2)]
    short = group(4, edges, sizes=[24] * 4)
    long = group(4, edges, sizes=[80] * 4)
    assert len(long) >= len(short)
    assert group(2, [(0, 1, 0.13)], sizes=[24, 24]) == [[0, 1]]
    assert group(2, [(0, 1, 0.13)], sizes=[80, 80]) == [[0], [1]]


def test_of_very_many_pairs_the_closest_count() -> None:
    edges = [*clique(3, 4, 5, cosine=0.6), *clique(0, 1, 2)]
    assert closest(edges, 3) == edges[:3]
    assert closest(edges, 6) == edges


def test_the_reader_has_the_last_word() -> None:
    edges = clique(0, 1, 2)
    assert group(4, edges, [], [(2, 3)], []) == [[0, 1, 2, 3]]
    assert group(3, edges, [], [], [(0, 1), (0, 2)]) == [[0], [1, 2]]
    assert group(2, [], [1, 500], [(0, 1)], [(0, 1)]) == [[0, 1]]


PAIRS = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1])


@given(
    st.dictionaries(PAIRS, st.floats(0.08, 0.87)),
    st.lists(st.sampled_from((0, 1, 4, 9, 32)), min_size=12, max_size=12),
    st.sets(PAIRS, max_size=3),
    st.sets(PAIRS, max_size=5),
)
def test_everyone_has_one_story_and_what_was_said_holds(
    edges: dict[tuple[int, int], float],
    days: list[int],
    together: set[tuple[int, int]],
    apart: set[tuple[int, int]],
) -> None:
    groups = group(12, [(*pair, cosine) for pair, cosine in edges.items()], days, together, apart)
    story = {one: i for i, members in enumerate(groups) for one in members}
    assert sorted(one for members in groups for one in members) == list(range(12))
    assert all(story[one] == story[other] for one, other in together)
    if not together:
        assert all(story[one] != story[other] for one, other in apart)
        for members in groups:
            known = [days[one] for one in members if days[one]]
            assert len(members) > 5 or not known or max(known) - min(known) <= FOLLOWED
