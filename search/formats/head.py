"""What a page says of itself around its headline: by whom, when, where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.formats.addresses import find_address, host, is_story_address, slug_words, unwrap
from search.formats.authors import byline_names, is_name, is_open_byline, names_of
from search.formats.dates import DateFound, date_in_address, find_dates
from search.formats.looks import Look, is_date_line
from search.formats.outlets import outlet_in_furniture, outlet_of_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.formats.lines import Line

_HEAD_REACH = 14
"""How many lines after a headline its byline and date may stand."""
_ABOVE = 4
"""How many lines above it."""
_TAIL = 60
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Said:
    """What is said and where: `value` and the evidence for it."""

    value: str
    where: str
    place: int | None = None


def find_page_address(lines: Sequence[Line], looks: Sequence[Look]) -> Said | None:
    """Find the article's own address: one standing alone, not on a sharing site.

    The first one from the top wins, for a page that gives its source gives it at its head or
    at its foot, and links from the story don't stand on lines of their own.
    """
    for place, line in enumerate(lines):
        if looks[place] is not Look.ADDRESS:
            continue
        address = find_address(line.text)
        if address and is_story_address(address):
            inner = unwrap(address)
            through = "" if inner == address else ", seen through a proxy's address"
            return Said(inner, f"text: line {line.number}{through}", place)
    return None


def find_dates_said(
    lines: Sequence[Line], title: int | None, story: int, address: str | None
) -> tuple[Said | None, Said | None]:
    """Give published and updated.

    A labelled date near the headline comes first, then the day in the address, then a plain
    date line between headline and story, then one just above the headline.

    Args:
        title: place of the headline.
        story: place of the story's first line.
    """
    published: Said | None = None
    updated: Said | None = None
    plain: Said | None = None
    for place in _head_places(len(lines), title, story):
        line = lines[place]
        if not (is_date_line(line.text) or byline_names(line.text)):
            continue
        for date in find_dates(line.text):
            said = Said(date.iso, f"text: line {line.number}", place)
            if date.label == "updated":
                updated = updated or said
            elif date.label == "published":
                published = published or said
            else:
                plain = plain or said
    if published is None and address and (day := date_in_address(address)):
        if plain and plain.value.startswith(day):
            published = plain
        else:
            published = Said(day, "url")
    return published or plain, updated


def find_authors_said(
    lines: Sequence[Line], title: int | None, story: int
) -> tuple[tuple[str, ...], str, frozenset[int]]:
    """Give the authors, the evidence, and the places of the lines that name them."""
    places = _head_places(len(lines), title, story)
    for place in places:
        text = lines[place].text
        if names := byline_names(text):
            return names, f"text: line {lines[place].number}", frozenset({place})
        if is_open_byline(text) and place + 1 < len(lines):
            used = [i for i in range(place + 1, min(place + 4, story)) if names_of(lines[i].text)]
            if used:
                names = tuple(dict.fromkeys(n for i in used for n in names_of(lines[i].text)))
                return names, f"text: line {lines[used[0]].number}", frozenset({place, *used})
    for place in places:
        if not is_date_line(lines[place].text):
            continue
        if names := names_of(lines[place].text):
            return names, f"text: line {lines[place].number}", frozenset({place})
        for near in (place - 1, place + 1, place - 2):
            if near in places and near != title and is_name(lines[near].text):
                return (lines[near].text,), f"text: line {lines[near].number}", frozenset({near})
    return (), "", frozenset()


def find_source(
    address: Said | None, furniture: Iterable[Line], plain: Iterable[Line]
) -> Said | None:
    """Give the outlet: by the article's address, else by the page's furniture.

    An address of no known outlet gives its domain, for that it says.
    """
    if address:
        if name := outlet_of_address(address.value):
            return Said(name, f"{address.where} (its address)")
        return Said(host(address.value), f"{address.where} (its address)")
    del plain
    named = outlet_in_furniture((line.number, line.text) for line in furniture)
    if named is None:
        return None
    return Said(named[0], f"text: line {named[1]} (outlet named in page furniture)")


def slug_of(address: Said | None) -> frozenset[str]:
    """Give the words of an address's path, or none."""
    return slug_words(address.value) if address else frozenset()


def _head_places(count: int, title: int | None, story: int) -> range | list[int]:
    """Give the places of the head: from the headline down, then just above it."""
    if title is None:
        return range(min(story, count))
    below = range(title + 1, min(max(story, title + _BESIDE + 1), title + 1 + _HEAD_REACH, count))
    above = range(title - 1, max(-1, title - 1 - _ABOVE), -1)
    return [*below, *above]


__all__ = [
    "DateFound",
    "Said",
    "find_authors_said",
    "find_dates_said",
    "find_page_address",
    "find_source",
    "slug_of",
]
