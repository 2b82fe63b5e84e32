"""Days and times as pages and addresses write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from search.page.days.date_grammar import ALIKE, RUNS, grammar, month_offsets, with_plain_digits
from search.untrusted import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

Label: TypeAlias = Literal["published", "updated", "other"]

_YEARS = re.compile(r"\d{4}|年")
_NOON = 12
_OLDEST, _PERSIAN, _BUDDHIST = 1600, 1500, 2400
"""Years of our calendar are later than the first; those of Iran's end, and Thailand's begin."""
_BEFORE_CHRIST = 543
_THAI = re.compile("[\u0e00-\u0e7f]")
_KNOWN_YEAR, _KNOWN_SPRING = 1400, date(2021, 3, 21)
_CYCLE, _LEAPS = 33, (1, 5, 9, 13, 17, 22, 26, 30)
_LONG_MONTHS = 6
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class DateFound:
    """A day, perhaps with its time, and where in a line it stands.

    Attributes:
        start, stop: half-open, in code points, with the label and the time.
        iso: `YYYY-MM-DD`, or a full time when the line says time and zone.
        label: what the line calls it, None when it doesn't; `other` is a day of no edition, on
            which somebody read or saved the page, or something takes place.
    """

    start: int
    stop: int
    iso: str
    label: Label | None


def find_dates(line: str) -> tuple[DateFound, ...]:
    """Find every full date of a line, in order; one that reads two ways is not among them.

    `3/4/2019` is a day in March or in April, so it is left out; `14/3/2019` is not.
    Cost: linear.
    """
    if not _YEARS.search(line):
        return ()
    line = with_plain_digits(line)
    known = grammar()
    found: list[DateFound] = []
    done = 0
    for begin in _beginnings(line):
        match = known.day.match(line, begin) if begin >= done else None
        if match is None:
            continue
        day = _day(match)
        start, stop = match.span()
        named = known.label.search(line[max(done, start - 40) : start])
        if day is None or (_inside_word(line, start) and not named):
            continue
        iso = day.isoformat()
        if after := known.time_after.match(line, stop):
            stop = after.end()
            iso = _moment(day, after) or iso
        elif before := known.time_before.search(line[max(done, start - 40) : start]):
            start -= len(before[0])
            iso = _moment(day, before) or iso
        label: Label | None = None
        if named := known.label.search(line[max(done, start - 40) : start]):
            label = _label(named, line[stop : stop + 40])
            start -= len(named[0])
        done = stop
        found.append(DateFound(start, stop, iso, label))
    return tuple(found)


def _label(named: re.Match[str], following: str) -> Label:
    """Give what a day is called, unless what follows says that it is that of an electronic book."""
    if named["others"] or grammar().book.match(following):
        return "other"
    return "updated" if named["updated"] else "published"


def _beginnings(line: str) -> Iterator[int]:
    """Yield the places where a date could begin, in order: numbers and names of months."""
    for run in RUNS.finditer(line):
        start, letters = run.start(), run[0]
        if letters[0].isdecimal():
            yield start
        elif letters[-2:] in grammar().eras:
            yield run.end() - 2
        else:
            for offset in month_offsets(letters):
                yield start + offset


def _inside_word(line: str, start: int) -> bool:
    """Tell whether a date begins inside a word, unless it was glued on: `PublishedMay 3, 2023`, `Friday3 May`."""
    before, first = line[max(0, start - 1) : start], line[start]
    if not before.isalpha() or (before.islower() and first.isupper()):
        return False
    return not grammar().weekday.search(line[max(0, start - 20) : start])


def date_in_address(address: str) -> str | None:
    """Give the day an address speaks of, `YYYY-MM-DD`, or None.

    `/2019/03/14/` says it, and so do eight digits by themselves, `/20190314/` or `-20190314`; `/2019/03/` does when a run of digits in the last part begins with
    a day of that same month (`190314…` or `20190314…`).
    """
    path = address.partition("?")[0]
    for form in (_PATH_DAY, _PATH_DIGITS):
        if full := form.search(path):
            return _iso(full["year"], full["month"], full["day"])
    if month := _PATH_MONTH.search(path):
        prefix = month["year"] + month["month"]
        for digits in re.findall(r"\d{6,}", path.rsplit("/", 1)[-1]):
            for head in (prefix, prefix[2:]):
                if digits.startswith(head):
                    return _iso(month["year"], month["month"], digits[len(head) : len(head) + 2])
    return None


_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATH_DAY = re.compile(rf"/{_YEAR}[/-](?P<month>\d\d?|[a-z]{{3}})[/-](?P<day>\d\d?)(?=[/.\-_]|$)")
_PATH_DIGITS = re.compile(
    r"[/_-](?P<year>199\d|20[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/._-]|$)"
)
_PATH_MONTH = re.compile(rf"/{_YEAR}[/-]?(?P<month>\d\d)/")
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _iso(year: str, month: str, day: str) -> str | None:
    if month in _SHORT_MONTHS:
        month = str(_SHORT_MONTHS.index(month) + 1)
    try:
        return date(_number(year), _number(month), _number(day)).isoformat()
    except ValueError:
        return None


def _day(match: re.Match[str]) -> date | None:
    for form in "aeg":
        if match[form + "m"]:
            return _real(_year(match, form), _number(match[form + "m"]), _number(match[form + "d"]))
    for form in "bcfh":
        if match[form + "y"]:
            name = match[form + "m"].rstrip(".")
            return _of_month(name, _number(match[form + "y"]), _number(match[form + "d"]))
    first, second = _number(match["dx"]), _number(match["dm"])
    year = _number(match["dy"])
    if match["dsep"] == "." or first == second or first > _MONTHS:
        return _real(year, second, first)  # dots are written only where the day comes first
    return _real(year, first, second) if second > _MONTHS else None


def _year(match: re.Match[str], form: str) -> int:
    if match["era"]:
        return grammar().eras[match["era"]] + (_number(match["of_era"]) or 1)
    return _number(match[form + "y"])


def _of_month(name: str, year: int, day: int) -> date | None:
    """Give the day of a month that is named, in the calendar that its year and name are of."""
    lowered = name.translate(ALIKE).lower()
    months, persian = grammar().months, grammar().persian
    month = months.get(lowered) or months.get(f"{lowered}.")
    if month and _OLDEST <= year < _BUDDHIST:
        return _real(year, month, day)
    if month and year >= _BUDDHIST and _THAI.match(name):
        return _real(year - _BEFORE_CHRIST, month, day)
    if year < _PERSIAN and (month := persian.get(lowered)):
        return _of_persian(year, month, day)
    return None


def _of_persian(year: int, month: int, day: int) -> date | None:
    """Give a day of the solar calendar of Iran, by its cycle of 33 years, true for 1343 to 1472."""
    if day > (31 if month <= _LONG_MONTHS else 30):
        return None
    days = 31 * (month - 1) - max(0, month - 1 - _LONG_MONTHS) + day - 1
    leaps = _persian_leaps(year) - _persian_leaps(_KNOWN_YEAR)
    return _KNOWN_SPRING + timedelta(days=365 * (year - _KNOWN_YEAR) + leaps + days)


def _persian_leaps(year: int) -> int:
    """Count the leap years before a year of the calendar of Iran."""
    whole, rest = divmod(year, _CYCLE)
    return len(_LEAPS) * whole + sum(leap < rest for leap in _LEAPS)


def _number(digits: str | None) -> int:
    return whole_number(digits or "") or 0


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moment(day: date, match: re.Match[str]) -> str | None:
    """Give the full time, if the match names a zone."""
    hour = _number(match["hour"])
    if half := match["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half[0] in "pP" else 0)
    clock = time(hour, _number(match["minute"]), _number(match["second"]))
    naive = datetime.combine(day, clock)
    zone = _zone(_offset(match) or grammar().zones.get((match["zone"] or "").lower(), ""))
    return naive.replace(tzinfo=zone).isoformat() if zone else None


def _offset(match: re.Match[str]) -> str:
    """Give the offset that a time states, as `+01:00`; empty without one."""
    if match["greenwich"]:
        sign = "+" if match["sign"] == "+" else "-"
        return f"{sign}{match['shift'].zfill(2)}:{match['shifted'] or '00'}"
    offset = match["offset"] or ""
    return f"{offset}:00" if len(offset) == len("+01") else offset


@cache
def _zone(name: str) -> tzinfo | None:
    if not name:
        return None
    if name[0] not in "+-":
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - rarely needed

        try:
            return ZoneInfo(name)
        except ZoneInfoNotFoundError:
            return None
    hours, minutes = _number(name[1:3]), _number(name[-2:])
    shift = timedelta(hours=hours, minutes=minutes)
    if shift >= timedelta(days=1):
        return None
    return timezone(-shift if name[0] == "-" else shift) if shift else UTC
