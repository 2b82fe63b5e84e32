"""When a web page says that it was published and updated: by its linked data, tags and address."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from search.page.days.dates import date_in_address, find_dates
from search.page.days.numeric_order import in_one_order, order_of_language
from search.untrusted import iso_day, whole_number
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.formats.web.linked_data import LinkedArticle
    from search.formats.web.stated_values import StatedValues

_COMPACT_DAY = re.compile(r"((?:1[6-9]|20|21)\d\d)(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?")
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
"""Seconds since 1970, or thousandths of such: from 2001 to 2033."""
_LETTERS = re.compile(r"[^a-z]")
_SAYS_PUBLISHED = re.compile(
    r"(?:pub|publish(?:ed)?|publication|post(?:ed)?|issued?)(?:date|time|on|at)"
    r"|date(?:pub|publish(?:ed)?|publication|posted|issued)$|published$"
)
"""Names of meta tags, of which sites make their own: `vr:published_time`, `bt:pubDate`."""
_SAYS_ELSE = re.compile(r"modif|updat|last|expir|unpub|depub|event|valid|comment|embargo")


def stated_days(
    said: StatedValues, linked: LinkedArticle, language: str, address: str
) -> Iterator[tuple[str, str, str]]:
    """Yield what a page states, most trusted first: the field, the day or moment, the evidence.

    A time keeps the offset in which it is written. Of the times near the headline one that agrees
    with the day in the address comes first. When the text was begun (`dateCreated`) counts where
    nothing else does. Cost: linear.

    Args:
        said: what the page's tags state.
        linked: what its linked data state.
        language: a tag, empty where the page states none.
        address: the page's, empty where it isn't known.
    """
    day_first = order_of_language(language, address)
    times = [
        known
        for one in said.times
        if not one.updated and (known := moment(one.value, day_first=day_first))
    ]
    for value, where in _published(said, linked):
        if known := moment(value, day_first=day_first):
            yield "published", known, where
    if address and (day := date_in_address(address)):
        times = [known for known in times if _within_a_day(known, day)]
        yield "published", next(iter(times), day), "time" if times else "url"
    yield from (("published", known, "time") for known in times)
    if known := moment(linked.created, day_first=day_first):
        yield "published", known, "JSON-LD dateCreated"
    for value, where in _updated(said, linked):
        if known := moment(value, day_first=day_first):
            yield "updated", known, where


def _published(said: StatedValues, linked: LinkedArticle) -> Iterator[tuple[str, str]]:
    """Yield what calls itself a day of publication, and where."""
    yield linked.published, "JSON-LD"
    names = word_lists("formats/web/page_words")["metas"]["published"]
    for name in (*names, *(other for other in said.metas if _names_publication(other))):
        for value in said.of(name):
            yield value, f"meta {name}"
    for number in ("1", "2"):
        labels, values = said.of(f"twitter:label{number}"), said.of(f"twitter:data{number}")
        for label, value in zip(labels, values, strict=False):
            dates = find_dates(f"{label}: {value}")
            if dates and dates[0].label == "published":
                yield value, f"meta twitter:data{number}"


def _updated(said: StatedValues, linked: LinkedArticle) -> Iterator[tuple[str, str]]:
    yield linked.updated, "JSON-LD"
    for name in word_lists("formats/web/page_words")["metas"]["updated"]:
        for value in said.of(name):
            yield value, f"meta {name}"
    yield from ((one.value, "time") for one in said.times if one.updated)


def _names_publication(name: str) -> bool:
    letters = _LETTERS.sub("", name)
    return bool(_SAYS_PUBLISHED.search(letters)) and not _SAYS_ELSE.search(letters)


def moment(text: str, *, day_first: bool | None = None) -> str | None:
    """Give a day, or a time with its offset, as ISO 8601; None for what is neither.

    Args:
        text: as a tag has it, also `20210503`, or seconds since 1970, which are of UTC.
        day_first: in which order days in numbers are; None where that isn't known.
    """
    if compact := _COMPACT_DAY.fullmatch(text):
        text = "-".join(compact.groups())
    elif seconds := _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(whole_number(seconds[1]) or 0, UTC).isoformat()
    dates = find_dates(in_one_order(text, day_first=day_first))
    return dates[0].iso if dates else None


def _within_a_day(one: str, other: str) -> bool:
    """Tell whether two moments are at most a day apart, as zones and midnights make them."""
    left, right = iso_day(one), iso_day(other)
    return left is not None and right is not None and abs((left - right).days) <= 1
