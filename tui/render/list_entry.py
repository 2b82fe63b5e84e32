"""One article of a list as it stands there: a bar when it is the current one, a rule below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render.article_row import RowStyles, row

if TYPE_CHECKING:
    from search import Hit
    from tui.render.shade import Shades

_GUTTER = 2


def list_entry(
    hit: Hit | None, width: int, height: int, shades: Shades, bar: str, sign: str, others: int = 0
) -> list[Strip]:
    """Paint the `height` lines of one row, each `width` cells, the rule below it the last.

    Args:
        hit: what it shows; None while it hasn't come.
        width: cells.
        height: lines, at least two.
        shades: with the styles of a row, and `chosen`, `bar` and `rule`.
        bar: the sign of the current row, empty for others.
        sign: stands before the facts.
        others: how many other sources tell the story.
    """
    ground = base = shades.base
    room = max(1, width - _GUTTER - 1)
    gutter = Segment(" " * _GUTTER, base)
    if bar:
        base += shades["chosen"]
        gutter = Segment(bar.ljust(_GUTTER), base + shades["bar"])
    if hit is None:
        lines = [[Segment("…", base)], *([] for _ in range(height - 2))]
    else:
        styles = RowStyles(*(shades[name] for name in RowStyles._fields))
        heavy = Style(bold=True) if bar else Style()
        styles = RowStyles(
            base + styles.title + heavy, base + styles.facts, base + styles.text, styles.match
        )
        lines = row(hit, room, height - 1, styles, sign, others)
    rule = Segment("─" * room, ground + shades["rule"])
    return [
        *(Strip([gutter, *cells]).adjust_cell_length(width, base) for cells in lines),
        Strip([Segment(" " * _GUTTER, ground), rule, Segment(" ", ground)]),
    ]
