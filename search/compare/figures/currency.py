"""The currency of a number, from the sign, the letters or the name before or after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import table
from search.compare.figures.number_words import currency_named, nationalities, short_currencies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word

SIGNS = "$€£¥₽₹₩₺₴₪₫₱₦"
_BEFORE = re.compile(rf"(?<!\d)([{SIGNS}])[ \u00a0\u202f]?\Z")
_AFTER = re.compile(rf"\.?[ \u00a0\u202f]?([{SIGNS}])(?![ \u00a0\u202f]?\d)")
_LOOK = 6
_GAP = re.compile(r"[ \u00a0\u202f’'-]?\Z|\. \Z")
_JOINING = frozenset(("de", "di", "d"))
"""What joins a scale and a currency: 3,5 millones de euros, 2 millions d'euros."""
_CODE = 3
"""Letters of an abbreviation that counts in capitals only."""


class Currency(NamedTuple):
    """A currency: what tells it apart, where it and its number begin and end, and the word after both."""

    unit: str
    start: int
    stop: int
    after: int


def currency(words: Sequence[Word], first: int, last: int, text: str) -> Currency | None:
    """Find the currency of the number in words `first` to `last`; None for what is no money. Cost: constant."""
    start, stop = words[first].start, words[last - 1].stop
    if sign := _BEFORE.search(text, max(0, start - _LOOK), start):
        letters = _letters(text, sign.start(1))
        whose = table("numbers")["countries"].get(letters, "")
        return Currency(whose + sign[1], sign.start(1) - len(letters), stop, last)
    if sign := _AFTER.match(text, stop):
        return Currency(sign[1], start, sign.end(), last)
    if first and (unit := _short(words[first - 1], text)) and _near(text, words, first):
        return Currency(unit, words[first - 1].start, stop, last)
    return _named(words, first, last, text)


def _letters(text: str, sign: int) -> str:
    """Give the letters before a sign that say whose it is."""
    for letters in table("numbers")["countries"]:
        begin = sign - len(letters)
        if begin >= 0 and text.startswith(letters, begin) and not text[:begin][-1:].isalpha():
            return str(letters)
    return ""


def _named(words: Sequence[Word], first: int, last: int, text: str) -> Currency | None:
    """Find the name of a currency after a number, perhaps with whose it is: 10 million Swiss francs."""
    end, whose = last, ""
    if end < len(words) and words[end].form in _JOINING:
        end += 1
    if end < len(words) and words[end].capitalised and not currency_named(words[end]):
        form = words[end].form
        whose, end = nationalities().get(form, f"{form} "), end + 1
    if end >= len(words) or not all(_near(text, words, k) for k in range(last, end + 1)):
        return None
    unit = currency_named(words[end]) or (
        _short(words[end], text) if end == last and not whose else None
    )
    return Currency(whose + unit, words[first].start, words[end].stop, end + 1) if unit else None


def _short(word: Word, text: str) -> str | None:
    """Give the currency that a word abbreviates: USD, Rs, kr."""
    unit = short_currencies().get(word.form)
    written = text[word.start : word.stop]
    return unit if unit and (len(written) < _CODE or written.isupper()) else None


def _near(text: str, words: Sequence[Word], k: int) -> bool:
    """Tell whether nothing but a space parts a word from the one before: Rs. 500, 5 Mio. Euro."""
    return _GAP.match(text[words[k - 1].stop : words[k].start]) is not None
