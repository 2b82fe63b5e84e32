"""The layout of the page that a comparison opens with, cut so that it fits without scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import SIDE_SIGNS, ReportPiece
from tui.render.panel.panel_cells import GUTTER, Cell, cut, text_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search import ReportGroup, ReportSection
    from tui.render.panel.panel_cells import Row

_BESIDE_FROM = 64
"""From this width on, in cells, the titles stand in a margin."""
_MARGIN = 12
_SIGN = 2
_LONGEST = 5
"""Rows of a line at most."""


def opening_rows(section: ReportSection, width: int, room: int) -> tuple[Row, ...]:
    """Lay out short titles with their lines, in `room` rows if that is possible.

    Lines lose their last rows until all fit, the last lines first, but keep one.
    Where there is room to spare, a blank row stands between groups. Cost: linear in the text.
    """
    margin = _MARGIN if width >= _BESIDE_FROM else 0
    space = width - margin - GUTTER - 1 - _SIGN
    heights = [len(cut(line.pieces, space, _LONGEST)) for line in section.lines]
    titles = 0 if margin else len(section.groups)
    most = _limits(heights, room - titles)
    apart = titles + sum(most) + len(section.groups) - 1 <= room
    rows: list[Row] = []
    number = 0
    for group in section.groups:
        if apart and rows:
            rows.append(())
        if not margin:
            rows.append((text_row("title", group.title, 0, width),))
        limits = most[number : number + len(group.left)]
        rows += _rows(group, (margin, width - margin), limits, number)
        number += len(group.left)
    return tuple(rows)


def _limits(heights: Sequence[int], room: int) -> list[int]:
    """Give how many rows each line may have: the last lose theirs first, but keep one."""
    most = list(heights)
    total = sum(most)
    for limit in range(_LONGEST - 1, 0, -1):
        for i in reversed(range(len(most))):
            if total > room and most[i] > limit:
                most[i] -= 1
                total -= 1
    return most


def _rows(
    group: ReportGroup, span: tuple[int, int], limits: Sequence[int], number: int
) -> Iterator[Row]:
    x, width = span
    for nth, (line, most) in enumerate(zip(group.left, limits, strict=True)):
        sign = f"{SIDE_SIGNS[line.side]} " if line.side is not None else " " * _SIGN
        for i, pieces in enumerate(cut(line.pieces, width - GUTTER - 1 - _SIGN, most)):
            lead = ReportPiece(" " * _SIGN if i else sign, "strong")
            entry = Cell(x, width, "entry", (lead, *pieces), number + nth, i == 0)
            title = x and not nth and not i
            yield (text_row("title", group.title, 0, x), entry) if title else (entry,)
