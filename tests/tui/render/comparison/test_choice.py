from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.render.comparison import (
    Choice,
    apart_at,
    by_strength,
    compared_sides,
    next_link,
    other_end,
    pick,
    walkable,
)

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


def test_the_upper_tiers_are_walked_by_themselves_and_the_strongest_first(
    make_comparison: Callable[..., Comparison],
) -> None:
    first, second, third = make_comparison(LEFT, RIGHT, ENDS).links
    links = (
        replace(first, score=0.8),
        replace(second, tier="says the same"),
        replace(third, tier="same words"),
    )

    assert walkable(links, "all") == walkable(links, "no match found") == [0, 1, 2]
    among = walkable(links, "upper tiers")
    assert among == [1, 2]
    assert by_strength(links, [0, 1, 2]) == [2, 1, 0]
    assert next_link(links, "left", (0, None), 1, among) == Choice("left", 2, 1)
    assert next_link(links, "left", (2, 1), -1, among) is None


def test_a_sentence_knows_the_last_one_it_was_said_not_to_meet(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = replace(make_comparison(LEFT, RIGHT, ENDS), apart=((0, 0), (0, 1), (2, 2)))

    assert apart_at(comparison, Choice("left", 0, None)) == (0, 1)
    assert apart_at(comparison, Choice("right", 2, None)) == (2, 2)
    assert apart_at(comparison, Choice("left", 1, None)) is None


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
