"""Further ways in which a word may be sought: joined, spelt out, in capitals, with its hash.

What is indexed and highlighted has besides each word its variants. A variant is a form that ends
with a mark no text has, so that it is never taken for a word, and stands where its word does.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from search.text.fold import fold
from search.text.word import LONGEST, Token, tokenize
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

JOINED = "\ue000"
"""Ends `email` for e-mail, `oneill` for O'Neill, `10000` for 10,000, `mueller` for Müller."""
CAPITALS = "\ue001"
"""Ends `us` for US and U.S., of ordinary words that are acronyms in capitals."""
HASHED = "\ue002"
"""Ends `wallnow` for #WallNow."""

_HYPHENS = "-\u2010\u2011\u00ad\u200c"  # soft ones too, and the half-space of Persian
_APOSTROPHES = "'’ʼ＇"
_ELIDING = frozenset(_APOSTROPHES)
_JOINTS = _ELIDING | frozenset(_HYPHENS)
_MOST_PARTS = 4
"""Words that may be joined to one: state-of-the-art."""
# What English writes behind an apostrophe is a word of its own, not the end of one.
_CONTRACTED = frozenset("d ll m re s t ve".split())
_GROUPED = re.compile(r"(\d{1,3}(?:([.,'])\d{3})(?:\2\d{3})*)((?!\2)[.,]\d+)?\Z")
_SPACES = frozenset("\u00a0\u2009\u202f")
_SPELT = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue", "đ": "dj"})
_HASHES = "#＃"
_MAY_VARY = re.compile(
    rf"[{_HASHES}åäöøüđÅÄÖØÜĐ\u0308\u030a]|\w[{_HYPHENS}{_APOSTROPHES}]\w"
    rf"|\d[.,\u00a0\u2009\u202f]\d|[A-Z]{{2}}|[^\W\d_]\.[^\W\d_]"
)
"""What a text has somewhere if any of its words has variants."""


def with_variants(text: str) -> Iterator[Token]:
    """Yield the words of a text in order, each followed by the variants that begin with it.

    `self-declared` gives `self`, `selfdeclared` with its mark, and `declared`. Capitals count only
    in text that has them. Cost: linear, a little more than `tokenize`.
    """
    if not may_vary(text):
        yield from tokenize(text)
        return
    tokens = list(tokenize(text))
    for at, token in enumerate(tokens):
        yield token
        for stop, form in dict.fromkeys(_variants(text, tokens, at)):
            if len(form) <= LONGEST:
                yield Token(token.start, stop, form)


def may_vary(text: str) -> bool:
    """Tell whether any word of a text may have a variant; seldom wrongly."""
    return _MAY_VARY.search(text) is not None


def joined_forms(written: str) -> tuple[str, ...]:
    """Give the forms, without mark, that a whole word may have when joined or spelt out."""
    tokens = list(tokenize(written))
    if not tokens:
        return ()
    first, last = tokens[0].start, tokens[-1].stop
    return tuple(
        dict.fromkeys(
            variant.form[:-1]
            for variant in with_variants(written)
            if variant.form[-1] == JOINED and (variant.start, variant.stop) == (first, last)
        )
    )


def is_variant(form: str) -> bool:
    """Tell whether a form is a variant, not a word."""
    return JOINED <= form[-1:] <= HASHED


@cache
def acronyms() -> frozenset[str]:
    """Give the ordinary words that are acronyms when they stand in capitals."""
    return frozenset(word_lists("text/english")["acronyms"]["words"])


def _variants(text: str, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, str]]:
    """Yield the variants that begin with a word: where each ends, and its form."""
    start, stop, form = tokens[at]
    if form in acronyms() and _in_capitals(text[start:stop]):
        yield stop, form + CAPITALS
    if start and text[start - 1] in _HASHES and not text[start - 2 : start - 1].isalnum():
        yield stop, form + HASHED
    if (alone := _alone(form)) or (alone := _spelt_out(text[start:stop])):
        yield stop, alone + JOINED
    joined = form
    for more in range(1, _MOST_PARTS):
        if at + more >= len(tokens):
            return
        gap = text[tokens[at + more - 1].stop : tokens[at + more].start]
        following = tokens[at + more].form
        contracted = gap in _ELIDING and following in _CONTRACTED
        if contracted or not (gap in _JOINTS or (gap in _SPACES and _goes_on(joined, following))):
            return
        joined += following
        if more == 1 or _ends(text, tokens, at, at + more):
            yield tokens[at + more].stop, joined.replace("'", "") + JOINED


def _in_capitals(written: str) -> bool:
    return written.isupper() or "." in written


def _goes_on(number: str, group: str) -> bool:
    """Tell whether a group of three digits goes on a number."""
    return number.isdigit() and group.isdigit() and len(group) == len("000")


def _ends(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether what is joined is joined to no more, on either side."""
    before = first and text[tokens[first - 1].stop : tokens[first].start] in _JOINTS
    behind = last + 1 < len(tokens) and text[tokens[last].stop : tokens[last + 1].start] in _JOINTS
    return not (before or behind)


def _alone(form: str) -> str:
    """Give a single word without apostrophes, or a number without thousands marks, if it has any."""
    if form[0].isdigit():
        if number := _GROUPED.match(form):
            whole = number[1].replace(number[2], "")
            return whole + (number[3] or "")
        return ""
    before, mark, behind = form.rpartition("'")
    if not mark or behind in _CONTRACTED or not before:
        return ""
    return form.replace("'", "")


def _spelt_out(written: str) -> str:
    """Give a word with letters written as two, as where a keyboard lacks them; if it has any."""
    if written.isascii():
        return ""
    composed = unicodedata.normalize("NFC", written.casefold())
    spelt = composed.translate(_SPELT)
    return "" if spelt == composed else fold(spelt)
