"""What the head of an article says, in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

UNKNOWN_SOURCE = "unknown source"
NO_DATE = "no date"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORDS_A_MINUTE = 230
_DAY_ONLY = 10


def day(published: str | None) -> str:
    """Say a day as `8 Feb 2019`; takes ISO 8601 and gives `no date` for None."""
    if not published:
        return NO_DATE
    when = date.fromisoformat(published[:_DAY_ONLY])
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def month(name: str) -> str:
    """Say a month, given as `2019-02`, as `Feb 2019`."""
    return f"{_MONTHS[int(name[5:7]) - 1]} {name[:4]}"


def moment(published: str | None) -> str:
    """Say a day with its time where one is known, as `8 Feb 2019 18:38`."""
    said = day(published)
    if not published or len(published) == _DAY_ONLY:
        return said
    try:
        return f"{said} {datetime.fromisoformat(published):%H:%M}"
    except ValueError:
        return said


def byline(source: str | None, authors: Sequence[str]) -> str:
    """Say who published and who wrote: `The Independent · Andrew Buncombe`."""
    return " · ".join([source or UNKNOWN_SOURCE, *([", ".join(authors)] if authors else [])])


def left_out(cuts: Iterable[str]) -> str:
    """Say what of an article isn't shown: `left out: the text after 1,000,000 characters`."""
    return f"left out: {'; '.join(cuts)}"


def minutes(words: int) -> int:
    """Say how long so many words take to read, in minutes, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))
