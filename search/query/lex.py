"""The lexer of the query language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from search.errors import QueryError
from search.query.cite_input import cite
from search.text import Span
from search.untrusted import whole_number

Kind: TypeAlias = Literal["(", ")", "OR", "AND", "NOT", "field", "word", "phrase"]

LONGEST = 10_000
"""Code points of a query; a longer one is refused."""

_SPACE = re.compile(r"\s+")
_FIELD = re.compile(r"([A-Za-z]+):")
# The mark of a Hebrew abbreviation, as in צה"ל, is typed as a quotation mark.
_ABBREVIATION = re.compile(r"(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea](?![^\W_]))")
_WORD = re.compile(rf"(?:[^\s()\"“”„|]|{_ABBREVIATION.pattern})+")
_QUOTES = {'"': '"', "“": '“”"', "”": '”“"', "„": '“”"'}
_STAR = re.compile(r"(?<=\w)\*|\*(?=\w)")
_SLOP = re.compile(r"~(\w*)")
_MOST_BETWEEN = 9_999
_OPERATORS: dict[str, Kind] = {"OR": "OR", "AND": "AND", "NOT": "NOT"}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One mark of a query.

    `text` is the word, the field's name in lower case, or what stands between the quotes;
    `slop` is the number after a phrase's `~`.
    """

    kind: Kind
    span: Span
    text: str = ""
    slop: int | None = None


def lex(text: str, fields: frozenset[str]) -> list[Lexeme]:
    """Cut a query into lexemes, in order; raise QueryError where it can't be.

    A name before a colon is a field if it is in `fields`, and refused if it looks like one but
    isn't; `12:30` and `http://…` are words. Cost: linear.
    """
    if len(text) > LONGEST:
        raise QueryError(text, LONGEST, f"a query may have {LONGEST:,} characters at most")
    found: list[Lexeme] = []
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        lexeme = _next(text, at, fields)
        found.append(lexeme)
        at = lexeme.span.stop
    return found


def _next(text: str, at: int, fields: frozenset[str]) -> Lexeme:
    here = text[at]
    if here in _QUOTES:
        return _phrase(text, at)
    if mark := _mark(text, at):
        return mark
    if (name := _FIELD.match(text, at)) and not text.startswith("//", name.end()):
        return _field(text, name, fields)
    word = _WORD.match(text, at)
    if word is None:  # every character but those above is part of a word
        raise QueryError(text, at, f"{here!r} can't stand here")
    if word[0] in _OPERATORS:
        return Lexeme(_OPERATORS[word[0]], Span(at, word.end()))
    return Lexeme("word", Span(at, word.end()), word[0])


def _mark(text: str, at: int) -> Lexeme | None:
    """Read a sign that is no part of a word."""
    following = text[at + 1 : at + 2]
    match text[at]:
        case "(":
            return Lexeme("(", Span(at, at + 1))
        case ")":
            return Lexeme(")", Span(at, at + 1))
        case "|":
            return Lexeme("OR", Span(at, at + (2 if following == "|" else 1)))
        case "-" if following and not following.isspace():
            return Lexeme("NOT", Span(at, at + 1))
        case "#" if following.isalnum():
            return Lexeme("field", Span(at, at + 1), "tag")
        case _:
            return None


def _field(text: str, name: re.Match[str], fields: frozenset[str]) -> Lexeme:
    if name[1].lower() in fields:
        return Lexeme("field", Span(*name.span()), name[1].lower())
    known = ", ".join(sorted(fields))
    raise QueryError(
        text,
        name.start(),
        f'no field is called "{cite(name[1])}"; there are {known}, or quote the words',
    )


def unclosed_quote(text: str) -> int | None:
    """Give the place of a quotation mark that is never closed; None without. Cost: linear."""
    at = 0
    while at < len(text):
        if text[at] in _QUOTES and not _ABBREVIATION.match(text, at):
            close = _closing(text, at)
            if close is None:
                return at
            at = close
        at += 1
    return None


def _closing(text: str, at: int) -> int | None:
    closers = _QUOTES[text[at]]
    places = (i for i in range(at + 1, len(text)) if text[i] in closers)
    return next((i for i in places if not _ABBREVIATION.match(text, i)), None)


def _phrase(text: str, at: int) -> Lexeme:
    close = _closing(text, at)
    if close is None:
        raise QueryError(text, at, "this quotation mark is never closed")
    inside = text[at + 1 : close]
    if star := _STAR.search(inside):
        raise QueryError(text, at + 1 + star.start(), "* can't stand in quotation marks")
    slop = _SLOP.match(text, close + 1)
    if slop is None:
        return Lexeme("phrase", Span(at, close + 1), inside)
    if not slop[1].isdecimal():
        raise QueryError(text, slop.start(), "~ after a phrase wants a number of words, as in ~5")
    if len(slop[1]) > len(str(_MOST_BETWEEN)):
        reason = f"~ after a phrase allows {_MOST_BETWEEN:,} words between at most"
        raise QueryError(text, slop.start(), reason)
    return Lexeme("phrase", Span(at, slop.end()), inside, whole_number(slop[1]))
