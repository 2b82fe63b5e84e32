"""In which order a page writes days in numbers: `3/5/2021` is a day in May or in March."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from search.page.addresses import host
from search.untrusted import whole_number
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<one>\d{1,2})(?P<sep>[/-])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
_MONTHS = 12
_COUNTRY = 2
"""Letters of a country's top-level domain."""


def order_of_language(language: str, address: str) -> bool | None:
    """Tell whether a page in a language writes the day before the month; None if either may be.

    English alone tells nothing, `en-GB` does. Makers of pages set `en-US` when nobody says what
    they are written in, so that counts only where the address is of no other country.

    Args:
        language: a tag, as a page states it; it may be empty.
        address: the page's; it may be empty.
    """
    orders = _orders()
    tag = language.lower().replace("_", "-")
    if tag in orders["month_first"]:
        domain = host(address).rpartition(".")[2] if address else ""
        return None if len(domain) == _COUNTRY and domain not in orders["anywhere"] else False
    if tag in orders["either"]:
        return None
    known = tag in orders["day_first"] or tag.partition("-")[0] in orders["day_first"]
    return True if known else None


def order_shown(texts: Iterable[str]) -> bool | None:
    """Tell it by the days that read one way only, `28/5/2021`; None without any, or with both.

    Cost: linear.
    """
    firsts = {
        _number(found["one"]) > _MONTHS
        for text in texts
        if "/" in text or "-" in text
        for found in _NUMERIC.finditer(text)
        if (_number(found["one"]) > _MONTHS) != (_number(found["two"]) > _MONTHS)
    }
    return firsts.pop() if len(firsts) == 1 else None


def in_one_order(text: str, *, day_first: bool | None) -> str:
    """Give a text with its days in numbers as ISO 8601 has them; as it is where no order is known."""
    if day_first is None or ("/" not in text and "-" not in text):
        return text
    return _NUMERIC.sub(partial(_as_iso, day_first=day_first), text)


def _as_iso(found: re.Match[str], *, day_first: bool) -> str:
    one, two = _number(found["one"]), _number(found["two"])
    day, month = (one, two) if day_first else (two, one)
    try:
        return date(_number(found["year"]), month, day).isoformat()
    except ValueError:
        return found[0]


def _number(digits: str) -> int:
    return whole_number(digits) or 0


@cache
def _orders() -> Mapping[str, frozenset[str]]:
    orders = word_lists("page/days/dates")["orders"]
    return {name: frozenset(tags) for name, tags in orders.items()}
