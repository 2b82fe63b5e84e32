"""Which numbers are one number, told otherwise: converted to another unit, or rounded."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.compare.figures.number_kinds import Number

Values: TypeAlias = "Mapping[tuple[str, str], Mapping[float, Sequence[float]]]"
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
    return {
        key: {size: sorted(values) for size, values in sizes.items()}
        for key, sizes in found.items()
    }


def is_among(number: Number, others: Values) -> bool:
    """Tell whether others have a number; a measure also where it was converted and rounded."""
    return any(
        _near(values, number.value, 0.0 if size == number.size else _slack(number))
        for size, values in others.get((number.kind, number.unit), {}).items()
    )


def _near(values: Sequence[float], value: float, slack: float) -> bool:
    place = bisect_left(values, value - slack)
    return place < len(values) and values[place] <= value + slack


def _slack(number: Number) -> float:
    least = 1.0 if number.unit == "temperature" else 0.0
    return max(least, abs(number.value) * _CONVERTED)


def is_rounded(one: Number, other: Number) -> bool:
    """Tell whether two numbers may differ by rounding: 14.2 and 14, 3,012 and 3,000; not 30 and 31."""
    if one.kind in {"day", "age"}:
        return False
    a, b = one.value / one.size, other.value / other.size
    fine, coarse = sorted((_step(a), _step(b)))
    can = one.size == other.size and (coarse >= _ROUND or fine < 1)
    return can and abs(a - b) < min(coarse / 2, _ROUNDING * max(abs(a), abs(b)))


def _step(value: float) -> float:
    """Give what the last digit of a number that is no zero is worth: 1,000 in 14,000, 0.1 in 3.5."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 10.0**exponent if isinstance(exponent, int) else 0.0
