"""Counts by source and by month, as lines with small bars."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.article_facts import NO_DATE, UNKNOWN_SOURCE
from tui.render.keyword_line import bar
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style

    Counts = Sequence[tuple[str | None, int]]
    Rates = Mapping[str | None, float]

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
    sources: Counts,
    months: Counts,
    width: int,
    height: int,
    styles: CountInk,
    rates: Rates | None = None,
) -> list[list[Segment]]:
    """Give the counts of sources, most first, and of months, oldest first, in `height` lines.

    They stand side by side if that is wide enough, else one below the other. Months that don't fit
    are added up to years. A last line sums up the sources or years that don't fit. The bars of
    sources and of months have different scales. None stands for an unknown source or date. `rates`
    stand beside the counts of sources.
    """
    if width >= _TWO_COLUMNS_FROM:
        left = (width - _BETWEEN) // 2
        right = width - _BETWEEN - left
        first = _section(_heading(rates), sources, UNKNOWN_SOURCE, (left, height), styles, rates)
        second = _section(*_fitted(months, height - 1), NO_DATE, (right, height), styles)
        return [
            [*_filled(a or [], left + _BETWEEN), *(b or [])] for a, b in zip_longest(first, second)
        ]
    room = max(0, height - _FRAME)
    heading, months = _fitted(months, max(room // 2, room - len(sources)))
    share = min(len(sources), max(room - len(months), (room + 1) // 2))
    return [
        *_section(_heading(rates), sources, UNKNOWN_SOURCE, (width, share + 1), styles, rates),
        [],
        *_section(heading, months, NO_DATE, (width, room - share + 1), styles),
    ][:height]


def _heading(rates: Rates | None) -> str:
    return "Sources, and in 10,000 words" if rates else "Sources"


def _section(
    heading: str,
    counts: Counts,
    unknown: str,
    size: tuple[int, int],
    styles: CountInk,
    rates: Rates | None = None,
) -> list[list[Segment]]:
    width, height = size
    lines = [
        [Segment(clip(heading, width), styles.heading)],
        *_counts(counts, unknown, (width, height - 1), styles, rates),
    ]
    return lines[: max(0, height)]


def _filled(line: list[Segment], width: int) -> list[Segment]:
    cells = sum(segment.cell_length for segment in line)
    return [*line, Segment(" " * max(0, width - cells))]


def _fitted(months: Counts, height: int) -> tuple[str, Counts]:
    """Give the months if they fit into so many lines, else the years, with their heading."""
    return ("Months", months) if len(months) <= height else ("Years", _years(months))


def _years(months: Counts) -> Counts:
    years: Counter[str | None] = Counter()
    for month, count in months:
        years[month[:4] if month else None] += count
    return list(years.items())


def _counts(
    counts: Counts,
    unknown: str,
    size: tuple[int, int],
    styles: CountInk,
    rates: Rates | None,
) -> list[list[Segment]]:
    width, height = size
    if not counts or height <= 0:
        return []
    shown = counts if len(counts) <= height else counts[: height - 1]
    most = max(count for _, count in counts)
    numbers = _numbers(shown, rates)
    digits = max(map(len, numbers), default=0)
    labelled = [(name if name is not None else unknown, count) for name, count in shown]
    widest = max((cell_len(clip(name, width)) for name, _ in labelled), default=0)
    label = min(widest, max(1, (width - digits - 2) * 2 // 3))
    cells = max(0, width - label - digits - 2)
    lines = [
        _count(name, number, styles, (label, cells, digits), bar(count, most, cells))
        for (name, count), number in zip(labelled, numbers, strict=True)
    ]
    if len(shown) < len(counts):
        left = counts[len(shown) :]
        total = sum(count for _, count in left)
        lines.append([Segment(clip(f"and {len(left):,} more: {total:,}", width), styles.number)])
    return lines


def _numbers(counts: Counts, rates: Rates | None) -> list[str]:
    """Give the counts and, where there are rates, these beside them, in columns."""
    digits = len(f"{max((count for _, count in counts), default=0):,}")
    numbers = [f"{count:>{digits},}" for _, count in counts]
    if not rates:
        return numbers
    told = [f"{rate:,.1f}" if (rate := rates.get(name)) is not None else "" for name, _ in counts]
    wide = max(map(len, told), default=0)
    return [f"{number} {rate:>{wide}}" for number, rate in zip(numbers, told, strict=True)]


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
