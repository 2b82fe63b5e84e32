"""Filters by source and month in the text of a query."""

from __future__ import annotations

import re

_SOURCE = re.compile(r'(?<!\S)source:"([^"]*)"(?!\S)')
_MONTH = re.compile(r"(?<!\S)date:(\d{4}-\d{2})(?!\S)")
_EITHER = re.compile(r"\bOR\b|\|")
_WRAPPED = re.compile(r"\(([^()]*)\)\Z")


def bare(text: str) -> str:
    """Give a query's text without filters."""
    text = re.sub(r"\s{2,}", " ", _MONTH.sub(" ", _SOURCE.sub(" ", text))).strip()
    if (wrapped := _WRAPPED.match(text)) and _EITHER.search(wrapped[1]):
        return wrapped[1].strip()
    return text


def chosen(text: str) -> tuple[str | None, str | None]:
    """Give the source and month that a query is filtered by, None for each that isn't set."""
    source, month = _SOURCE.search(text), _MONTH.search(text)
    return source[1] if source else None, month[1] if month else None


def filtered(text: str, source: str | None, month: str | None) -> str:
    """Give a query's text with these filters instead of its own.

    The words are put in brackets if a filter would otherwise apply to only a part of them.
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
    """Give a query's text with a source or month added as a filter, or removed if it is one.

    Any other kind removes all filters.
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
    """Give a source's name so that it can stand in quotes."""
    return source.replace('"', " ")
