"""Features of a line, added up from its words; each distinct word is measured once.

The words of a page are few and come again and again, so what could be asked of each of them is
asked when it first comes, and a line is the sum of its pieces.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from search.memo import Memo
from search.page.boilerplate_cues import most_weights
from search.page.days.date_grammar import may_date, month_offsets
from search.page.outlet_names import outlet_tokens
from search.page.phrase_book import tokens
from search.page.picture_credits import credit_tokens

_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?")
_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that a pattern which ignores case, as those of credits and dates do, takes for plain ones."""
_EDGES = "\"'“”‘’()[].,;:!?…—–-"

# A piece's measures stand side by side in one number, so that one sum adds up all of them. No
# line has so many words that one would reach into the next: files end at some megabytes.
_WIDTH = 24
_MASK = (1 << _WIDTH) - 1
_SPELT, _SMALL, _CUES, _CREDITS, _DATES, _OUTLETS = (_WIDTH * place for place in range(1, 7))

# Nearly all pieces are a word that tells nothing but whether it begins with a capital: those are
# counted by a code in a byte, and only the others are added up.
_MOST_PIECES = 1 << 16
_NO_WORD, _SMALL_WORD, _CAPITAL_WORD, _TELLING = range(4)
_PLAIN = bytes((_NO_WORD, _SMALL_WORD, _CAPITAL_WORD))
_OF_CAPITAL = 1 | 1 << _SPELT
_OF_SMALL = _OF_CAPITAL | 1 << _SMALL
_CODES = {0: _NO_WORD, _OF_SMALL: _SMALL_WORD, _OF_CAPITAL: _CAPITAL_WORD}


class LineMeasures(NamedTuple):
    """How much of what a line has.

    Attributes:
        words: words and numbers.
        spelt: words that are no numbers.
        small: those of them that don't begin with a capital.
        cues: the most that its words can weigh as boilerplate.
        credits: words that a picture's credit is known by.
        dates: pieces that a date could be written with, besides its year.
        outlets: words that an outlet's name is known by.
    """

    words: int
    spelt: int
    small: int
    cues: int
    credits: int
    dates: int
    outlets: int


def measure_line(text: str) -> LineMeasures:
    """Measure a line; no word reaches across a plain space. Cost: linear."""
    pieces = text.split(" ")
    codes = bytes(map(_code, pieces))
    total = codes.count(_SMALL_WORD) * _OF_SMALL + codes.count(_CAPITAL_WORD) * _OF_CAPITAL
    if codes.translate(None, _PLAIN):
        told = [piece for piece, code in zip(pieces, codes, strict=True) if code == _TELLING]
        total += sum(map(_measure, told))
    return LineMeasures(
        total & _MASK,
        total >> _SPELT & _MASK,
        total >> _SMALL & _MASK,
        total >> _CUES & _MASK,
        total >> _CREDITS & _MASK,
        total >> _DATES & _MASK,
        total >> _OUTLETS,
    )


def _read_code(said: str) -> int:
    word = said.strip(_EDGES)
    if word != said and word.isascii() and word.isalpha():
        return _codes[word]  # marks change nothing in it
    return _CODES.get(_read(said), _TELLING)


def _read(said: str) -> int:
    word = said.strip(_EDGES)
    return _of_word(word) if word.isascii() and word.isalpha() else _of_any(said)


def _of_word(word: str) -> int:
    """Measure a piece of nothing but plain letters."""
    lowered = word.lower()
    return (
        1
        | 1 << _SPELT
        | (not word[0].isupper()) << _SMALL
        | most_weights().get(lowered, 0) << _CUES
        | (lowered in credit_tokens()) << _CREDITS
        | bool(month_offsets(lowered)) << _DATES
        | (word in outlet_tokens()) << _OUTLETS
    )


def _of_any(said: str) -> int:
    """Measure a piece of any characters."""
    words = _WORD.findall(said)
    spelt = [word for word in words if not word[0].isdigit()]
    lowered = said.lower()
    weights = most_weights()
    plain = lowered.translate(_ALIKE)
    return (
        len(words)
        | len(spelt) << _SPELT
        | sum(not word[0].isupper() for word in spelt) << _SMALL
        | sum(weights.get(token, 0) for token in tokens(lowered)) << _CUES
        | sum(token in credit_tokens() for token in tokens(plain)) << _CREDITS
        | may_date(plain) << _DATES
        | sum(token in outlet_tokens() for token in tokens(said)) << _OUTLETS
    )


_codes = Memo(_read_code, _MOST_PIECES)
_code = _codes.__getitem__
_measure = Memo(_read).__getitem__
