"""Facts about an article in words: day, month, byline, reading time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import (
    NO_DATE,
    NOT_WHOLE,
    NOT_WHOLE_COMPARED,
    UNKNOWN_SOURCE,
    day,
    iso_time,
    lacking,
    month,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "NOT_WHOLE",
    "NOT_WHOLE_COMPARED",
    "NO_DATE",
    "UNKNOWN_SOURCE",
    "byline",
    "day",
    "lacking",
    "minutes",
    "moment",
    "month",
]

_WORDS_A_MINUTE = 230
_DAY_ONLY = 10


def moment(published: str | None) -> str:
    """Give a day, with the time where it is known, as `8 Feb 2019 18:38`."""
    text = day(published)
    if not published or len(published) == _DAY_ONLY:
        return text
    when = iso_time(published)
    return f"{text} {when:%H:%M}" if when else text


def byline(source: str | None, authors: Sequence[str]) -> str:
    """Give source and authors: `The Independent · Andrew Buncombe`."""
    return " · ".join([source or UNKNOWN_SOURCE, *([", ".join(authors)] if authors else [])])


def minutes(words: int) -> int:
    """Give the reading time of so many words in minutes, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))
