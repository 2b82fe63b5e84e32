"""Padding two layouts so that linked sentences stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Sides
from tui.render.comparison.side_layout import BLANK, SideLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search import Link
    from tui.render.comparison.side_layout import SideRow


def align(layouts: Sides[SideLayout], links: Iterable[Link]) -> Sides[SideLayout]:
    """Insert blank rows into two layouts until both ends of each link stand on the same row.

    Args:
        layouts: one for each side.
        links: in order, none crossing and none sharing a sentence; see `chain`. A link is
            skipped if the link before it ends on the same row of either side, as in a fold.

    Returns:
        Layouts of one height. Each keeps all its rows, in order. Cost: linear.
    """
    gaps: Sides[list[tuple[int, int]]] = Sides([], [])
    left = right = 0
    done = (-1, -1)
    for link in links:
        ends = layouts.left.first[link.left], layouts.right.first[link.right]
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
    apart = (layouts.left.height + left) - (layouts.right.height + right)
    gaps.left.append((layouts.left.height, max(0, -apart)))
    gaps.right.append((layouts.right.height, max(0, apart)))
    return Sides(_padded(layouts.left, gaps.left), _padded(layouts.right, gaps.right))


def _padded(layout: SideLayout, gaps: Sequence[tuple[int, int]]) -> SideLayout:
    """Insert blank rows: (before which row, how many), in order."""
    rows: list[SideRow] = []
    first: list[int] = []
    begin = sentence = 0
    for row, count in gaps:
        while sentence < len(layout.first) and layout.first[sentence] < row:
            first.append(layout.first[sentence] + len(rows) - begin)
            sentence += 1
        rows.extend(layout.rows[begin:row])
        rows.extend([BLANK] * count)
        begin = row
    return SideLayout(tuple(rows), tuple(first))
