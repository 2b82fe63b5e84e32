import itertools

from hypothesis import given
from hypothesis import strategies as st

from search.text import Span, merge

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda p: Span(p[0], p[0] + p[1]))
)


def test_spans_that_overlap_become_one_and_those_that_touch_stay_apart() -> None:
    assert merge([Span(4, 6), Span(0, 3), Span(2, 4)]) == (Span(0, 4), Span(4, 6))


@given(SPANS)
def test_merging_keeps_every_place_and_leaves_no_overlap(spans: list[Span]) -> None:
    merged = merge(spans)

    assert {i for s in merged for i in range(*s)} == {i for s in spans for i in range(*s)}
    assert all(a.stop <= b.start for a, b in itertools.pairwise(merged))
