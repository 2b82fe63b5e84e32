"""The names of authors, out of what a page states as such."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from search.page.authors import inner_names, is_name, names_of
from search.page.days.dates import find_dates
from search.page.outlet_names import is_outlet
from search.text.clean import one_line
from search.word_lists import alternation, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

_MOST_WORDS = 6
_LONGEST = 400
_ADDRESS = re.compile(r"\(?\b(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?<!\w)@\w+", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]")
_READ_TIME = re.compile(r"\b\d{1,3}[ -]min(?:ute)?s?\b(?: read)?", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;|•·\n]\s*|\s*/\s*|\s+[–—-]\s+|\s*,\s*(?=and\b|&)")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]")


def author_names(texts: Iterable[str], itself: AbstractSet[str]) -> tuple[str, ...]:
    """Give the persons, or bodies that sign, that texts name as authors, each once, in order.

    `By`, roles, addresses and handles are cut off; the outlet is no author, nor any other, nor
    an office such as `Staff`. Empty if nobody is named. Cost: linear.

    Args:
        texts: one or several names each, clean and in one line.
        itself: names of the page's outlet, casefolded.
    """
    found: dict[str, str] = {}
    for text in texts:
        for name in _names(_bare(text)):
            known = name.casefold()
            if not _nobody(known, itself) and known not in found:
                found[known] = name
    return tuple(found.values())


def _bare(text: str) -> str:
    """Cut off what is no name: brackets, addresses, handles, and `By` before it."""
    if len(text) > _LONGEST:
        return ""
    text = _BRACKETED.sub(" ", _ADDRESS.sub(" ", _READ_TIME.sub(" ", unescape(text))))
    if dates := find_dates(text):
        text = _weekday().sub("", text[: dates[0].start])
    return _opening().sub("", one_line(text)).strip(" ,;:.|")


def _names(text: str) -> list[str]:
    """Part a text into the names it lists, up to what follows them."""
    found: list[str] = []
    for part in _PARTS.split(text):
        pieces = [one for one in _joins().split(_opening().sub("", part)) if one]
        if not found and _is_turned(part):
            last, first = part.split(", ")
            pieces = [f"{first} {last}"]
        for place, piece in enumerate(pieces):
            name = piece.strip(" ,;:.*|-–—")
            told = names_of(name) if len(name.split()) > 1 else ()
            if told:
                found.extend(told)
            elif not place and part is text and _may_sign(name):
                found.append(name)  # one word, small letters or a body's: stated, so taken
            elif is_name(name, signed=True):
                found.append(name)
    return found or [*inner_names(text)]


def _is_turned(part: str) -> bool:
    """Tell whether a part is one name, the family's before a comma: `Doe, Jane`."""
    halves = part.split(", ")
    return len(halves) == 2 and " " not in halves[0] and is_name(f"{halves[1]} {halves[0]}")  # noqa: PLR2004 - both sides of one comma


def _may_sign(name: str) -> bool:
    """Tell whether a text that is stated to name an author may do so: a word, or no small one."""
    words = name.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and bool(_WORD.search(name))
        and not _DIGIT.search(name)
        and (len(words) == 1 or not any(word[0].islower() for word in words))
    )


def _nobody(name: str, itself: AbstractSet[str]) -> bool:
    """Tell whether a casefolded name is an outlet's, the page's own, an office or what one does."""
    plain = name.removeprefix("the ")
    if plain in itself or name in itself or is_outlet(name) or name in _words("nobody"):
        return True
    *others, last = (word.strip(".,") for word in plain.split())
    if last in _words("trades"):
        return True
    whose = " ".join(others)
    return last in _roles() and (whose in itself or is_outlet(whose) or _roles().issuperset(others))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word_lists("formats/web/page_words")["authors"][kind])


@cache
def _roles() -> frozenset[str]:
    return frozenset(word_lists("page/boilerplate")["bylines"]["roles"])


@cache
def _weekday() -> re.Pattern[str]:
    """Match the day of the week at the end, which stands before a date."""
    days = alternation(
        day for names in word_lists("page/days/dates")["weekdays"] for day in names.split()
    )
    return re.compile(rf"(?<!\w)(?:{days})[\s,.]*\Z", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    opens = alternation(
        one for one in word_lists("page/boilerplate")["bylines"]["opens"] if len(one) > 1
    )
    return re.compile(rf"^\s*(?:{opens})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)


@cache
def _joins() -> re.Pattern[str]:
    joins = alternation(word_lists("page/boilerplate")["bylines"]["joins"])
    return re.compile(rf"\s*,\s*|\s+(?:{joins})\s+", re.IGNORECASE)
