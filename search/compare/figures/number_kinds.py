"""What sort of number one is, by what stands around it: money, a share, a measure, an age or a count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search.compare.english import table
from search.compare.figures.currency import currency
from search.compare.figures.number_context import Surroundings
from search.compare.figures.number_extent import Extent
from search.compare.figures.number_words import percent
from search.compare.figures.words_beside import APART, words_after
from search.untrusted import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.annotated_article import Word

Kind: TypeAlias = Literal["count", "money", "share", "day", "measure", "age"]

_YEARS = range(1900, 2100)
_AGES = range(1, 121)
_AFTER_NAME = re.compile(r"\s?(?:, |\()")
"""What stands between a name and an age alone: `Ann Lee, 34, said`, `Ann Lee (34)`."""
_TIME = re.compile(
    r"\s?(?:(?i:[ap]\.? ?m)\b|(?:(?:[ABCEIJKMP]|A[CEW]|NZ)[SD]T|CET|Uhr)\b|(?i:gmt|utc|o.clock)\b)"
)
"""What follows the hour in a time of day."""
_PERCENT = re.compile(r"[ \u00a0\u202f]?[%％٪]")
_DEGREES = re.compile(r"\s?°\s?([CF])\b")
_BROKEN = "\ufffd"
"""What stands for a character that was lost when the text was decoded: of `4½`, the half."""
_A_HOUR = re.compile(r"/h\b")
_SLASH = re.compile(r"\s?/\s?")
_POINTS = {"percentage": 1.0, "basis": 0.01}
_JOINED_UNIT = re.compile(r"[\d.,]+([a-z]{2,}2?|m2)")
"""A unit that is written on to figures: `5km`; an `m` there is a million."""
_SQUARE = {"square", "sq"}
_NAUTICAL_MILE = 1852.0
_HOUR = 3600.0
"""In metres and seconds."""
_NEAR = 3
"""Words of a name before its last that are looked at."""


class Number(NamedTuple):
    """A number where it stands.

    Attributes:
        kind: what sort of number.
        value: comparable among numbers of one kind and unit; month · 100 + day of a day.
        unit: the sign of the currency, or the dimension of a measure (`length`), else empty.
        size: how many of the unit of its dimension the unit of a measure is, as it is written; else 1.
        about: stems of the words after it that may say what is counted, nearest first, each
            with the offset where it ends.
        before: stems of the content words before it in its clause, nearest first: what costs, grew
            or fell; of an age, of the name that it follows.
        around: the words around it.
        extent: how far it reaches.
        start, stop: offsets in the block.
    """

    kind: Kind
    value: float
    unit: str
    about: tuple[tuple[str, int], ...]
    start: int
    stop: int
    before: tuple[str, ...] = ()
    size: float = 1.0
    around: Surroundings = Surroundings()
    extent: Extent = Extent()


def told(words: Sequence[Word], k: int, last: int, value: float, text: str) -> Number | None:
    """Classify the number in words `k` to `last`; None for a year, a time, or what is broken. Cost: constant."""
    place = _Place(words, k, last, text, value)
    slashed = _SLASH.match(text, place.stop) and not _A_HOUR.match(text, place.stop)
    if slashed or _SLASH.search(text, max(0, place.start - 2), place.start):
        return None
    if _BROKEN in text[max(0, place.start - 1) : place.stop + 1]:
        return None
    if _is_label(place):
        return None
    for kind in (_money, _share, _fraction, _temperature, _measure, _age):
        if found := kind(place):
            return found
    year = value in _YEARS and words[k].form.isdigit()
    about = place.about(last)
    time = ":" in text[max(0, place.start - 1) : place.stop + 1] or _TIME.match(text, place.stop)
    if year or time:
        return None
    return Number("count", value, "", about, place.start, place.stop)


def _is_label(at: _Place) -> bool:
    """Tell whether a number tells one thing from others: `AK-47`, `Article 50`, a telephone, the season of 2008-09."""
    if at.form(at.first)[0] == "0" and at.form(at.first).isdigit():
        return True
    if at.form(at.last)[:1].isdigit() and at.text[at.stop : at.words[at.last].start].isspace():
        return True
    if (at.form(at.first - 2), at.form(at.first - 1)) == ("group", "of"):
        return at.words[at.first - 2].capitalised  # the Group of Seven
    if not at.first or not at.form(at.first)[0].isdigit():
        return False
    before = at.words[at.first - 1]
    gap = at.text[before.stop : at.start]
    if before.form.isdigit() and gap.isspace():
        return True
    if gap in APART and (before.form[-1].isalpha() or whole_number(before.form) in _YEARS):
        return True
    return (
        gap.isspace() and before.capitalised and before.form in table("numbers")["beside"]["labels"]
    )


class _Place(NamedTuple):
    """A number that is to be classified: words `first` to `last` of a sentence, and what they are worth."""

    words: Sequence[Word]
    first: int
    last: int
    text: str
    value: float

    @property
    def start(self) -> int:
        return self.words[self.first].start

    @property
    def stop(self) -> int:
        return self.words[self.last - 1].stop

    def form(self, k: int) -> str:
        """Give a word's form, empty where there is no such word."""
        return self.words[k].form if 0 <= k < len(self.words) else ""

    def about(self, first: int) -> tuple[tuple[str, int], ...]:
        """Give what is counted, said by the words from one on."""
        return tuple(words_after(self.words, first, self.text))


def _money(at: _Place) -> Number | None:
    found = currency(at.words, at.first, at.last, at.text)
    if found is None:
        return None
    named = found.after > at.last
    about = at.about(found.after - named)[named:]
    return Number("money", at.value, found.unit, about, found.start, found.stop)


def _share(at: _Place) -> Number | None:
    if sign := _PERCENT.match(at.text, at.stop):
        return Number("share", at.value, "", at.about(at.last), at.start, sign.end())
    if at.form(at.last) in percent():
        end = at.last + 1
    elif f"{at.form(at.last)} {at.form(at.last + 1)}" in percent():
        end = at.last + 2
    elif at.form(at.last) in _POINTS and at.form(at.last + 1) in {"point", "points"}:
        size, end = _POINTS[at.form(at.last)], at.last + 2
        stop = at.words[end - 1].stop
        return Number("share", at.value * size, "points", at.about(end), at.start, stop, size=size)
    else:
        return None
    return Number("share", at.value, "", at.about(end), at.start, at.words[end - 1].stop)


def _fraction(at: _Place) -> Number | None:
    """Read `two-thirds of voters` as a share."""
    part = table("numbers")["parts"].get(at.form(at.last))
    if part is None or at.form(at.last + 1) != "of":
        return None
    size, stop = 100 / part, at.words[at.last].stop
    about = at.about(at.last + 2)
    return Number("share", at.value * size, "", about, at.start, stop, size=size)


def _temperature(at: _Place) -> Number | None:
    """Read `40C`, `40 °C`, `104F` and `40 degrees Celsius`; its value is in degrees Celsius."""
    letter, end, stop = at.text[at.stop - 1], at.last, at.stop
    if sign := _DEGREES.match(at.text, at.stop):
        letter, end, stop = sign[1], at.last + 1, sign.end()
    elif at.form(at.last) in table("numbers")["beside"]["degrees"]:
        letter, end = at.form(at.last + 1)[:1].upper(), at.last + 2
        if at.form(at.last + 1) not in table("numbers")["beside"]["scales"]:
            return None
        stop = at.words[end - 1].stop
    if letter not in {"C", "F"}:
        return None
    below = -1 if at.text[max(0, at.start - 2) : at.start] in {" -", " −"} else 1
    size, zero = (1.0, 0) if letter == "C" else (5 / 9, 32)
    value = (below * at.value - zero) * size
    start = at.start - (below < 0)
    return Number("measure", value, "temperature", at.about(end), start, stop, size=size)


def _measure(at: _Place) -> Number | None:
    joined = _JOINED_UNIT.fullmatch(at.form(at.last - 1))
    last = at.last - 1 if joined else at.last
    words = joined[1] if joined else at.form(last), at.form(last + 1), at.form(last + 2)
    measure = table("measures").get(words[0])
    if words[0] in _SQUARE and (length := table("measures").get(words[1], ("", 0)))[0] == "length":
        measure, last = ("area", length[1] ** 2), last + 1
    elif words[0] == "nautical" and words[1] in {"mile", "miles"}:
        measure, last = ("length", _NAUTICAL_MILE), last + 1
    elif (
        measure and measure[0] == "length" and words[1] in {"a", "an", "per"} and words[2] == "hour"
    ):
        measure, last = ("speed", measure[1] / _HOUR), last + 2
    elif measure and measure[0] == "length" and _A_HOUR.match(at.text, at.words[last].stop):
        measure, last = ("speed", measure[1] / _HOUR), last + 1
    if measure is None:
        return None
    dimension, size = measure
    stop = at.words[last].stop
    about = at.about(last + 1)
    return Number("measure", at.value * size, dimension, about, at.start, stop, size=size)


def _age(at: _Place) -> Number | None:
    """Read `Ann Lee, 34, said`, `Ann Lee (34)`, `Ann Lee, aged 34` and `34-year-old Ann Lee`."""
    if at.value not in _AGES:
        return None
    if at.form(at.last) == "year" and at.form(at.last + 1) in table("numbers")["beside"]["old"]:
        stop = at.words[at.last + 1].stop
        return Number("age", at.value, "", at.about(at.last + 2), at.start, stop)
    name = at.first - 1
    aged = at.form(name) in table("numbers")["beside"]["aged"]
    name -= aged
    if name < 0 or at.words[name].stop_word or not at.form(name).isalpha():
        return None
    gap = at.text[at.words[name].stop : at.words[name + 1].start]
    alone = _AFTER_NAME.fullmatch(gap) and at.text[at.stop : at.stop + 1] in {",", ")", ".", ";"}
    if not (aged or (alone and at.form(at.first).isdigit())):
        return None
    return Number("age", at.value, "", (), at.start, at.stop, tuple(_name(at, name)))


def _name(at: _Place, last: int) -> Iterator[str]:
    """Yield the stems of a name from its last word back; of what is no name, its last word."""
    yield at.words[last].stem
    for k in range(last - 1, max(-1, last - 1 - _NEAR), -1):
        gap = at.text[at.words[k].stop : at.words[k + 1].start]
        if not (at.words[k].capitalised and gap in {" ", ". "}):
            return
        yield at.words[k].stem
