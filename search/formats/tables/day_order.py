"""Whether the days of a table are written day first or month first, as `3/4/2019` alone doesn't say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.untrusted import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERS = re.compile(r"\s*([0-3]?\d)([/-])([0-3]?\d)\2((?:1[6-9]|20|21)\d\d)(?!\d)", re.ASCII)
_MONTHS = 12


def day_first(texts: Iterable[str]) -> bool | None:
    """Tell whether days in numbers begin with the day, by those that can't be read the other way.

    None if there are none, or such of both kinds.
    """
    orders: set[bool] = set()
    for text in texts:
        if (found := _NUMBERS.match(text)) is None:
            continue
        first, second = (whole_number(found[group]) or 0 for group in (1, 3))
        if (first > _MONTHS) != (second > _MONTHS):
            orders.add(first > _MONTHS)
    return orders.pop() if len(orders) == 1 else None


def ordered_day(text: str, *, first: bool) -> str:
    """Give a text with the day in numbers that it begins with, if it does, as ISO 8601."""
    found = _NUMBERS.match(text)
    if found is None:
        return text
    day, month = (found[1], found[3]) if first else (found[3], found[1])
    return f"{found[4]}-{month:0>2}-{day:0>2}{text[found.end() :]}"
