"""Facts about an article in words: day, month, byline, reading time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import iso_day, iso_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search import Article

UNKNOWN_SOURCE = "unknown source"
NO_DATE = "no date"
NOT_WHOLE = "cut where it was taken from: only a part of its text is here"
NOT_WHOLE_COMPARED = "only a part of its text is here, so “no match” means less"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORDS_A_MINUTE = 230
_DAY_ONLY = 10


def day(published: str | None) -> str:
    """Give a day as `8 Feb 2019`; takes ISO 8601 and gives `no date` for None."""
    if not published:
        return NO_DATE
    when = iso_day(published)
    if when is None:
        return NO_DATE
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def month(name: str) -> str:
    """Give a month such as `2019-02` as `Feb 2019`."""
    return f"{_MONTHS[int(name[5:7]) - 1]} {name[:4]}"


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


def left_out(cuts: Iterable[str]) -> str:
    """Give what of an article isn't shown: `left out: the text after 1,000,000 characters`."""
    return f"left out: {'; '.join(cuts)}"


def lacking(article: Article, not_whole: str = NOT_WHOLE) -> str:
    """Say what an article lacks: what was left out, or else that it isn't whole; empty if nothing."""
    parts = [left_out(article.cuts)] if article.cuts else []
    if not article.whole and ("whole" in article.evidence or not parts):
        parts.append(not_whole)
    return " · ".join(parts)


def minutes(words: int) -> int:
    """Give the reading time of so many words in minutes, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))
