from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.engine.whoosh.build.merge_policy import FACTOR, SegmentSize, plan
from search.engine.whoosh.segments.arrays import MOST_DOCS

sizes = st.lists(
    st.builds(SegmentSize, st.integers(1, MOST_DOCS), st.integers(0, 100)), max_size=40
)


def merged(some: list[SegmentSize], *, whole: bool = False) -> list[SegmentSize]:
    """Carry a plan out."""
    result: list[SegmentSize] = []
    done = 0
    for low, high in plan(some, whole=whole):
        result += [*some[done:low], SegmentSize(sum(size.live for size in some[low:high]), 0)]
        done = high
    return result + some[done:]


@given(sizes, st.booleans())
def test_no_segment_outgrows_its_numbers_and_no_article_is_lost(
    some: list[SegmentSize], whole: bool
) -> None:
    after = merged(some, whole=whole)
    assert all(size.live <= MOST_DOCS for size in after)
    assert sum(size.live for size in after) == sum(size.live for size in some)


@given(sizes)
def test_ranges_are_in_order_and_apart(some: list[SegmentSize]) -> None:
    bounds = [bound for pair in plan(some) for bound in pair]
    assert bounds == sorted(bounds)
    assert all(low < high for low, high in plan(some))


def test_many_small_commits_leave_few_segments_and_rewrite_little() -> None:
    state: list[SegmentSize] = []
    rewritten = 0
    for _ in range(5_000):
        state.append(SegmentSize(10, 0))
        rewritten += sum(sum(size.live for size in state[low:high]) for low, high in plan(state))
        state = merged(state)
    assert len(state) < 8 * FACTOR
    assert rewritten < 10 * 50_000


def test_few_articles_beside_many_touch_only_the_few() -> None:
    assert plan([SegmentSize(60_000, 0), SegmentSize(40_000, 0), SegmentSize(10, 0)]) == []


def test_a_segment_half_deleted_is_written_again() -> None:
    assert plan([SegmentSize(60_000, 50_000), SegmentSize(100, 1)]) == [(0, 1)]


def test_asked_to_merge_all_it_packs_what_fits() -> None:
    assert plan(
        [SegmentSize(40_000, 0), SegmentSize(20_000, 0), SegmentSize(20_000, 5)], whole=True
    ) == [(0, 2), (2, 3)]
