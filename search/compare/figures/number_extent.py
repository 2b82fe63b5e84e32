"""How far a number reaches: a range, or one that words such as `more than` and `about` leave open."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word

_OPEN, _CLOSE = 0.25, 0.1
"""Shares of a number that `more than` may add to it at most, and that it may miss by `nearly` and `about`."""
_JOINED = re.compile(r"\s?[-–—]\s?[$€£¥₽₹]?")
"""What joins both ends of a range without a word."""
_YEARS = range(1900, 2100)


class Extent(NamedTuple):
    """The least and the most that a number may stand for, as parts of its value."""

    least: float = 1.0
    most: float = 1.0


def step(value: float) -> float:
    """Give what the last digit of a number that is no zero is worth: 1,000 in 14,000, 0.1 in 3.5."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 10.0**exponent if isinstance(exponent, int) else 0.0


def hedged(words: Sequence[Word], first: int, value: float) -> Extent:
    """Give what a number stands for by the words before it. Cost: constant.

    A round number may stand for others that have its digits: `more than 10` for up to 12½, `nearly 200` for
    180 and more, `about 50` for 45 to 55; but `at least 23` not for 24.
    """
    one = words[first - 1].form if first else ""
    two = f"{words[first - 2].form} {one}" if first > 1 else ""
    three = f"{words[first - 3].form} {two}" if first > 2 else ""  # noqa: PLR2004 - as many as
    said = {one, two, three}
    digit = 0.999 * step(value) / value if value else 0.0
    hedges = table("hedges")
    if said & {*hedges["above"]}:
        return Extent(1.0, 1 + min(_OPEN, digit))
    if said & {*hedges["below"]}:
        return Extent(1 - min(_CLOSE, digit), 1.0)
    if said & {*hedges["near"]}:
        about = min(_CLOSE, digit / 2)
        return Extent(1 - about, 1 + about)
    return Extent()


def range_joins(words: Sequence[Word], first: int, last: int, value: float, text: str) -> int:
    """Tell after how many words the other end of a range would follow the number in words `first` to `last`.

    None follow a year. `from 10 to 20` says what changed and is no range. Cost: constant.

    Returns:
        0 where the other end follows a dash, 1 after `to`, or `and` in `between 10 and 20`; -1 where no range can be.
    """
    if last >= len(words) or (value in _YEARS and words[first].form.isdigit()):
        return -1
    before = words[first - 1].form if first else ""
    if _JOINED.fullmatch(text[words[last - 1].stop : words[last].start]):
        return 0
    between = words[last].form == "and" and before == "between"
    to = words[last].form == "to" and before not in {"from", "by"}
    return 1 if between or to else -1
