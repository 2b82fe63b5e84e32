"""Who wrote it: bylines, and names that stand alone beside a date."""

from __future__ import annotations

import re
from functools import cache

from search.formats.dates import find_dates
from search.formats.outlets import is_outlet
from search.formats.tables import alternation, table

_LONGEST = 160
_NAME_WORD = r"(?:[^\W\d_a-z][\w.'’-]*|(?:de|del|della|di|da|dos|das|du|la|le|van|von|der|den|ter|bin|ibn|al|el|ben|zu|y|e|af|av|st\.)(?=[ -]))"
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}")
_MOST_NAME_WORDS = 5


def byline_names(text: str) -> tuple[str, ...]:
    """Give the names of a byline, `By X, Y and Z`; empty if the line is none."""
    if len(text) > _LONGEST:
        return ()
    match = _opening().match(text)
    return names_of(text[match.end() :]) if match else ()


def is_open_byline(text: str) -> bool:
    """Tell whether a line is only a byline's beginning, `By`: the names follow on the next."""
    return bool(_opening().fullmatch(f"{text} "))


def names_of(text: str) -> tuple[str, ...]:
    """Give the personal names a text lists, up to the first thing that is none.

    A name has two to five words, each with a capital; agencies, outlets, offices and the
    words of a menu are left out. Initials such as `mm/aw` are no names.
    """
    dates = find_dates(text)
    if dates:
        text = text[: dates[0].start]
    found: list[str] = []
    for part in _joins().split(_ends().split(text, maxsplit=1)[0]):
        name = part.strip(" ,;:.*\u2022|-–—")
        if not name:
            continue
        if not is_name(name):
            break
        if name not in found:
            found.append(name)
    return tuple(found)


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's name and nothing else."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_NAME_WORDS or not _NAME.fullmatch(text):  # noqa: PLR2004
        return False
    if is_outlet(text):
        return False
    data = table("furniture")
    stops = {*data["bylines"]["roles"], *data["menu"]}
    return not any(word.strip(".,").lower() in stops for word in words)


@cache
def _opening() -> re.Pattern[str]:
    opens = alternation(table("furniture")["bylines"]["opens"])
    return re.compile(rf"\W{{0,2}}(?:(?i:{opens})\s?:?\s+|By(?=[A-Z]))")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(alternation(table("furniture")["bylines"]["ends"]), re.IGNORECASE)


@cache
def _joins() -> re.Pattern[str]:
    joins = alternation(table("furniture")["bylines"]["joins"])
    return re.compile(rf"\s*[,;]\s*(?:(?:{joins})\s+)?|\s+(?:{joins})\s+", re.IGNORECASE)
