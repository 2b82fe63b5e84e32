from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from search import Meets, Sides
from tui.render.comparison import SideHead, SideHeadInk, compared_sides, draw_head, draw_rule
from tui.render.comparison.side_heads import bar

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Comparison

INK = SideHeadInk(*(Style() for _ in SideHeadInk._fields))
titles = st.text("ab 東\u0301\x1b", min_size=1, max_size=60)


def text(row: list[Segment]) -> str:
    return "".join(segment.text for segment in row)


@given(titles, st.integers(1, 90), st.text("ab ", max_size=30))
def test_every_row_of_a_head_fills_its_width(
    make_comparison: Callable[..., Comparison], title: str, width: int, note: str
) -> None:
    side = compared_sides(make_comparison([["One."]], [["Eins."]], [])).left
    side = replace(side, article=replace(side.article, title=title))

    rows = draw_head(SideHead(side, (), note), width, INK)

    assert len(rows) == 3
    if width >= 16:
        assert [Segment.get_line_length(row) for row in rows] == [width] * 3


def test_a_head_says_how_much_meets(make_comparison: Callable[..., Comparison]) -> None:
    side = compared_sides(make_comparison([["One."]], [["Eins."]], [])).left

    rows = draw_head(SideHead(side, (), "3 links"), 47, INK)

    assert text(rows[0]).rstrip() == " ◧ left · no date"
    assert text(rows[2]) == " 0 % same · 50 % related  quoted 0 %   3 links "


def test_a_head_says_how_much_is_quoted_where_there_is_room(
    make_comparison: Callable[..., Comparison],
) -> None:
    comparison = replace(make_comparison([["One."]], [["Eins."]], []), quoted=Sides(0.16, 0.0))
    side = replace(compared_sides(comparison).left, meets=Meets(0.25, 0.5))

    def third_row(width: int) -> str:
        return text(draw_head(SideHead(side, (), "3 links"), width, INK)[2])

    split = "25 % same · 50 % related"
    assert third_row(70) == f" meets {split} ▕██▒▒▒▒▒▒  ▏  quoted 16 %     3 links "
    assert third_row(54) == f" meets {split}  quoted 16 %  3 links "
    assert third_row(49) == f" {split}  quoted 16 %   3 links "
    assert third_row(41) == f" meets {split}  3 links "
    assert third_row(35) == f" {split}  3 links "


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 30))
def test_a_bar_is_as_wide_as_its_place(same: float, related: float, cells: int) -> None:
    assert len(bar(Meets(same, related), cells)) == cells


@given(st.lists(st.integers(1, 60), min_size=1, max_size=2), st.text("ab ", max_size=80))
def test_a_rule_spans_all_whatever_stands_in_it(widths: list[int], note: str) -> None:
    for notes in ([note] * len(widths), [note]):
        assert (
            Segment.get_line_length(draw_rule(widths, 0, notes, INK))
            == sum(widths) + len(widths) - 1
        )


def test_the_active_side_has_a_heavy_rule() -> None:
    assert text(draw_rule((4, 4), 1, ["", ""], INK)) == "────┼━━━━"
