"""Two tellings of one story, laid out facing each other: pure layout, no widget.

`tell` takes a comparison apart into its sides; `choose` walks its links; `sheet` cuts a side
into rows, `spread` both, with `align` and `chain`; `follow` says where one side stands when the
other is moved; `draw` and `heads` give styled cells.
"""

from tui.render.comparison.align import align
from tui.render.comparison.chain import chain
from tui.render.comparison.choice import Choice, counterpart, pick, step
from tui.render.comparison.follow import Follow, opening
from tui.render.comparison.pair_layout import Motion, Place, Spread, find, place, spread
from tui.render.comparison.side import SIDES, SIGNS, Show, Side, Telling, meeting, other, tell
from tui.render.comparison.side_heads import HEAD_ROWS, MEETS, Head, HeadInk, head, rule
from tui.render.comparison.side_layout import Row, Sheet, sheet
from tui.render.comparison.side_rows import Ink, Leaf, draw, gutter

__all__ = [
    "HEAD_ROWS",
    "MEETS",
    "SIDES",
    "SIGNS",
    "Choice",
    "Follow",
    "Head",
    "HeadInk",
    "Ink",
    "Leaf",
    "Motion",
    "Place",
    "Row",
    "Sheet",
    "Show",
    "Side",
    "Spread",
    "Telling",
    "align",
    "chain",
    "counterpart",
    "draw",
    "find",
    "gutter",
    "head",
    "meeting",
    "opening",
    "other",
    "pick",
    "place",
    "rule",
    "sheet",
    "spread",
    "step",
    "tell",
]
