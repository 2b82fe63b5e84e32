"""What is said of articles in words, on screen and in what is exported: days, months, what lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.untrusted import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article

UNKNOWN_SOURCE = "unknown source"
NO_DATE = "no date"
NOT_WHOLE = "cut where it was taken from: only a part of its text is here"
NOT_WHOLE_COMPARED = "only a part of its text is here, so “no match” means less"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


def left_out(cuts: Iterable[str]) -> str:
    """Give what of an article isn't shown: `left out: the text after 1,000,000 characters`."""
    return f"left out: {'; '.join(cuts)}"


def lacking(article: Article, not_whole: str = NOT_WHOLE) -> str:
    """Say what an article lacks: what was left out, or else that it isn't whole; empty if nothing."""
    parts = [left_out(article.cuts)] if article.cuts else []
    if not article.whole and ("whole" in article.evidence or not parts):
        parts.append(not_whole)
    return " · ".join(parts)


def counted(count: int, noun: str, nouns: str = "") -> str:
    """Count in words: `1 article`, `1,240 articles`; `nouns` where an s doesn't make it so."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"
