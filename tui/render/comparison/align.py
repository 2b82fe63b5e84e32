"""Two sheets padded so that linked sentences face each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Sides
from tui.render.comparison.side_layout import BLANK, SideLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search import Link
    from tui.render.comparison.side_layout import SideRow


def align(sheets: Sides[SideLayout], links: Iterable[Link]) -> Sides[SideLayout]:
    """Pad two sheets with blank rows until the two ends of each link stand on one row.

    Args:
        sheets: one for each side.
        links: in order, none crossing and none sharing a sentence; see `chain`. One whose row
            on either side is taken by the link before, as in a fold, is passed over.

    Returns:
        Sheets of one height. Each keeps all its rows, in order. Cost: linear.
    """
    gaps: Sides[list[tuple[int, int]]] = Sides([], [])
    left = right = 0
    done = (-1, -1)
    for link in links:
        ends = sheets.left.first[link.left], sheets.right.first[link.right]
        if ends[0] <= done[0] or ends[1] <= done[1]:
            continue
        done = ends
        apart = (ends[0] + left) - (ends[1] + right)
        if apart < 0:
            gaps.left.append((ends[0], -apart))
            left -= apart
        elif apart > 0:
            gaps.right.append((ends[1], apart))
            right += apart
    apart = (sheets.left.height + left) - (sheets.right.height + right)
    gaps.left.append((sheets.left.height, max(0, -apart)))
    gaps.right.append((sheets.right.height, max(0, apart)))
    return Sides(_padded(sheets.left, gaps.left), _padded(sheets.right, gaps.right))


def _padded(sheet: SideLayout, gaps: Sequence[tuple[int, int]]) -> SideLayout:
    """Insert blank rows: (before which row, how many), in order."""
    rows: list[SideRow] = []
    first: list[int] = []
    begin = sentence = 0
    for row, count in gaps:
        while sentence < len(sheet.first) and sheet.first[sentence] < row:
            first.append(sheet.first[sentence] + len(rows) - begin)
            sentence += 1
        rows.extend(sheet.rows[begin:row])
        rows.extend([BLANK] * count)
        begin = row
    return SideLayout(tuple(rows), tuple(first))
