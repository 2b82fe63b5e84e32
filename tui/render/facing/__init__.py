"""Two tellings of one story, laid out facing each other: pure layout, no widget.

`tell` takes a comparison apart into its sides, `choose` walks its links, `sheet` cuts a side
into rows, `chain` picks the links that don't cross, `align` pads two sheets so that linked
sentences face each other, and `follow` says where one side stands when the other is scrolled.
"""

from tui.render.facing.align import align
from tui.render.facing.chain import chain
from tui.render.facing.choose import Choice, counterpart, pick, step
from tui.render.facing.follow import Follow, opening
from tui.render.facing.sheet import Row, Sheet, sheet
from tui.render.facing.tell import SIGNS, Show, Side, Telling, mirror, other, tell

__all__ = [
    "SIGNS",
    "Choice",
    "Follow",
    "Row",
    "Sheet",
    "Show",
    "Side",
    "Telling",
    "align",
    "chain",
    "counterpart",
    "mirror",
    "opening",
    "other",
    "pick",
    "sheet",
    "step",
    "tell",
]
