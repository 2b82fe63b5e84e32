"""What a query that is still being typed will mean, as far as that can be known.

An open quotation mark or bracket is read as if it were closed, and what has no words yet, such as
`source:`, `date:2017-`, `-` or `OR`, as if it weren't there.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from search.errors import QueryError
from search.query.date_terms import DateError, days
from search.query.lex import lex, unclosed_quote
from search.text import Span

if TYPE_CHECKING:
    from search.query.lex import Lexeme

_MOST_LEFT_OUT = 8
"""Unfinished words at the end that are left out; nobody types more of them one after another."""
_BEFORE_WORD = ' \t\n\r"“”„|()'
_FILTER = re.compile(r"-?([A-Za-z]+):(.{0,40})\Z", re.DOTALL)
_OPERATORS = frozenset({"OR", "AND", "NOT"})
_DATE_BEGUN = re.compile(r"(?:.*\.\.)?(?:\d{1,3}|\d{4}-0?|\d{4}-\d{1,2}-0?|[\d-]+\.)\Z")
_AGE_BEGUN = re.compile(r"\d{1,4}\Z")
_SCOPE_BEGUN = re.compile(r"a|al|s|st|sto|stor", re.IGNORECASE)


def closed(text: str, fields: frozenset[str]) -> str:
    """Give a query as if it were finished; the same text where nothing at its end is unfinished.

    Both begin alike, so that positions stay true. Raises QueryError for what typing on
    can't mend before its end. Cost: linear in the text.
    """
    shown = _without_tail(text, fields)
    depth = 0
    for lexeme in lex(shown, fields):
        depth += (lexeme.kind == "(") - (lexeme.kind == ")")
    return shown + ")" * max(0, depth)


def _without_tail(text: str, fields: frozenset[str]) -> str:
    opened = unclosed_quote(text)
    if opened is not None:
        inside = text[opened + 1 :]
        if any(map(str.isalnum, inside)):
            return f'{text.rstrip()}"' if text[opened] == '"' else f"{text.rstrip()}”"
        text = text[:opened]
    elif text.endswith(('"~', "”~", "“~")):
        return text[:-1]
    for _ in range(_MOST_LEFT_OUT):
        text = text.rstrip(" \t\r\n(|")
        start = max(map(text.rfind, _BEFORE_WORD)) + 1
        kept = _finished(text[start:], fields)
        if kept == text[start:]:
            break
        text = text[:start] + kept
        if kept:
            break
    return text


def _finished(word: str, fields: frozenset[str]) -> str:
    """Give a last word as far as it is finished; empty where none of it is."""
    if word in _OPERATORS or not any(map(str.isalnum, word)):
        return ""
    filters = _FILTER.match(word)
    if filters is None or (name := filters[1].lower()) not in fields:
        return word
    value = filters[2]
    if not value or (name == "in" and _SCOPE_BEGUN.fullmatch(value)):
        return ""
    if name == "newer" and _AGE_BEGUN.match(value):
        return ""
    if name in {"date", "after", "before"} and _DATE_BEGUN.match(value):
        return _dated(word, filters.start(2), name)
    return word


def _dated(word: str, start: int, name: str) -> str:
    """Give a filter by date with as much of its value as is a date; empty without any."""
    for stop in range(len(word), start, -1):
        with suppress(DateError):
            days(name, word[start:stop], date.max)
            return word[:stop]
    return ""


def clipped(lexeme: Lexeme, length: int) -> Lexeme:
    """Give a mark of a closed query as it lies in what was typed, of this length."""
    if lexeme.span.stop <= length:
        return lexeme
    return replace(lexeme, span=Span(min(lexeme.span.start, length), length))


def placed(fault: QueryError, text: str) -> QueryError:
    """Give a fault that was found in a closed query as one of the text that was typed."""
    return QueryError(text, min(fault.position, len(text)), fault.reason)
