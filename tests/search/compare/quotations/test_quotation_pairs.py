from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search import Sides
from search.compare import At, QuotationPair, Quote
from search.compare.quotations.quotation_pairs import pair_quotations

LONG = "we warned the ministry about the dam three times last year"


def quotes(*texts: str) -> tuple[Quote, ...]:
    return tuple(Quote(text, None, None, At(0, 0, len(text))) for text in texts)


def test_a_quotation_is_paired_whole_or_clipped_and_what_is_left_stands_alone() -> None:
    left = quotes("Bread was scarce that week", LONG, "Nobody asked us")
    right = quotes("about the dam three times", "Bread, was scarce that week!")
    assert pair_quotations(Sides(left, right)) == (
        QuotationPair(0, 1, "same"),
        QuotationPair(1, 0, "clipped right"),
        QuotationPair(2, None, "left only"),
    )


def test_the_same_words_come_before_a_clipped_one() -> None:
    found = pair_quotations(Sides(quotes(LONG), quotes(LONG[3:], LONG)))
    assert found == (QuotationPair(0, 1, "same"), QuotationPair(None, 0, "right only"))


WORDS = st.lists(st.sampled_from("dam bread ministry year nobody".split()), max_size=8)
SIDE = st.lists(WORDS.map(" ".join), max_size=5)


@given(SIDE, SIDE)
def test_every_quotation_stands_in_one_pair_and_the_sides_can_be_swapped(
    left: list[str], right: list[str]
) -> None:
    sides = Sides(quotes(*left), quotes(*right))
    pairs = pair_quotations(sides)
    assert sorted(one.left for one in pairs if one.left is not None) == list(range(len(left)))
    assert sorted(one.right for one in pairs if one.right is not None) == list(range(len(right)))
    mirrored = {(one.right, one.left) for one in pair_quotations(sides.swapped())}
    assert {(one.left, one.right) for one in pairs} == mirrored
