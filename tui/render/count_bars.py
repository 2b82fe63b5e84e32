"""Counts by source and by month, as lines with small bars."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from search import UseRow
from tui.render.article_facts import NO_DATE
from tui.render.keyword_line import bar
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from search import UseTable

_FRAME = 3
"""Lines that are not counts: two headings and a blank line."""
_TWO_COLUMNS_FROM = 60
_BETWEEN = 3


class CountInk(NamedTuple):
    """The styles of counts."""

    heading: Style
    name: Style
    bar: Style
    number: Style


def count_bars(
    sources: UseTable, months: UseTable, width: int, height: int, styles: CountInk
) -> list[list[Segment]]:
    """Give the counts of sources, most first, and of months, oldest first, in `height` lines.

    They stand side by side if that is wide enough, else one below the other. Months that don't fit
    are added up to years. A last line sums up the sources or years that don't fit. The bars of
    sources and of months have different scales. What is measured stands beside the counts.
    """
    if width >= _TWO_COLUMNS_FROM:
        left = (width - _BETWEEN) // 2
        right = width - _BETWEEN - left
        first = _section(sources, (left, height), styles)
        second = _section(_fitted(months, height - 1), (right, height), styles)
        return [
            [*_filled(a or [], left + _BETWEEN, styles), *(b or [])]
            for a, b in zip_longest(first, second)
        ]
    room = max(0, height - _FRAME)
    months = _fitted(months, max(room // 2, room - len(sources.rows)))
    share = min(len(sources.rows), max(room - len(months.rows), (room + 1) // 2))
    return [
        *_section(sources, (width, share + 1), styles),
        [],
        *_section(months, (width, room - share + 1), styles),
    ][:height]


def _section(table: UseTable, size: tuple[int, int], styles: CountInk) -> list[list[Segment]]:
    width, height = size
    lines = [
        [Segment(clip(table.title, width), styles.heading)],
        *_counts(table.rows, (width, height - 1), styles),
    ]
    return lines[: max(0, height)]


def _filled(line: list[Segment], width: int, styles: CountInk) -> list[Segment]:
    cells = sum(segment.cell_length for segment in line)
    return [*line, Segment(" " * max(0, width - cells), styles.name)]


def _fitted(months: UseTable, height: int) -> UseTable:
    """Give the months if they fit into so many lines, else the years."""
    if len(months.rows) <= height:
        return months
    years: Counter[str] = Counter()
    for row in months.rows:
        years[row.label if row.label == NO_DATE else row.label[:4]] += row.times
    rows = tuple(UseRow(label, times) for label, times in years.items())
    return months._replace(title="Years", rows=rows)


def _counts(rows: Sequence[UseRow], size: tuple[int, int], styles: CountInk) -> list[list[Segment]]:
    width, height = size
    if not rows or height <= 0:
        return []
    shown = rows if len(rows) <= height else rows[: height - 1]
    most = max(row.times for row in rows)
    numbers = _numbers(shown)
    digits = max(map(len, numbers), default=0)
    widest = max((cell_len(clip(row.label, width)) for row in shown), default=0)
    label = min(widest, max(1, (width - digits - 2) * 2 // 3))
    cells = max(0, width - label - digits - 2)
    lines = [
        _count(row.label, number, styles, (label, cells, digits), bar(row.times, most, cells))
        for row, number in zip(shown, numbers, strict=True)
    ]
    if len(shown) < len(rows):
        left = rows[len(shown) :]
        total = sum(row.times for row in left)
        lines.append([Segment(clip(f"and {len(left):,} more: {total:,}", width), styles.number)])
    return lines


def _numbers(rows: Sequence[UseRow]) -> list[str]:
    """Give the counts and, where something is measured, that beside them, in columns."""
    digits = len(f"{max((row.times for row in rows), default=0):,}")
    numbers = [f"{row.times:>{digits},}" for row in rows]
    measures = ["" if row.measure is None else f"{row.measure:,.1f}" for row in rows]
    if not any(measures):
        return numbers
    wide = max(map(len, measures), default=0)
    return [f"{one} {measure:>{wide}}" for one, measure in zip(numbers, measures, strict=True)]


def _count(
    name: str, number: str, styles: CountInk, widths: tuple[int, int, int], drawn: str
) -> list[Segment]:
    label, cells, digits = widths
    name = clip(name, label)
    return [
        Segment(name + " " * (label - cell_len(name) + 1), styles.name),
        Segment(drawn + " " * (cells - len(drawn) + 1), styles.bar),
        Segment(number.rjust(digits), styles.number),
    ]
