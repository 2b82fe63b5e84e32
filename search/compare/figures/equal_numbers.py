"""Which numbers are one number, told otherwise: converted to another unit, or rounded."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from search.compare.figures.number_extent import step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.compare.figures.number_kinds import Number

Values: TypeAlias = "Mapping[tuple[str, str], Mapping[float, Sequence[float]]]"
BARE = "bare", ""
"""The kind of numbers that nothing follows."""
_CONVERTED = 0.05
"""Share by which a measure may differ that was converted to another unit and rounded."""
_ROUNDING = 0.025
"""Share by which rounding may change a number."""
_ROUND = 100
"""What the last digit of a whole number is worth at least, for it to count as rounded."""


def values_of(numbers: Sequence[Number]) -> Values:
    """Give the values of each kind and unit in order, those of a measure by how it is written."""
    found: defaultdict[tuple[str, str], defaultdict[float, list[float]]]
    found = defaultdict(lambda: defaultdict(list))
    for number in numbers:
        found[number.kind, number.unit][number.size].append(number.value)
        if number.kind == "count" and not number.around.head:
            found[BARE][1.0].append(number.value)
    return {
        key: {size: sorted(values) for size, values in sizes.items()}
        for key, sizes in found.items()
    }


def is_among(number: Number, others: Values) -> bool:
    """Tell whether others have a number; a measure also where it was converted and rounded.

    What a bare number counts isn't said: `Ann ran 226 yards, Bob 101`.
    """
    if number.value / number.size in others.get(BARE, {}).get(1.0, ()):
        return True
    return any(
        _near(values, number.value, 0.0 if size == number.size else _slack(number))
        for size, values in others.get((number.kind, number.unit), {}).items()
    )


def _near(values: Sequence[float], value: float, slack: float) -> bool:
    place = bisect_left(values, value - slack)
    return place < len(values) and values[place] <= value + slack


def _meet(one: Number, other: Number) -> bool:
    """Tell whether one number is among what the other may stand for: `more than 10` and 12, `15 to 25` and 20."""
    here, there = _span(one), _span(other)
    return here[0] <= there[1] and there[0] <= here[1]


def _span(number: Number) -> tuple[float, float]:
    ends = number.value * number.extent.least, number.value * number.extent.most
    return min(ends), max(ends)


def _slack(number: Number) -> float:
    least = 1.0 if number.unit == "temperature" else 0.0
    return max(least, abs(number.value) * _CONVERTED)


def is_rounded(one: Number, other: Number) -> bool:
    """Tell whether two numbers may differ by rounding: 14.2 and 14, 3,012 and 3,000; not 30 and 31."""
    if one.kind in {"day", "age"}:
        return False
    if _meet(one, other):
        return True
    a, b = one.value / one.size, other.value / other.size
    fine, coarse = sorted((step(a), step(b)))
    can = one.size == other.size and (coarse >= _ROUND or fine < 1)
    return can and abs(a - b) < min(coarse / 2, _ROUNDING * max(abs(a), abs(b)))
