"""Dates and date ranges in a query."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from search.errors import QueryError
from search.query.cite_input import cite
from search.query.tree import DateRange
from search.text import Span
from search.untrusted import whole_number

if TYPE_CHECKING:
    from search.query.lex import Lexeme

DATE_FIELDS = frozenset({"date", "after", "before", "newer"})

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")
_AGE = re.compile(r"(\d{1,4})([dwmy])\Z")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


class DateError(ValueError):
    """Why a date can't be read, in words for the user."""


def date_term(text: str, mark: Lexeme, value: Lexeme, today: date) -> DateRange:
    """Read a field of days with its value, of a query's text; raise QueryError."""
    try:
        return DateRange(
            Span(mark.span.start, value.span.stop), *days(mark.text, value.text, today)
        )
    except DateError as fault:
        raise QueryError(text, value.span.start, str(fault)) from None


def partial(text: str) -> tuple[date, date]:
    """Give the first and last day of `2019`, `2019-02` or `2019-02-08`; raise DateError."""
    match = _PARTIAL.match(text)
    if match is None:
        raise DateError(f'"{cite(text)}" is no date; write 2019, 2019-02 or 2019-02-08')
    year, month, day = (whole_number(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        raise DateError(f'there is no such date as "{cite(text)}"') from None


def days(field: str, text: str, today: date) -> tuple[date | None, date | None]:
    """Read the value of a field of days: the first and the last it means, None for an open side.

    `field` is one of date, after, before and newer; `today` is what the last counts from. Raises
    DateError.
    """
    match field:
        case "date":
            return between(text)
        case "after":
            return partial(text)[0], None
        case "before":
            first = partial(text)[0]
            return None, first.fromordinal(max(1, first.toordinal() - 1))
        case _:
            return newer(text, today), None


def between(text: str) -> tuple[date | None, date | None]:
    """Read `2019-02`, `2019-02..2019-05`, `2019-02..` or `..2019-05`; raise DateError."""
    low, dots, high = text.partition("..")
    if not dots:
        return partial(text)
    if not low and not high:
        raise DateError("a range wants a date on at least one side of ..")
    first = partial(low)[0] if low else None
    last = partial(high)[1] if high else None
    if first and last and first > last:
        raise DateError(f"the range ends before it begins; write {high}..{low}")
    return first, last


def newer(text: str, today: date) -> date:
    """Give the first day of the last `3d`, `2w`, `6m` (of 30 days) or `1y`; raise DateError."""
    match = _AGE.match(text)
    if match is None:
        raise DateError(f'"{cite(text)}" is no age; write 3d, 2w, 6m or 1y')
    try:
        return today - timedelta(days=(whole_number(match[1]) or 0) * _DAYS[match[2]])
    except OverflowError:
        return date.min
