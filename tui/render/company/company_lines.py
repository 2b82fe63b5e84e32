"""Collocates and clusters of a word as lines, with small bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.keyword_line import bar
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from search import UseRow, UseTable
    from tui.render.count_bars import CountInk

_GAP = 1


def company_lines(
    table: UseTable, width: int, height: int, styles: CountInk
) -> list[list[Segment]]:
    """Give the rows that fit below a heading, with bars as long as what is measured, else counted."""
    if not table.rows:
        return [[Segment(clip(table.none, width), styles.heading)]]
    shown = [_row(row) for row in table.rows[: max(0, height - 1)]]
    lines = [[Segment(clip(table.title, width), styles.heading)]]
    if not shown:
        return lines
    digits = max(len(told) for _, _, told in shown)
    label = min(max(cell_len(word) for word, _, _ in shown), max(1, (width - digits) * 2 // 3))
    cells = max(0, width - label - digits - 2 * _GAP)
    most = max(1, round(max(size for _, size, _ in shown) * 10))
    for word, size, told in shown:
        name = clip(word, label)
        drawn = bar(max(0, round(size * 10)), most, cells)
        lines.append(
            [
                Segment(name + " " * (label - cell_len(name) + _GAP), styles.name),
                Segment(drawn + " " * (cells - len(drawn) + _GAP), styles.bar),
                Segment(told.rjust(digits), styles.number),
            ]
        )
    return lines


def _row(row: UseRow) -> tuple[str, float, str]:
    """Give a label, the length of its bar, and the figures beside it."""
    if row.measure is None:
        return safe(row.label), float(row.times), f"×{row.times:,}"
    return safe(row.label), row.measure, f"{row.measure:4.1f} ×{row.times:,}"
