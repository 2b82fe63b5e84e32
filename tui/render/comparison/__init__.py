"""Rendering of a comparison: two articles laid out side by side.

`compared_sides` splits a comparison into its sides; `next_link`, `pick` and `other_end` walk its
links; `lay_out_side` cuts a side into rows, `lay_out_pair` both, with `align` and `chain`;
`Follow` says where one side scrolls when the other is moved; `draw_side`, `draw_head` and
`draw_rule` give styled cells.
"""

from tui.render.comparison.align import align
from tui.render.comparison.chain import chain
from tui.render.comparison.choice import (
    Choice,
    apart_at,
    by_strength,
    next_link,
    other_end,
    pick,
    walkable,
)
from tui.render.comparison.follow import Follow, aligned_tops
from tui.render.comparison.pair_layout import (
    Motion,
    PairLayout,
    TextPlace,
    lay_out_pair,
    place_at,
    row_of,
)
from tui.render.comparison.side import (
    SIDES,
    SIGNS,
    ComparedSide,
    Show,
    Side,
    compared_sides,
    linked_sentences,
    other_side,
    shown_sides,
)
from tui.render.comparison.side_heads import (
    HEAD_ROWS,
    MEETS,
    SideHead,
    SideHeadInk,
    draw_head,
    draw_rule,
)
from tui.render.comparison.side_layout import SideLayout, SideRow, lay_out_side
from tui.render.comparison.side_rows import (
    SideInk,
    SideView,
    draw_side,
    gutter_width,
    is_marked,
    is_noted,
)
from tui.render.comparison.tick_places import tick_places

__all__ = [
    "HEAD_ROWS",
    "MEETS",
    "SIDES",
    "SIGNS",
    "Choice",
    "ComparedSide",
    "Follow",
    "Motion",
    "PairLayout",
    "Show",
    "Side",
    "SideHead",
    "SideHeadInk",
    "SideInk",
    "SideLayout",
    "SideRow",
    "SideView",
    "TextPlace",
    "align",
    "aligned_tops",
    "apart_at",
    "by_strength",
    "chain",
    "compared_sides",
    "draw_head",
    "draw_rule",
    "draw_side",
    "gutter_width",
    "is_marked",
    "is_noted",
    "lay_out_pair",
    "lay_out_side",
    "linked_sentences",
    "next_link",
    "other_end",
    "other_side",
    "pick",
    "place_at",
    "row_of",
    "shown_sides",
    "tick_places",
    "walkable",
]
