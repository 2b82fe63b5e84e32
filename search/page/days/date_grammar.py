"""How pages write days and times, as patterns, from the words in `dates.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from search.word_lists import alternation, word_lists

ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that a pattern which ignores case takes for plain ones."""
_LETTER = (
    r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0963\u0971-\u0df4\u0e31-\u0e4e])"
)
"""A letter, or a mark that writes a vowel: most scripts of India have more of these than letters."""
LETTERS = re.compile(f"{_LETTER}+")
RUNS = re.compile(rf"\d+|{_LETTER}+")
_PARTED = re.compile(r"\d[-/.년年]|[년年月]")
_LONGEST_NAME = 16
_TAIL = 3
_ZEROS = "٠۰०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐０"
_DIGITS = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns of days, times and what they are called, and the numbers of months.

    Attributes:
        months: by their names in lower case, 1 to 12.
        persian: likewise, those of the solar calendar of Iran.
        day: a day, with its parts as named groups `<form>y`, `<form>m`, `<form>d`.
        time_after, time_before: a time and its zone, at either side of a day.
        label: what a day is called, at the end of what stands before it.
        weekday: the day of the week, at the end of what stands before a day.
        weekdays: their numbers by their names in lower case, Monday 0.
        zones: offsets or places, by the names of zones in lower case.
        eras: the year before the first of each.
        book: what says that a day is that of an electronic book.
    """

    months: dict[str, int]
    persian: dict[str, int]
    day: re.Pattern[str]
    time_after: re.Pattern[str]
    time_before: re.Pattern[str]
    label: re.Pattern[str]
    weekday: re.Pattern[str]
    weekdays: dict[str, int]
    zones: dict[str, str]
    eras: dict[str, int]
    book: re.Pattern[str]


def with_plain_digits(line: str) -> str:
    """Give a line with the digits of every script as 0 to 9, each in its place."""
    return line if line.isascii() else line.translate(_DIGITS)


def may_date(piece: str) -> bool:
    """Tell whether a date could be written with a piece of a line that has no space in it.

    Every date has such a piece: the name of a month, or a number and what parts it from another.
    """
    if _PARTED.search(piece) or piece in _pieces():
        return True
    return any(word in _pieces() or month_offsets(word) for word in LETTERS.findall(piece))


@lru_cache(maxsize=1 << 14)
def month_offsets(letters: str) -> tuple[int, ...]:
    """Give where in a run of letters the name of a month begins that it ends with, in order."""
    lowered = letters.translate(ALIKE).lower()
    if lowered[-_TAIL:] not in _tails():
        return ()
    months, persian = grammar().months, grammar().persian
    return tuple(
        i
        for i in range(max(0, len(lowered) - _LONGEST_NAME), len(lowered))
        if lowered[i:] in months or lowered[i:] in persian
    )


@cache
def _tails() -> frozenset[str]:
    """Give the last letters of all names of months."""
    return frozenset(name[-_TAIL:] for name in (*grammar().months, *grammar().persian))


@cache
def _pieces() -> frozenset[str]:
    """Give the words of months whose names are several, and names with stops in them."""
    odd = (name for name in grammar().months if not LETTERS.fullmatch(name))
    return frozenset(["tháng", *(word for name in odd for word in name.split())])


def _named(rows: list[str]) -> dict[str, int]:
    """Give the numbers of months by their names, of rows from January to December."""
    named: dict[str, int] = {}
    for row in rows:
        for number, names in enumerate(row.split(), 1):
            for name in names.replace("_", " ").split("/"):
                named.setdefault(name, number)
    return named


@cache
def grammar() -> Grammar:
    """Give the patterns. Cost: some ten milliseconds, once a process."""
    data = word_lists("page/days/dates")
    months = {name: n for n, names in enumerate(data["months"], 1) for name in names.split()}
    months = _named(data["month_rows"]) | months
    months |= {name.translate(ALIKE): number for name, number in months.items()}
    zones = data["zones"]
    clock_z = _clock(zones)
    at = rf"(?:(?:{alternation(data['ats'])})\ )?"
    labels = {k: alternation(data[k]) for k in ("published", "updated", "others")}
    weekdays = {name: n for n, names in enumerate(data["weekdays"]) for name in names.split()}
    week = alternation(weekdays)
    return Grammar(
        months=months,
        persian=_named(data["persian_rows"]),
        day=re.compile(_day(months, data), re.IGNORECASE),
        time_after=re.compile(rf"[T\ ,;|·•/–—@(-]*{at}{clock_z}", re.IGNORECASE),
        time_before=re.compile(
            rf"(?<![\d:.]){clock_z}[\ ,;|·•–—)-]*(?:(?:{week})\b[\ ,.]*)?(?:on\ )?\Z", re.IGNORECASE
        ),
        label=re.compile(
            rf"(?<![^\W\d])(?:(?P<updated>{labels['updated']})|(?P<others>{labels['others']})"
            rf"|(?:{labels['published']}))[\ :.,|-]*(?:on\ |am\ |le\ |el\ |il\ )?"
            rf"(?:(?:{week})\b[\ ,.]*)?\Z",
            re.IGNORECASE,
        ),
        weekday=re.compile(rf"(?<![^\W\d])(?:{week})\Z", re.IGNORECASE),
        weekdays=weekdays,
        zones=zones,
        eras=data["eras"],
        book=re.compile(rf"\W{{0,3}}(?:{alternation(data['books'])})\b", re.IGNORECASE),
    )


def _clock(zones: dict[str, str]) -> str:
    """Give the pattern of a time, with its zone or its offset if it has one: `GMT+1`, `+0530`."""
    shift = r"(?P<sign>[+−-])(?P<shift>\d\d?)(?::?(?P<shifted>\d\d))?(?!\d)"
    offset = rf"(?:\(?(?:GMT|UTC)\ ?(?P<greenwich>{shift})|(?P<offset>[+-]\d\d:?\d\d(?!\d)|[+-]\d\d(?![\d:])))"
    zone = rf"(?:{offset}|\(?(?P<zone>{alternation(zones)})(?:\b(?!\.)|(?-i:(?=[A-Z][a-z]))))"
    clock = (
        r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?"
        r"(?!\d)\ ?(?P<half>[ap]\.?m(?:\b|(?-i:(?=[A-Z])))\.?)?(?:\ ?uhr)?"
    )
    return rf"{clock}(?:\ ?{zone})?"


def _day(months: dict[str, int], data: dict[str, Any]) -> str:
    """Give the pattern of a day in any of its forms.

    Where a month is named, any word may stand: which names there are is known by `Grammar.months`.
    """
    odd = alternation(name for name in months if not LETTERS.fullmatch(name))
    word = rf"(?:{odd}|{_LETTER}{{1,{_LONGEST_NAME}}}(?![^\W\d]|{_LETTER}))\.?"
    named = {form: rf"(?P<{form}m>{word})(?:\ ?/\ ?{word})?" for form in "bcfh"}
    link = rf"(?:(?:{alternation(data['links'])})\ |(?:{alternation(data['prefixes'])})\ ?)?"
    # A year that is glued to a time, to a number of the next day or to a count has only four digits.
    glued = (
        rf"(?:(?!\d)|(?=\d\d?[:.]\d\d(?!\d))|(?=\d\d?\ {_LETTER})|(?=\d{{{{3,6}}}}\ (?-i:[A-Z])))"
    )
    year = rf"(?P<{{}}y>(?:1[6-9]|20|21)\d\d){glued}"
    any_year = rf"(?P<{{}}y>(?:1[3-9]|2[0-6])\d\d){glued}"
    number = r"(?P<{}d>3[01]|[12]\d|0?[1-9])"
    return (
        rf"(?<![\d/.-])(?:"
        rf"{year.format('a')}(?P<sep>[-/.])(?P<am>1[0-2]|0?[1-9])(?P=sep){number.format('a')}(?:(?![\d/.-]\d)|(?=\d\d:\d\d))"
        rf"|{number.format('b')}(?:st|nd|rd|th|er|º|ª|\.)?[ -]?\ ?{link}{named['b']}[ ,،-]*{link}{any_year.format('b')}"
        rf"|{named['c']}\ ?{number.format('c')}(?:st|nd|rd|th)?[,،]?\ {link}{any_year.format('c')}"
        rf"|(?P<dx>[0-3]?\d)(?P<dsep>[./-])\ ?(?P<dm>[0-3]?\d)(?P=dsep)\ ?{year.format('d')}(?![\d/-])"
        rf"|(?:{year.format('e')}|(?P<era>{alternation(data['eras'])})\ ?(?P<of_era>\d\d?\d?|元))\ ?[年년]\ ?(?P<em>1[0-2]|0?[1-9])\ ?[月월]\ ?{number.format('e')}\ ?[日일]"
        rf"|{any_year.format('h')}\.\ gada\ {number.format('h')}\.\ {named['h']}"
        rf"|{any_year.format('f')}[.,]?\ (?:m\.\ )?{named['f']}\ {number.format('f')}(?:st|nd|rd|th|\.)?(?![\d:])"
        rf"|{number.format('g')}\ tháng\ (?P<gm>1[0-2]|0?[1-9])(?:,?\ năm|,)?\ {year.format('g')}"
        rf")"
    )
