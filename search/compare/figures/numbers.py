"""Numbers in a sentence, in figures and in words: counts, money, shares, measures, ages and days."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import table
from search.compare.figures.currency import SIGNS
from search.compare.figures.number_context import surroundings
from search.compare.figures.number_extent import Extent, hedged, range_joins
from search.compare.figures.number_kinds import Number, told
from search.compare.figures.number_words import is_scale_word, number_words, scales, small, tens
from search.compare.figures.words_beside import words_after, words_before
from search.untrusted import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.annotated_article import Word
    from search.compare.figures.number_context import Surroundings

_DIGITS = re.compile(
    r"(\d+(?:,\d{3})*(?:\.\d+)?)(k|mn?|bn?|tn?|[cf]|[kc]m|mm|[km]ph|k?m2|kg|ft|lbs?)?"
)
"""With what is written on to them: a scale, degrees (`40C`) or another unit (`5km`)."""
_OF_MONEY = {"b", "t"}
"""Scales that are written on to money only: `$5B`, but room 5B."""
_BEFORE_SIGN = re.compile(r"[ \u00a0\u202f]?(?:k|Mds?|M)[€$£]")
"""A scale between figures and the sign of a currency: `14 M€`, `2 Md€`."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""As most of Europe writes them: `1.000`; English writes three decimals hardly ever."""
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})*|\d+")
_SCALED = re.compile(r"(\d+)(k|mn?|bn?|tn?|[kc]m|mm|[km]ph|k?m2|kg|ft|lbs?)")
_NARROW = {" ", "\u00a0", "\u202f", "\u2009", "'", "’"}
_PART = re.compile(r"[ \u00a0-]([1-9])\s?/\s?([2-9])\b")
_LAST_DAY = 31


@cache
def _months() -> dict[str, int]:
    return {
        name[:length]: number
        for number, name in enumerate(table("numbers")["months"], start=1)
        for length in (3, 4, len(name))
    }


def numbers(words: Sequence[Word], text: str) -> tuple[Number, ...]:
    """Give the numbers of a sentence, in order; years, times and `one` are none.

    `text` is that of the block in which the words stand. Cost: linear.
    """
    return tuple(_read(words, text))


def _read(words: Sequence[Word], text: str) -> Iterator[Number]:
    k = 0
    while k < len(words):
        day = _day(words, k)
        if day is not None:
            value, last = day
            start, stop = words[k].start, words[last - 1].stop
            around = _around(words, range(k, last), text)
            before, about = (
                tuple(words_before(words, k, text)),
                tuple(words_after(words, last, text)),
            )
            yield Number("day", value, "", about, start, stop, before, around=around)
            k = last
            continue
        value, last = _value(words, k, text)
        if last == k:
            k += 1
            continue
        least, most, last = _ends(words, k, last, value, text)
        number = told(words, k, last, most, text)
        if number is not None:
            yield _placed(number, words, k, last, text, least / most if most else 1.0)
        k = last


def _placed(
    number: Number, words: Sequence[Word], k: int, last: int, text: str, least: float
) -> Number:
    """Give a number with what stands around it, and how far it reaches; `least` is what of it a range begins with."""
    end = next((i for i in range(last, len(words)) if words[i].start >= number.stop), len(words))
    while k and words[k - 1].start >= number.start:
        k -= 1  # Rs. 500
    if number.kind != "age":
        number = number._replace(before=tuple(words_before(words, k, text)))
    extent = Extent(least) if least < 1 else hedged(words, k, number.value / number.size)
    return number._replace(around=_around(words, range(k, end), text), extent=extent)


def _ends(
    words: Sequence[Word], k: int, last: int, value: float, text: str
) -> tuple[float, float, int]:
    """Give the least and the most that the number in words `k` to `last` says, and the place after it.

    Both are one, but for a range: `15 to 25`, `$140-$150 million`, `between $140 million and $150 million`.
    """
    for unit in (0, 1):
        place = last + unit
        skipped = range_joins(words, k, place, value, text)
        if skipped < 0 or place + skipped >= len(words):
            continue
        most, end = _value(words, place + skipped, text)
        same = not unit or (end < len(words) and words[end].form == words[last].form)
        same &= not text.startswith("%", words[last - 1].stop) or text.startswith(
            "%", words[end - 1].stop
        )
        if end == place + skipped or not same:
            continue
        scale = scales().get(words[end - 1].form, 1) if words[last - 1].form not in scales() else 1
        least = value * scale if value * scale < most else value
        return (least, most, end) if least < most else (value, value, last)
    return value, value, last


def _around(words: Sequence[Word], place: range, text: str) -> Surroundings:
    return surroundings(words, place, text, number_words())


def _day(words: Sequence[Word], k: int) -> tuple[float, int] | None:
    """Read `23 January`, `Jan. 23rd`; give the value and the place after it."""
    if k + 1 >= len(words):
        return None
    for month, day in ((k, k + 1), (k + 1, k)):
        number = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", words[day].form)
        name = words[month]
        if (
            number
            and name.capitalised
            and name.form in _months()
            and 1 <= (said := whole_number(number[1]) or 0) <= _LAST_DAY
        ):
            return 100.0 * _months()[name.form] + said, k + 2
    return None


def _value(words: Sequence[Word], k: int, text: str) -> tuple[float, int]:
    """Read the number that begins at word `k`; give it and the place after, `k` for none."""
    form = words[k].form
    last = k + 1
    if written := _in_figures(words, k, text):
        value, last = written
    elif form in small():
        value = float(small()[form])
    elif form in tens():
        value = float(tens()[form])
        if last < len(words) and text[words[k].stop : words[last].start] in {"-", " "}:
            unit = {"one": 1, **small()}.get(words[last].form, 0)
            if 0 < unit < 10:  # noqa: PLR2004 - twenty-one, not twenty-ten
                value, last = value + unit, last + 1
    elif is_scale_word(form) and k and words[k - 1].form == "a":
        value = float(scales()[form])
    else:
        return 0.0, k
    value, last = _with_half(words, k, last, value, text)
    if last < len(words) and _BEFORE_SIGN.match(text, words[last - 1].stop):
        scale = "bn" if words[last].form.startswith("md") else words[last].form
        return value * scales()[scale], last + 1
    while last < len(words) and is_scale_word(words[last].form):
        value, last = value * scales()[words[last].form], last + 1
    return value, last


def _with_half(
    words: Sequence[Word], k: int, last: int, value: float, text: str
) -> tuple[float, int]:
    """Read on where a fraction follows: `4 1/2`, `4-1/2`, `four and a half`."""
    if [word.form for word in words[last : last + 3]] == ["and", "a", "half"]:
        return value + 0.5, last + 3
    if words[k].form.isdigit() and (part := _PART.match(text, words[last - 1].stop)):
        over, under = (whole_number(part[at]) or 0 for at in (1, 2))
        return (value + over / under, last + 2) if under else (value, last)
    return value, last


def _in_figures(words: Sequence[Word], k: int, text: str) -> tuple[float, int] | None:
    """Read the figures that word `k` begins with, and the scale that is written on to them."""
    form = words[k].form
    if _THOUSANDS.fullmatch(form):
        return float(re.sub(r"\D", "", form)), k + 1
    if _DECIMAL_COMMA.fullmatch(form):
        return float(form.replace(",", ".")), k + 1
    if point := _point(words, k, text):
        value = float(f"{form.replace(',', '')}.{point[1]}")
        return value * scales().get(point[2], 1), k + 2
    if (digits := _DIGITS.fullmatch(form)) and _scaled(digits[2], words[k], words[k], text):
        value = float(digits[1].replace(",", "")) * scales().get(digits[2] or "", 1)
        return _with_thousands(words, k, value, text)
    return None


def _scaled(letters: str | None, first: Word, last: Word, text: str) -> bool:
    """Tell whether the letters on figures, if there are any, are a scale or stand for degrees: no cents."""
    if letters in _OF_MONEY:
        return text[first.start - 1 : first.start] in {*SIGNS}
    return letters not in {"c", "f"} or text[last.stop - 1].isupper()


def _point(words: Sequence[Word], k: int, text: str) -> re.Match[str] | None:
    """Match what follows the point in a number that its scale is written on to: `1.5bn`."""
    if k + 1 >= len(words) or not _WHOLE.fullmatch(words[k].form):
        return None
    point = _SCALED.fullmatch(words[k + 1].form)
    joined = text[words[k].stop : words[k + 1].start] == "."
    return point if joined and point and _scaled(point[2], words[k], words[k + 1], text) else None


def _with_thousands(words: Sequence[Word], k: int, value: float, text: str) -> tuple[float, int]:
    """Read on where thousands are parted by a space or an apostrophe: `10 000`."""
    last = k + 1
    while (
        last < len(words)
        and re.fullmatch(r"\d{3}", words[last].form)
        and text[words[last - 1].stop : words[last].start] in _NARROW
    ):
        value, last = 1000 * value + float(words[last].form), last + 1
    return value, last
