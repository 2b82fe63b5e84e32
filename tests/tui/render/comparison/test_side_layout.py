from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from search import Sides
from tui.render.comparison import (
    align,
    chain,
    compared_sides,
    lay_out_pair,
    lay_out_side,
    linked_sentences,
    shown_sides,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Comparison
    from tui.render.comparison import ComparedSide, Show, SideLayout

Story = tuple[list[list[str]], list[list[str]], list[tuple[int, int, float]]]
"""The sentences of both articles, by paragraph, and the links between them."""

words = st.sampled_from(["a", "dam", "flooded", "東京", "councillors", "e\u0301té"])
sentences = st.lists(words, min_size=1, max_size=12).map(" ".join)
articles = st.lists(st.lists(sentences, min_size=1, max_size=3), min_size=1, max_size=4)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    left, right = draw(articles), draw(articles)
    count = [sum(map(len, side)) for side in (left, right)]
    ends = st.tuples(st.integers(0, count[0] - 1), st.integers(0, count[1] - 1))
    links = draw(st.lists(ends, unique=True, max_size=8))
    return left, right, [(a, b, 0.5) for a, b in links]


def shown(side: ComparedSide, page: SideLayout) -> str:
    """Give the text that a layout shows, without the spaces it was broken at."""
    rows = [row for row in page.rows if row.kind == "text"]
    texts = [side.article.blocks[row.block].text[row.start : row.stop] for row in rows]
    return "".join("".join(texts).split())


def expected_text(side: ComparedSide, show: Show) -> str:
    texts = [
        side.article.blocks[at.block].text[at.start : at.stop]
        for i, at in enumerate(side.sentences)
        if side.shows(i, show)
    ]
    return "".join("".join(texts).split())


@given(stories(), st.integers(4, 40), st.sampled_from(["all", "upper tiers", "no match found"]))
def test_each_sentence_stands_once_in_its_order(
    make_comparison: Callable[..., Comparison], story: Story, width: int, show: Show
) -> None:
    for side in (
        compared_sides(make_comparison(*story)).left,
        compared_sides(make_comparison(*story)).right,
    ):
        for flowing in (True, False):
            page = lay_out_side(side, width, show, flowing=flowing)

            assert shown(side, page) == expected_text(side, show)
            assert len(page.first) == len(side.sentences)
            assert list(page.first) == sorted(page.first)
            hidden = sum(row.nth for row in page.rows if row.kind == "fold")
            assert hidden == sum(not side.shows(i, show) for i in range(len(side.sentences)))


@given(stories(), st.sampled_from(["upper tiers", "no match found"]))
def test_a_fold_that_is_opened_shows_what_it_hid_and_nothing_else(
    make_comparison: Callable[..., Comparison], story: Story, show: Show
) -> None:
    side = compared_sides(make_comparison(*story)).left
    folds = [row for row in lay_out_side(side, 30, show).rows if row.kind == "fold"]
    for fold in folds:
        hidden = range(fold.sentence or 0, (fold.sentence or 0) + fold.nth)
        page = lay_out_side(side, 30, show, unfolded=hidden)
        assert [row for row in page.rows if row.kind == "fold"] == [f for f in folds if f != fold]
    every = lay_out_side(side, 30, show, unfolded=range(len(side.sentences)))
    assert shown(side, every) == expected_text(side, "all")


@given(stories(), st.integers(4, 40))
def test_no_row_is_wider_than_the_column(
    make_comparison: Callable[..., Comparison], story: Story, width: int
) -> None:
    side = compared_sides(make_comparison(*story)).left
    for row in lay_out_side(side, width).rows:
        text = side.article.blocks[row.block].text[row.start : row.stop]
        assert cell_len(text) <= width


@given(stories(), st.integers(4, 40))
def test_aligned_rows_keep_every_row_and_face_each_other(
    make_comparison: Callable[..., Comparison], story: Story, width: int
) -> None:
    comparison = make_comparison(*story)
    both = compared_sides(comparison)
    pages = Sides(
        lay_out_side(both.left, width, flowing=False),
        lay_out_side(both.right, width, flowing=False),
    )
    uncrossed = chain(comparison.links)

    aligned = align(pages, [comparison.links[i] for i in uncrossed])

    assert aligned.left.height == aligned.right.height
    for side, before, after in (
        (both.left, pages.left, aligned.left),
        (both.right, pages.right, aligned.right),
    ):
        assert shown(side, after) == shown(side, before)
        assert [after.rows[row] for row in after.first] == [
            before.rows[row] for row in before.first
        ]
    for i in uncrossed:
        link = comparison.links[i]
        assert aligned.left.first[link.left] == aligned.right.first[link.right]


@given(stories(), st.integers(8, 40), st.data())
def test_the_selected_link_is_aligned_even_if_it_crosses_others(
    make_comparison: Callable[..., Comparison], story: Story, width: int, data: st.DataObject
) -> None:
    comparison = make_comparison(*story)
    if not comparison.links:
        return
    chosen = data.draw(st.integers(0, len(comparison.links) - 1))

    laid = lay_out_pair(
        compared_sides(comparison), comparison.links, (width, width), aligned=True, chosen=chosen
    )

    assert len(set(laid.rows(chosen, "left"))) == 1


def test_a_linked_sentence_begins_on_a_row_of_its_own_and_its_neighbours_flow(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = make_comparison([["One.", "Two.", "Three.", "Four."]], [["Drei."]], [(2, 0, 0.5)])
    side = compared_sides(comparison).left

    page = lay_out_side(side, 40)

    text = side.article.blocks[0].text
    assert [text[row.start : row.stop] for row in page.rows] == ["One. Two.", "Three.", "Four."]
    assert [row.sentence for row in page.rows] == [None, 2, None]
    assert page.first == (0, 0, 1, 2)


def test_a_sentence_with_several_links_has_rows_for_their_signs(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = make_comparison(
        [["One."]], [["Eins.", "Zwei.", "Drei."]], [(0, i, 0.5) for i in range(3)]
    )

    assert lay_out_side(compared_sides(comparison).left, 40).height == 3


def test_hidden_sentences_are_counted_in_one_row(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = make_comparison(
        [["One.", "Two."], ["Three.", "Four."]], [["Vier."]], [(0, 0, 0.5), (3, 0, 0.5)]
    )
    links = (comparison.links[0], replace(comparison.links[1], tier="says the same"))
    sides = compared_sides(comparison)
    assert shown_sides(sides, links, "no match found") == sides

    page = lay_out_side(shown_sides(sides, links, "upper tiers").left, 40, "upper tiers")

    assert [row.kind for row in page.rows] == ["fold", "blank", "text"]
    assert page.rows[0].nth == 3
    assert page.first == (0, 0, 0, 2)


@given(stories())
def test_mirroring_twice_changes_nothing(
    make_comparison: Callable[..., Comparison], story: Story
) -> None:
    comparison = make_comparison(*story)

    assert comparison.mirrored().mirrored() == comparison


def test_a_drawer_holds_the_sentences_linked_to_one(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = make_comparison(
        [["One.", "Two."]], [["Eins.", "Zwei.", "Drei."]], [(1, 0, 0.5), (1, 2, 0.5)]
    )
    both = compared_sides(comparison)

    linked = linked_sentences(both.left, both.right, comparison.links, 1)

    assert shown(linked, lay_out_side(linked, 40)) == "Eins.Drei."
    assert linked.links == ((0,), (1,))
