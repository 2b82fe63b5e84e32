"""Days and times that a page marks as such, and whether they are of an update."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.formats.web.beside_story import stands_beside
from search.formats.web.element_text import element_text
from search.page.days.dates import find_dates
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

_FOUR_DIGITS = re.compile(r"\d{4}")
_UPDATES = re.compile(r"updat|modif|revis", re.IGNORECASE)
_PUBLISHES = re.compile(r"publi|posted|entry-date|created", re.IGNORECASE)
_OF_A_DAY = frozenset({"datepublished", "datemodified", "datecreated", "uploaddate"})
_OF_DUBLIN_CORE = frozenset({"date", "issued", "created", "modified"})
_OF_ELSE = re.compile(r"start|end|valid|birth|death|expire|event|door", re.IGNORECASE)
"""Properties of days on which something takes place."""
_MICROFORMATS = frozenset({"published", "updated", "dt-published", "dt-updated"})
"""Classes of hAtom and h-entry whose elements give a time in an attribute."""
_IN_DATA = ("data-datetime", "data-date", "data-timestamp", "data-published", "data-time")
"""Attributes in which programs find the time that an element shows in words."""
_CLASS_OF_DAY = re.compile(
    r"(?:^|[\s_-])(?:publi(?:shed|cation)|posted|post|entry|article|story|pub)[_-]{0,2}(?:date|time|on|at)"
    r"|(?:^|\s)published(?:$|\s)",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"(?:^|[\s_-])(?:today|todays|current)(?:[_-]{0,2}date)?(?:$|[\s_-])"
    r"|(?:^|[\s_-])(?:header|masthead|topbar)[_-]{1,2}date(?:$|\s)|date[_-]{0,2}today",
    re.IGNORECASE,
)
_LONGEST_TODAY = 60
_MOST_WORDS = 9
"""Words besides the day of a line that is a date's; in more, a story tells of a day."""
_LEAST_SENTENCE = 4
_LONGEST = 100
_BEFORE = 40
"""Characters before a time in which a word may say what it is of."""


@dataclass(frozen=True, slots=True)
class TimeTag:
    """A day or a time as it stands in an attribute or, where there is none, in an element."""

    value: str
    updated: bool


def time_tag(
    element: HtmlElement, of_story: Collection[HtmlElement] = frozenset()
) -> TimeTag | None:
    """Read an element that gives a day or a time of the page; None for any other.

    Days of comments, of other stories and of events aren't the page's, nor are those that a sentence
    tells of. Cost: constant.
    """
    prop = _property(element)
    marked = prop in _OF_A_DAY
    value = _value(element, marked=marked)
    if not value or (prop and not marked and _OF_ELSE.search(prop)):
        return None
    said = one_line(clean(value[:_LONGEST]))
    if not said or (not marked and (_is_told(element, said) or stands_beside(element, of_story))):
        return None
    own = element.get("class") or ""
    return TimeTag(said, _is_update(element, f"{prop} {own}", said))


def _property(element: HtmlElement) -> str:
    """Give what an element is said to be, as microdata or RDFa, without its vocabulary's name."""
    if prop := (element.get("itemprop") or "").lower():
        return prop
    for name in (element.get("property") or "").lower().split()[:4]:
        vocabulary, _, own = name.rpartition(":")
        if vocabulary in {"dc", "dcterms", "dct"} and own in _OF_DUBLIN_CORE:
            return "datemodified" if own == "modified" else "datepublished"
        if own in _OF_A_DAY:
            return own
    return ""


def _value(element: HtmlElement, *, marked: bool) -> str:
    """Give the day or time as it stands in an attribute, else in the element."""
    called = element.get("class") or ""
    if element.tag == "time" or marked:
        value = element.get("datetime") or (marked and element.get("content")) or ""
        shown = "" if _FOUR_DIGITS.search(value) else element_text(element)
        return shown if _FOUR_DIGITS.search(shown) else value or shown
    if not _MICROFORMATS.isdisjoint(called.lower().split()):
        if titled := element.get("datetime") or element.get("title"):
            return titled
    elif not called or not _CLASS_OF_DAY.search(called):
        return ""
    return next((kept for name in _IN_DATA if (kept := element.get(name))), "")


def shows_today(element: HtmlElement) -> bool:
    """Tell whether an element is the date of the day on which a page was shown, by its name."""
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    return called != " " and _TODAY.search(called) is not None


def _is_told(element: HtmlElement, said: str) -> bool:
    """Tell whether a sentence tells of a day, or says that it is of something else."""
    around, before = element.getparent(), element.getprevious()
    head = (before.tail if before is not None else around.text if around is not None else "") or ""
    tail = (element.tail or "")[:_LONGEST].lstrip()
    dates = find_dates(f"{one_line(clean(head[-_BEFORE:]))} {said}")
    label = next((found.label for found in dates if found.label), None)
    if label:
        return label == "other"
    words = len(head[-_LONGEST:].split()) + len(tail.split())
    return words > _MOST_WORDS or (tail[:1] == "." and words >= _LEAST_SENTENCE)


def _is_update(element: HtmlElement, own: str, said: str) -> bool:
    """Tell by what an element is called, by the words before it, and by what is around it."""
    if _UPDATES.search(own) or _PUBLISHES.search(own):
        return not _PUBLISHES.search(own)
    around, before = element.getparent(), element.getprevious()
    text = (before.tail if before is not None else around.text if around is not None else "") or ""
    words = one_line(clean(text[-_BEFORE:]))
    for found in find_dates(f"{words} {said}"):
        if found.label:
            return found.label == "updated"
    called = "" if around is None else around.get("class") or ""
    return bool(_UPDATES.search(called)) and not _PUBLISHES.search(called)
