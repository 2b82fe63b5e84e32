"""Days and times that a page marks as such, and whether they are of an update."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.formats.web.element_text import element_text
from search.page.days.dates import find_dates
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UPDATES = re.compile(r"updat|modif|revis", re.IGNORECASE)
_PUBLISHES = re.compile(r"publi|posted|entry-date|created", re.IGNORECASE)
_OF_A_DAY = frozenset({"datepublished", "datemodified", "datecreated"})
_MICROFORMATS = frozenset({"published", "updated", "dt-published", "dt-updated"})
"""Classes of hAtom and h-entry whose elements give a time in an attribute."""
_LONGEST = 100
_BEFORE = 40
"""Characters before a time in which a word may say what it is of."""


@dataclass(frozen=True, slots=True)
class TimeTag:
    """A day or a time as it stands in an attribute or, where there is none, in an element."""

    value: str
    updated: bool


def time_tag(element: HtmlElement) -> TimeTag | None:
    """Read an element that gives a day or a time; None for any other."""
    prop = (element.get("itemprop") or "").lower()
    own = element.get("class") or ""
    marked = prop in _OF_A_DAY
    if element.tag == "time" or marked:
        value = element.get("datetime") or (element.get("content") if marked else None)
        value = value or element_text(element)
    elif not _MICROFORMATS.isdisjoint(own.lower().split()):
        value = element.get("datetime") or element.get("title") or ""
    else:
        return None
    said = one_line(clean(value[:_LONGEST]))
    return TimeTag(said, _is_update(element, f"{prop} {own}", said)) if said else None


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
