from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from search import At, Meets, Span
from tui.render.comparison import (
    SideInk,
    SideView,
    compared_sides,
    draw_side,
    gutter_width,
    is_marked,
    lay_out_side,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Comparison

PLAIN = SideInk(*(Style() for _ in SideInk._fields))
STYLED = PLAIN._replace(
    chosen_sign=Style(reverse=True), run=Style(underline=True), match=Style(bold=True)
)


def rows(view: SideView, ink: SideInk = PLAIN) -> list[str]:
    return ["".join(s.text for s in draw_side(view, row, ink)).rstrip() for row in view.layout.rows]


def test_signs_lead_and_a_bar_runs_down_the_linked_sentence(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = make_comparison([["One two three four.", "Five."]], [["Eins."]], [(0, 0, 0.5)])
    left = compared_sides(comparison).left
    page = lay_out_side(left, 9)

    assert rows(SideView(left, page, comparison.links)) == [
        " ~1 One two",
        " ┆  three",
        " ┆  four.",
        "    Five.",
    ]
    assert rows(SideView(left, page, comparison.links, sentence=0, link=0))[1] == "┃   three"


def test_the_upper_tiers_stand_further_out_than_what_is_related(
    make_comparison: Callable[..., Comparison],
) -> None:
    made = make_comparison(
        [["One two three four.", "Five."]], [["Eins."]], [(0, 0, 1), (1, 0, 0.5)]
    )
    strong = replace(made.links[0], tier="says the same")
    comparison = replace(made, links=(strong, made.links[1]))
    left = compared_sides(comparison).left
    ink = PLAIN._replace(sign=Style(bold=True), weak=Style(dim=True))
    view = SideView(left, lay_out_side(left, 9), comparison.links)

    assert rows(view) == ["≈1  One two", "│   three", "│   four.", " ~2 Five."]
    styles = {s.text: s.style or Style() for r in view.layout.rows for s in draw_side(view, r, ink)}
    assert styles["≈1"].bold
    assert styles["~2"].dim


def test_words_of_the_chosen_link_are_marked_as_shared_or_its_own(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = make_comparison([["One two three."]], [["Eins."]], [(0, 0, 0.5)])
    left = compared_sides(comparison).left
    ink = PLAIN._replace(shared=Style(bold=True), own=Style(italic=True))
    view = SideView(
        left,
        lay_out_side(left, 40),
        comparison.links,
        sentence=0,
        link=0,
        shared=((0, 3),),
        own=((8, 13),),
    )
    styled = {s.text: s.style or Style() for s in draw_side(view, view.layout.rows[0], ink)}
    assert styled["One"].bold
    assert not styled[" two "].bold
    assert styled["three"].italic
    assert not is_marked(view, view.layout.rows[0])
    assert is_marked(replace(view, marked=0), view.layout.rows[0])


def test_signs_that_find_no_room_are_counted_and_the_chosen_one_is_shown(
    make_comparison: Callable[..., Comparison],
) -> None:
    right = [[f"Satz {i}." for i in range(9)]]
    comparison = make_comparison([["One."]], right, [(0, i, 0.5) for i in range(9)])
    left = compared_sides(comparison).left
    page = lay_out_side(left, 20)

    assert rows(SideView(left, page, comparison.links)) == [" ~1 One.", " ~2", " ~3", "+6"]
    assert " ~8" in rows(SideView(left, page, comparison.links, sentence=0, link=7))


def test_runs_and_matches_are_marked_where_they_stand(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = make_comparison([["One two three."]], [["Eins."]], [])
    left = compared_sides(comparison).left
    view = SideView(
        left.__class__(
            "left", left.article, left.sentences, left.links, (At(0, 0, 7),), Meets(0, 0), 0
        ),
        lay_out_side(left, 40),
        comparison.links,
        {0: (Span(4, 13),)},
    )

    styled = {s.text: s.style or Style() for s in draw_side(view, view.layout.rows[0], STYLED)}

    assert styled["One "].underline
    assert not styled["One "].bold
    assert styled["two"].underline
    assert styled["two"].bold
    assert not styled[" three"].underline
    assert styled[" three"].bold


def test_text_that_would_drive_the_terminal_is_made_harmless(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = make_comparison([["Now \x1b[2J gone \u202e."]], [["Eins."]], [])
    left = compared_sides(comparison).left

    drawn = "".join(rows(SideView(left, lay_out_side(left, 40), comparison.links)))

    assert "\x1b" not in drawn
    assert "\u202e" not in drawn


@given(st.integers(0, 100_000))
def test_the_gutter_has_room_for_every_number(links: int) -> None:
    assert gutter_width(links) >= max(3, len(f"~{links} "))
