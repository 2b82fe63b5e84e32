"""Two tellings of one story, laid out facing each other: pure layout, no widget.

`tell` takes a comparison apart into its sides; `choose` walks its links; `sheet` cuts a side
into rows, `spread` both, with `align` and `chain`; `follow` says where one side stands when the
other is moved; `draw` and `heads` give styled cells.
"""

from tui.render.comparison.align import align
from tui.render.comparison.chain import chain
from tui.render.comparison.choice import Choice, counterpart, pick, step
from tui.render.comparison.follow import Follow, opening
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
    other,
)
from tui.render.comparison.side_heads import HEAD_ROWS, MEETS, SideHead, SideHeadInk, head, rule
from tui.render.comparison.side_layout import SideLayout, SideRow, lay_out_side
from tui.render.comparison.side_rows import SideInk, SideView, draw_side, gutter

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
    "chain",
    "compared_sides",
    "counterpart",
    "draw_side",
    "gutter",
    "head",
    "lay_out_pair",
    "lay_out_side",
    "linked_sentences",
    "opening",
    "other",
    "pick",
    "place_at",
    "row_of",
    "rule",
    "step",
]
