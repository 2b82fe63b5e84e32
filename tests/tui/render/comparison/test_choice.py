from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.comparison import Choice, compared_sides, next_link, other_end, pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Comparison

LEFT = [["One.", "Two.", "Three."]]
RIGHT = [["Eins.", "Zwei.", "Drei."]]
ENDS = [(0, 2, 0.5), (2, 0, 0.5), (2, 1, 0.5)]


def test_links_follow_the_reading_order_of_the_active_side(
    make_comparison: Callable[..., Comparison],
) -> None:
    links = make_comparison(LEFT, RIGHT, ENDS).links

    assert next_link(links, "left", (0, None), 1) == Choice("left", 0, 0)
    assert next_link(links, "left", (0, 0), 1) == Choice("left", 2, 1)
    assert next_link(links, "right", (0, 1), 1) == Choice("right", 1, 2)
    assert next_link(links, "right", (1, 2), 1) == Choice("right", 2, 0)
    assert next_link(links, "right", (2, 0), 1) is None
    assert next_link(links, "left", (1, None), -1) == Choice("left", 0, 0)


def test_following_a_link_leads_across_and_back(make_comparison: Callable[..., Comparison]) -> None:
    links = make_comparison(LEFT, RIGHT, ENDS).links

    across = other_end(links, Choice("left", 2, 2))

    assert across == Choice("right", 1, 2)
    assert other_end(links, across) == Choice("left", 2, 2)
    assert other_end(links, Choice("left", 1, None)) is None


def test_picking_a_sentence_again_selects_its_next_link(
    make_comparison: Callable[..., Comparison],
) -> None:
    left = compared_sides(make_comparison(LEFT, RIGHT, ENDS)).left

    first = pick(left, 2, None)
    second = pick(left, 2, first)

    assert (first.link, second.link, pick(left, 2, second).link) == (1, 2, 1)
    assert pick(left, 1, second) == Choice("left", 1, None)


def test_picking_the_other_end_keeps_the_link(
    make_comparison: Callable[..., Comparison],
) -> None:
    left = compared_sides(make_comparison(LEFT, RIGHT, ENDS)).left

    assert pick(left, 2, Choice("right", 1, 2)) == Choice("left", 2, 2)
