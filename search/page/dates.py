"""Days and times as pages and addresses write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from search.untrusted import whole_number
from search.word_lists import alternation, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

Label: TypeAlias = Literal["published", "updated"]

_PARTED = re.compile(r"\d[-/.년年]|[년年]")
_LETTERS = re.compile(r"[^\W\d_]+")
_RUNS = re.compile(r"\d+|[^\W\d_]+")
_LONGEST_NAME = 16
_TAIL = 3
_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that a pattern which ignores case takes for plain ones."""
_YEARS = re.compile(r"\d{4}")
_NOON = 12
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class DateFound:
    """A day, perhaps with its time, and where in a line it stands.

    Attributes:
        start, stop: half-open, in code points, with the label and the time.
        iso: `YYYY-MM-DD`, or a full time when the line says time and zone.
        label: what the line calls it, None when it doesn't.
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
    grammar = _grammar()
    found: list[DateFound] = []
    done = 0
    for begin in _beginnings(line):
        match = grammar.day.match(line, begin) if begin >= done else None
        if match is None:
            continue
        done = match.end()
        day = _day(match, grammar.months)
        if day is None or _inside_word(line, match.start()):
            continue
        start, stop, iso = match.start(), match.end(), day.isoformat()
        if after := grammar.time_after.match(line, stop):
            stop = after.end()
            iso = _moment(day, after) or iso
        elif before := grammar.time_before.search(line[max(0, start - 40) : start]):
            start -= len(before[0])
            iso = _moment(day, before) or iso
        label: Label | None = None
        if named := grammar.label.search(line[max(0, start - 40) : start]):
            label = "updated" if named["updated"] else "published"
            start -= len(named[0])
        found.append(DateFound(start, stop, iso, label))
    return tuple(found)


def may_date(piece: str) -> bool:
    """Tell whether a date could be written with a piece of a line that has no space in it.

    Every date has such a piece: the name of a month, or a number and what parts it from another.
    """
    if _PARTED.search(piece):
        return True
    return any(map(month_offsets, _LETTERS.findall(piece)))


@lru_cache(maxsize=1 << 14)
def month_offsets(letters: str) -> tuple[int, ...]:
    """Give where in a run of letters the name of a month begins that it ends with, in order."""
    lowered = letters.translate(_ALIKE).lower()
    names = _grammar().months
    if lowered[-_TAIL:] not in _tails():
        return ()
    return tuple(
        i for i in range(max(0, len(lowered) - _LONGEST_NAME), len(lowered)) if lowered[i:] in names
    )


@cache
def _tails() -> frozenset[str]:
    """Give the last letters of all names of months."""
    return frozenset(name[-_TAIL:] for name in _grammar().months)


def _beginnings(line: str) -> Iterator[int]:
    """Yield the places where a date could begin, in order: numbers and names of months."""
    for run in _RUNS.finditer(line):
        start, letters = run.start(), run[0]
        if letters[0].isdecimal():
            yield start
        else:
            for offset in month_offsets(letters):
                yield start + offset


def _inside_word(line: str, start: int) -> bool:
    """Tell whether a date begins inside a word, unless it was glued on: `PublishedMay 3, 2023`."""
    before, first = line[max(0, start - 1) : start], line[start]
    return before.isalpha() and not (before.islower() and first.isupper())


def date_in_address(address: str) -> str | None:
    """Give the day an address speaks of, `YYYY-MM-DD`, or None.

    `/2019/03/14/` says it; `/2019/03/` does when a run of digits in the last part begins with
    a day of that same month (`190314…` or `20190314…`).
    """
    path = address.partition("?")[0]
    if full := _PATH_DAY.search(path):
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
_PATH_MONTH = re.compile(rf"/{_YEAR}[/-]?(?P<month>\d\d)/")
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _iso(year: str, month: str, day: str) -> str | None:
    if month in _SHORT_MONTHS:
        month = str(_SHORT_MONTHS.index(month) + 1)
    try:
        return date(_number(year), _number(month), _number(day)).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Grammar:
    months: dict[str, int]
    day: re.Pattern[str]
    time_after: re.Pattern[str]
    time_before: re.Pattern[str]
    label: re.Pattern[str]
    zones: dict[str, str]


@cache
def _grammar() -> _Grammar:
    data = word_lists("page/dates")
    months = {n: i for i, names in enumerate(data["months"], 1) for n in names.split()}
    month = rf"(?:{alternation(months)})\b\.?"
    link = rf"(?:(?:{alternation(data['links'])})\ ?)?"
    year = r"(?P<{}y>(?:1[6-9]|20|21)\d\d)(?:(?!\d)|(?=\d\d? MONTH))".replace("MONTH", month)
    number = r"(?P<{}d>3[01]|[12]\d|0?[1-9])"
    zones = data["zones"]
    zone = rf"(?:\(?(?P<zone>{alternation(zones)})\b(?!\.)|(?:GMT|UTC)?(?P<offset>[+-]\d\d:?\d\d))"
    clock = (
        r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?"
        r"(?!\d)\ ?(?P<half>[ap]\.?m\b\.?)?(?:\ ?uhr)?"
    )
    clock_z = rf"{clock}(?:\ ?{zone})?"
    at = rf"(?:(?:{alternation(data['ats'])})\ )?"
    day = (
        rf"(?<![\d/.-])(?:"
        rf"{year.format('a')}(?P<sep>[-/.])(?P<am>1[0-2]|0?[1-9])(?P=sep){number.format('a')}(?![\d/.-]\d)"
        rf"|{number.format('b')}(?:st|nd|rd|th|er|º|ª|\.)?[ -]?\ ?{link}(?P<bm>{month})[ ,-]*{link}{year.format('b')}"
        rf"|(?P<cm>{month})\ ?{number.format('c')}(?:st|nd|rd|th)?,?\ {link}{year.format('c')}"
        rf"|(?P<dx>[0-3]?\d)(?P<dsep>[./-])\ ?(?P<dm>[0-3]?\d)(?P=dsep)\ ?{year.format('d')}(?![\d/-])"
        rf"|{year.format('e')}\ ?[年년]\ ?(?P<em>1[0-2]|0?[1-9])\ ?[月월]\ ?{number.format('e')}\ ?[日일]"
        rf")"
    )
    published, updated = (alternation(data[k]) for k in ("published", "updated"))
    week = alternation(w for names in data["weekdays"] for w in names.split())
    return _Grammar(
        months=months,
        day=re.compile(day, re.IGNORECASE),
        time_after=re.compile(rf"[T\ ,;|·•/–—@(-]*{at}{clock_z}", re.IGNORECASE),
        time_before=re.compile(
            rf"(?<![\d:.]){clock_z}[\ ,;|·•–—)-]*(?:(?:{week})\b[\ ,.]*)?(?:on\ )?\Z", re.IGNORECASE
        ),
        label=re.compile(
            rf"(?<!\w)(?:(?P<updated>{updated})|(?:{published}))[\ :.,|-]*(?:on\ |am\ |le\ |el\ |il\ )?(?:(?:{week})\b[\ ,.]*)?\Z",
            re.IGNORECASE,
        ),
        zones=zones,
    )


def _day(match: re.Match[str], months: dict[str, int]) -> date | None:
    for form in "abce":
        if match[form + "y"]:
            name = match[form + "m"].rstrip(".")
            month = months.get(name.translate(_ALIKE).lower()) or _number(name)
            return _real(_number(match[form + "y"]), month, _number(match[form + "d"]))
    first, second = _number(match["dx"]), _number(match["dm"])
    year = _number(match["dy"])
    if match["dsep"] == "." or first == second or first > _MONTHS:
        return _real(year, second, first)  # dots are written only where the day comes first
    return _real(year, first, second) if second > _MONTHS else None


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
    zone = _zone(match["offset"] or _grammar().zones.get((match["zone"] or "").lower(), ""))
    return naive.replace(tzinfo=zone).isoformat() if zone else None


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
