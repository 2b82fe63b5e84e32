"""One entry of a list of articles, with a bar if it is the current one and a rule below."""

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
    """Draw the `height` lines of one entry, each `width` cells; the last is the rule below it.

    Args:
        hit: the article to show; None while it isn't loaded.
        width: in cells.
        height: in lines, at least two.
        shades: the styles of a row, and `chosen`, `bar` and `rule`.
        bar: the sign of the current row, empty for others.
        sign: stands before the source.
        others: how many other sources have the story.
    """
    plain = base = shades.base
    room = max(1, width - _GUTTER - 1)
    gutter = Segment(" " * _GUTTER, base)
    if bar:
        base += shades["chosen"]
        gutter = Segment(bar.ljust(_GUTTER), base + shades["bar"])
    if hit is None:
        lines = [[Segment("…", base)], *([] for _ in range(height - 2))]
    else:
        styles = RowStyles(*(shades[name] for name in RowStyles._fields))
        bold = Style(bold=True) if bar else Style()
        styles = RowStyles(
            base + styles.title + bold, base + styles.facts, base + styles.text, styles.match
        )
        lines = row(hit, room, height - 1, styles, sign, others)
    rule = Segment("─" * room, plain + shades["rule"])
    return [
        *(Strip([gutter, *cells]).adjust_cell_length(width, base) for cells in lines),
        Strip([Segment(" " * _GUTTER, plain), rule, Segment(" ", plain)]),
    ]
