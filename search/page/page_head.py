"""The head of a page: author, dates, address and outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search.page.addresses import find_address, host, is_story_address, unwrap
from search.page.authors import (
    byline_names,
    inner_names,
    is_open_byline,
    lone_names,
    names_of,
    sole_signature,
)
from search.page.days.dates import find_dates
from search.page.evidence import Evidence
from search.page.head_days import head_days
from search.page.line_class import LineClass, is_date_line
from search.page.offices import joins_names, names_an_office
from search.page.outlet_names import is_outlet, outlet_in_boilerplate, outlet_of_address
from search.page.title_suffix import without_outlet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.page.lines import Line
    from search.page.page_layout import PageLayout

_HEAD_REACH = 14
"""How many lines after a headline its byline and date may stand."""
_ABOVE = 4
"""How many lines above it."""
_BESIDE = 7
"""How many lines below, even where the story has begun."""
_TOLD = frozenset(
    {LineClass.PROSE, LineClass.SENTENCE, LineClass.CAPTION, LineClass.CREDIT, LineClass.POST}
)
"""Looks of lines whose dates and names are the story's or a picture's."""
_HANDLE = re.compile(r"\(?(?<![\w.])@\w{2,40}\)?")
_BOOK_BEGINS = re.compile(r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
"""What stands above this is said of the electronic book."""
_LONGEST_LABEL = 40
_PARTS = re.compile(r"\s[|·•–—-]\s|,\s")
_STROKES = re.compile(r"\s[|•·]\s")
_MOST_SIGNED = 12
"""Lines below `By` on which names stand."""
_READ_TIME = re.compile(r"\d min(?:ute)?s?\.? read\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a text says of itself; None or empty where it says nothing.

    Attributes:
        bylines: places of the lines that name the authors.
    """

    source: Evidence | None = None
    authors: tuple[str, ...] = ()
    authors_where: str = ""
    published: Evidence | None = None
    updated: Evidence | None = None
    url: Evidence | None = None
    bylines: frozenset[int] = field(default_factory=frozenset)


def read_head(layout: PageLayout) -> PageHead:
    """Find byline, dates, address and outlet of a page. Cost: linear."""
    places = [i for i in _head_places(layout) if _heads(layout, i)]
    url = _page_address(layout.lines, layout.classes)
    authors, where, bylines = _authors(layout, places)
    published, updated = head_days(layout, places, url)
    boilerplate = (
        (line.number, line.text)
        for place, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True))
        if (line.outlets or "." in line.text)
        and (kind == "boilerplate" or place in bylines)
        and place != layout.title
    )
    source = source_of_address(url) if url else _source_of_title(layout)
    if source is None and (named := outlet_in_boilerplate(boilerplate)):
        source = Evidence(named[0], f"text: line {named[1]} (outlet named in page furniture)")
    return PageHead(source, authors, where, published, updated, url, bylines)


def _heads(layout: PageLayout, place: int) -> bool:
    """Tell whether a line can belong to the head: a name with a handle looks like a post, too."""
    seen = layout.classes[place]
    if seen is LineClass.POST and layout.title is not None:
        text = layout.lines[place].text
        bare = _HANDLE.sub("", text).strip()
        return bare != text and bool(lone_names(bare) or byline_names(bare))
    return seen not in _TOLD


def _source_of_title(layout: PageLayout) -> Evidence | None:
    """Give the outlet that the title of the page ends with, if that is known."""
    if layout.title is None:
        return None
    line = layout.lines[layout.title]
    _, outlet = without_outlet(line.text)
    return Evidence(outlet, f"text: line {line.number} (end of the title)") if outlet else None


def source_of_address(address: Evidence) -> Evidence:
    """Give the outlet an address belongs to, or its domain when it belongs to none known."""
    name = outlet_of_address(address.value) or host(address.value)
    return Evidence(name, f"{address.where} (its address)")


def _authors(
    layout: PageLayout, places: Sequence[int]
) -> tuple[tuple[str, ...], str, frozenset[int]]:
    """Give the authors, the evidence, and the places of the lines that name them."""
    for find in (_signed, _beside_date, _in_office):
        for place in places:
            names, used = find(layout, place)
            if names:
                where = f"text: line {layout.lines[used[-1]].number}"
                return names, where, frozenset(used)
    return (), "", frozenset()


def _signed(layout: PageLayout, place: int) -> tuple[tuple[str, ...], list[int]]:
    """Give the names of a byline, and the places it takes: `By` may stand on a line alone."""
    text = layout.lines[place].text
    if names := byline_names(text) or _named_behind(text):
        return names, [place]
    near = layout.classes[max(0, place - 1) : place + 2]
    if (LineClass.DATE in near or is_date_line(text)) and (name := sole_signature(text)):
        return (name,), [place]
    if is_open_byline(text) and layout.lines[place + 1 :]:
        return _signed_below(layout.lines, place)
    return (), []


def _named_behind(text: str) -> tuple[str, ...]:
    """Give the names of a byline that stands behind a stroke: `Reuters | By Jane Doe`."""
    parts = _STROKES.split(text)[1:]
    return next((names for part in parts if (names := byline_names(part))), ())


def _signed_below(lines: Sequence[Line], place: int) -> tuple[tuple[str, ...], list[int]]:
    """Give the names below a line that only says `By`; several have commas or `and` between them."""
    names = names_of(lines[place + 1].text, signed=True)
    if not names:
        return (), []
    used, goes_on = [place, place + 1], lines[place + 1].text.endswith(",")
    for below in range(place + 2, min(place + 2 + _MOST_SIGNED, len(lines))):
        text = lines[below].text
        if joins_names(text):
            goes_on = True
        elif goes_on and (more := lone_names(text.strip(" ,"))):
            names, goes_on = (*names, *more), text.endswith(",")
        else:
            break
        used.append(below)
    return tuple(dict.fromkeys(names)), used


def _beside_date(layout: PageLayout, place: int) -> tuple[tuple[str, ...], list[int]]:
    """Give the names that stand in a date's line, or alone next to it."""
    text = layout.lines[place].text
    if names := inner_names(text):
        return names, [place]
    if not (is_date_line(text) or _READ_TIME.search(text)):
        return (), []
    if names := names_of(_without_outlet(text)) or _names_after_date(text):
        return names, [place]
    for near in (place - 1, place + 1, place - 2):
        if 0 <= near < len(layout.lines) and near != layout.title:
            beyond_title = layout.title is not None and near < layout.title < place
            names = () if beyond_title else lone_names(layout.lines[near].text)
            if names:
                return names, [near]
    return (), []


def _without_outlet(text: str) -> str:
    """Give a line without the outlet that it begins with: `The Guardian - Jane Doe - 3 May 2019`."""
    first, *rest = _PARTS.split(text, maxsplit=1)
    return rest[0] if rest and is_outlet(first.strip()) else text


def _names_after_date(text: str) -> tuple[str, ...]:
    """Give the names that follow a line's only date: `30 May 2023 / Jane Doe`."""
    dates = find_dates(text)
    if len(dates) != 1 or text[: dates[0].start].strip():
        return ()
    return lone_names(text[dates[0].stop :].strip(" /|·•,–—-"))


def _in_office(layout: PageLayout, place: int) -> tuple[tuple[str, ...], list[int]]:
    """Give the name of a line that is a name with its office or its handle, or above its office."""
    text = layout.lines[place].text
    bare = _HANDLE.sub("", text).strip()
    below = layout.lines[place + 1].text if layout.lines[place + 1 :] else ""
    told = (
        bare != text
        or names_an_office(text)
        or (names_an_office(below) and len(below) <= _LONGEST_LABEL)
    )
    if layout.title is None or place < layout.title or not told:
        return (), []
    names = lone_names(bare)
    return names, [place] if names else []


def _page_address(lines: Sequence[Line], classes: Sequence[LineClass]) -> Evidence | None:
    """Find the article's own address: one standing alone, not on a sharing site.

    The first one from the top wins, for a page that gives its source gives it at its head or
    at its foot, and links from the story don't stand on lines of their own.
    """
    for place, line in enumerate(lines):
        if classes[place] is not LineClass.ADDRESS:
            continue
        address = find_address(line.text)
        if address and is_story_address(address):
            inner = unwrap(address)
            through = "" if inner == address else ", seen through a proxy's address"
            return Evidence(inner, f"text: line {line.number}{through}")
    return None


def _head_places(layout: PageLayout) -> list[int]:
    """Give the places of the head: from the headline down, then just above it."""
    count, title, story = len(layout.lines), layout.title, layout.story
    begins = (i for i, line in enumerate(layout.lines) if _BOOK_BEGINS.search(line.text[:80]))
    begin = next(begins, -1) + 1
    if title is None:
        return list(range(begin, min(story, begin + _HEAD_REACH, count)))
    last = min(max(story, title + 1 + _BESIDE), title + 1 + _HEAD_REACH, count)
    above = range(title - 1, max(-1, title - 1 - _ABOVE), -1)
    beside = range(max(last, story - _ABOVE), min(story, count))  # where a menu stands in between
    return [place for place in (*range(title + 1, last), *above, *beside) if place >= begin]
