"""When a page's text says that it was published and updated."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.page.authors import byline_names
from search.page.days.dates import date_in_address, find_dates
from search.page.evidence import Evidence
from search.page.line_class import is_date_line, is_rights_line
from search.word_lists import alternation, word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.page.days.dates import Label
    from search.page.lines import Line
    from search.page.page_layout import PageLayout

_LONGEST_LABEL = 40
_MOST_POSTED = 24
"""Words of a line that says who published a text, and when."""
_LONGEST_DATELINE = 120
_MOST_PLACE = 8
_SMALL_IN_PLACE = frozenset(
    {"de", "del", "la", "of", "the", "and", "am", "an", "der", "sur", "do", "di", "/", "(", "|"}
)
_DATELINE_ENDS = re.compile(r"[,.]?\s?(?:\([^()]{2,40}\)|/[\w .-]{2,40}/)?\s?(?:--|[—–]|-\s)")


def head_days(
    layout: PageLayout, places: Sequence[int], address: Evidence | None
) -> tuple[Evidence | None, Evidence | None]:
    """Give when a page says that it was published and updated; None where it doesn't.

    A day of another kind, such as that on which the page was read, is neither. A date labelled as
    such comes first, then the day in the article's address (with the time of a date line that
    agrees), then the first plain date line of the head, then the dateline. Cost: linear.

    Args:
        layout: the page.
        places: the lines of its head, in the order in which they are asked.
        address: the article's own, if known.
    """
    lines = layout.lines
    published: Evidence | None = None
    updated: Evidence | None = None
    plain: list[Evidence] = []
    for place in places:
        line = lines[place]
        posted = line.words <= _MOST_POSTED and bool(_posted().match(line.text))
        if is_rights_line(line.text) or not (
            posted or is_date_line(line.text) or byline_names(line.text)
        ):
            continue
        for date in find_dates(line.text):
            said = Evidence(date.iso, f"text: line {line.number}")
            label = date.label or ("published" if posted else None)
            label = label or (_label_above(lines, place) if date.start == 0 else None)
            if label == "updated":
                updated = updated or said
            elif label == "published":
                published = published or said
            elif label is None:
                plain.append(said)
    if published is None and address and (day := date_in_address(address.value)):
        same = (said for said in plain if said.value.startswith(day))
        published = next(same, Evidence(day, "url"))
    published = published or next(iter(plain), None) or _day_of_dateline(layout)
    return published, updated


@cache
def _posted() -> re.Pattern[str]:
    return re.compile(alternation(word_lists("page/days/dates")["signed"]), re.IGNORECASE)


def _day_of_dateline(layout: PageLayout) -> Evidence | None:
    """Give the day with which a story begins, before a dash: `LONDON, 3 May 2019 (Reuters) — …`.

    Before the day stands a place at most, and after it whose report it is.
    """
    if layout.story >= len(layout.lines):
        return None
    line = layout.lines[layout.story]
    for date in find_dates(line.text[:_LONGEST_DATELINE]):
        place, rest = line.text[: date.start].split(), line.text[date.stop :]
        named = all(word[0].isupper() or word in _SMALL_IN_PLACE for word in place)
        short = named and len(place) <= _MOST_PLACE and date.label is None
        if short and _DATELINE_ENDS.match(rest):
            return Evidence(date.iso, f"text: line {line.number}")
    return None


def _label_above(lines: Sequence[Line], place: int) -> Label | None:
    """Give what the line above calls the day that a line begins with, if it says nothing else."""
    above = lines[place - 1].text if place else ""
    if not above or len(above) > _LONGEST_LABEL or find_dates(above):
        return None
    dates = find_dates(f"{above} {lines[place].text}")
    return dates[0].label if dates and dates[0].start == 0 else None
