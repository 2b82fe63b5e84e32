"""Publication times, as far as articles state them."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from search.untrusted import iso_time

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_LAST = "9999-99-99"


def sort_key(published: str | None) -> tuple[str, str]:
    """Give what orders articles by time: the day as it is told, then the time if one is.

    Articles of unknown day come last, of one day those of unknown time. Takes a day or a time
    in ISO 8601.
    """
    if not published:
        return _LAST, ""
    time = _time(published)
    return published[:10], time.isoformat() if time else _LAST


def ran_first(published: Sequence[str | None]) -> list[bool]:
    """Tell of each article whether it ran first, as far as can be told.

    An article of unknown day is not known to. Of those of the earliest day, times decide if all
    have one; else all may have been first.
    """
    days = [day[:10] for day in published if day]
    if not days:
        return [False] * len(published)
    first = min(days)
    times = [_time(day) if day else None for day in published]
    known = [time for day, time in zip(published, times, strict=True) if day and day[:10] == first]
    least = min((time for time in known if time), default=None)
    decided = all(known)
    return [
        day is not None and day[:10] == first and (not decided or time == least)
        for day, time in zip(published, times, strict=True)
    ]


def _time(published: str) -> datetime | None:
    """Read a time; one without an offset is taken as universal time."""
    time = iso_time(published)
    if time is None:
        return None
    try:
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except OverflowError:  # of the first or the last day there is
        return None
