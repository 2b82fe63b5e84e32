"""One entry of a list of articles, with a bar if it is the current one and a rule below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render.rows.article_row import RowStyles, row

if TYPE_CHECKING:
    from search import Hit
    from tui.remembered import RowForm
    from tui.render.shade import Shades

_GUTTER = 2
_BROAD, _TALL = 66, 30
"""Cells and lines from which entries with excerpts need fewer lines, and may have more."""
_RULED = 3
"""Lines from which an entry has a rule below it."""


def entry_height(form: RowForm, width: int, height: int) -> int:
    """Tell how many lines an entry has in a list of this size, in cells and lines."""
    if form != "full":
        return 1 if form == "compact" else 2
    if width < _BROAD:
        return 6
    return 5 if height >= _TALL else 4


def list_entry(
    hit: Hit | None, width: int, height: int, shades: Shades, bar: str, sign: str, others: int = 0
) -> list[Strip]:
    """Draw the `height` lines of one entry, each `width` cells; of more than two, the last is a rule.

    Args:
        hit: the article to show; None while it isn't loaded.
        width: in cells.
        height: in lines; one holds title and facts side by side.
        shades: the styles of a row, and `chosen`, `bar` and `rule`.
        bar: the sign of the current row, empty for others.
        sign: stands before the source.
        others: how many other sources have the story.
    """
    told = height - 1 if height >= _RULED else height
    plain = base = shades.base
    room = max(1, width - _GUTTER - 1)
    gutter = Segment(" " * _GUTTER, base)
    if bar:
        base += shades["chosen"]
        gutter = Segment(bar.ljust(_GUTTER), base + shades["bar"])
    if hit is None:
        lines = [[Segment("…", base)], *([] for _ in range(told - 1))]
    else:
        styles = RowStyles(*(shades[name] for name in RowStyles._fields))
        bold = Style(bold=True) if bar else Style()
        styles = RowStyles(
            base + styles.title + bold, base + styles.facts, base + styles.text, styles.match
        )
        lines = row(hit, room, told, styles, sign, others)
    strips = [Strip([gutter, *cells]).adjust_cell_length(width, base) for cells in lines]
    if told < height:
        rule = Segment("─" * room, plain + shades["rule"])
        strips.append(Strip([Segment(" " * _GUTTER, plain), rule, Segment(" ", plain)]))
    return strips
