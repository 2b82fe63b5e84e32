"""Months with their numbers of articles as bars along a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVELS = "▁▂▃▄▅▆▇█"
_CURRENT = "▓"
_WIDEST = 16
"""Cells of one month, with the gap behind it."""
_GAP_FROM = 3
"""Cells of a month from which on there is a gap between the bars."""
_LONGEST_GAP = 12
"""Months without articles in a row, that are drawn; more of them become one."""


class Bar(NamedTuple):
    """A bar: the months it stands for, `YYYY-MM`, and their articles.

    Attributes:
        first, last: the months; None for articles of unknown day.
        articles: how many.
        start, stop: its cells.
    """

    first: str | None
    last: str | None
    articles: int
    start: int
    stop: int


def month_bars(counts: Sequence[tuple[str | None, int]], width: int) -> list[Bar]:
    """Lay out the months in order of time in a line of `width` cells, undated articles last.

    Months without articles between others have bars too, but of a long gap only one. What is too
    many for the cells is added up, so that each bar has as many months. Cost: linear in the months
    that have articles.
    """
    months = [(month, count) for month, count in counts if month is not None]
    undated = sum(count for month, count in counts if month is None)
    room = width - 2 if undated and months else width
    slots = _slots(months)
    bars: list[Bar] = []
    if slots and room > 0:
        together = -(-len(slots) // room)
        wide = max(1, min(_WIDEST, room // len(slots)))
        for at in range(0, len(slots), together):
            group = slots[at : at + together]
            start = at // together * wide
            total = sum(count for _, _, count in group)
            stop = start + wide - (wide >= _GAP_FROM)
            bars.append(Bar(group[0][0], group[-1][1], total, start, stop))
    if undated and width > 1:
        start = bars[-1].stop + 1 if bars else 0
        bars.append(Bar(None, None, undated, start, start + 1))
    return bars


def bar_sign(bar: Bar, most: int, *, current: bool = False) -> str:
    """Give the character of a bar; an empty one is a space, that of undated articles `?`.

    A full one that is current is shaded, as it covers the background that marks others.
    """
    if bar.first is None:
        return "?"
    if not bar.articles:
        return " "
    sign = LEVELS[max(1, -(-bar.articles * len(LEVELS) // max(1, most))) - 1]
    return _CURRENT if current and sign == LEVELS[-1] else sign


def _slots(months: Sequence[tuple[str, int]]) -> list[tuple[str, str, int]]:
    slots: list[tuple[str, str, int]] = []
    before: int | None = None
    for month, count in months:
        number = _number(month)
        if before is not None and number > before + 1:
            between = range(before + 1, number)
            if len(between) > _LONGEST_GAP:
                slots.append((_name(between[0]), _name(between[-1]), 0))
            else:
                slots.extend((_name(one), _name(one), 0) for one in between)
        slots.append((month, month, count))
        before = number
    return slots


def _number(month: str) -> int:
    year, _, rest = month.partition("-")
    return int(year) * 12 + int(rest) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
