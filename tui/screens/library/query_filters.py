"""Filters as words of the query: added, taken away and recognised in its text."""

from __future__ import annotations

import re

_SOURCE = re.compile(r'(?<!\S)source:"([^"]*)"(?!\S)')
_MONTH = re.compile(r"(?<!\S)date:(\d{4}-\d{2})(?!\S)")
_EITHER = re.compile(r"\bOR\b|\|")
_WRAPPED = re.compile(r"\(([^()]*)\)\Z")


def bare(text: str) -> str:
    """Give a query's text without its filters."""
    text = re.sub(r"\s{2,}", " ", _MONTH.sub(" ", _SOURCE.sub(" ", text))).strip()
    if (wrapped := _WRAPPED.match(text)) and _EITHER.search(wrapped[1]):
        return wrapped[1].strip()
    return text


def chosen(text: str) -> tuple[str | None, str | None]:
    """Give the source and the month a query is filtered by, each None without one."""
    source, month = _SOURCE.search(text), _MONTH.search(text)
    return source[1] if source else None, month[1] if month else None


def filtered(text: str, source: str | None, month: str | None) -> str:
    """Give a query's text with these filters in place of those it has.

    What was typed is put in brackets where a filter would otherwise bind to half of it.
    """
    words = bare(text)
    added = []
    if source is not None:
        added.append(f'source:"{as_written(source)}"')
    if month is not None:
        added.append(f"date:{month}")
    if added and _EITHER.search(words):
        words = f"({words})"
    return " ".join([*([words] if words else []), *added])


def toggled(text: str, kind: str, value: str | None) -> str:
    """Give a query's text with a source or a month as filter, or without it if it has it.

    Any other kind takes all filters away.
    """
    source, month = chosen(text)
    match kind:
        case "source":
            source = value if source != as_written(value or "") else None
        case "month":
            month = value if month != value else None
        case _:
            source = month = None
    return filtered(text, source, month)


def as_written(source: str) -> str:
    """Give a source's name as it can stand between quotes."""
    return source.replace('"', " ")
