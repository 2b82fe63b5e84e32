"""Expanding prefixes, wildcards and fuzzy terms to the words of a lexicon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.retrieval.edit_distance import letters_of, within_edit_distance
from search.query import Fuzzy, Prefix, Wildcard
from search.text import is_variant

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.lexicon import Lexicon

_LETTER = (
    rb"(?:[\x00-\x09\x0b-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}"
    rb"|[\xf0-\xf4][\x80-\xbf]{3})"
)


def expand(lexicon: Lexicon, leaf: Prefix | Wildcard | Fuzzy) -> range | Array:
    """Give the numbers of the words a leaf means, ascending.

    Cost: logarithmic for a prefix; for the others linear in the words that begin with the same
    letters: a few nanoseconds each, and some hundred for one that also has the other letters.
    """
    match leaf:
        case Prefix(form=form):
            return range(*lexicon.beginning(form.encode()))
        case Wildcard(form=form):
            begin = re.split(r"[*?]", form, maxsplit=1)[0]
            low, high = lexicon.beginning(begin.encode())
            return _fitting(lexicon, form, low, high)
        case Fuzzy(form=form, edits=edits):
            low, high = lexicon.beginning(form[:1].encode())
            return _words(lexicon, within_edit_distance(lexicon, form, edits, low, high))


def _fitting(lexicon: Lexicon, form: str, low: int, high: int) -> Array:
    """Give the numbers between two of the words that a pattern fits.

    They are first sifted by how many letters they have, and which.
    """
    if low >= high:
        return np.zeros(0, np.int64)
    asked = letters_of(re.sub("[*?]", "", form))
    sizes, least = lexicon.sizes[low:high], len(form) - form.count("*")
    chosen = (sizes >= least) if "*" in form else (sizes == least)
    chosen &= (lexicon.letters[low:high] & asked) == asked
    numbers = np.flatnonzero(chosen) + low
    fits = _pattern(form).fullmatch
    chosen = [fits(word) is not None for word in lexicon.several(numbers)]
    return _words(lexicon, numbers[chosen])


def _words(lexicon: Lexicon, numbers: Array) -> Array:
    """Leave out variants, which only whole words and beginnings find."""
    return numbers[[not is_variant(word.decode()) for word in lexicon.several(numbers)]]


def _pattern(form: str) -> re.Pattern[bytes]:
    """Compile a pattern for a word in UTF-8, as `wildcard_pattern` does for one in letters."""
    first, *rest = (
        b"".join(_LETTER if c == "?" else re.escape(c.encode()) for c in part)
        for part in form.split("*")
    )
    if not rest:
        return re.compile(first)
    *middle, last = rest
    return re.compile(
        first + b"".join(b"(?>.*?%b)" % part for part in middle if part) + b".*" + last
    )


def numbers(words: range | Array) -> Array:
    """Give words as an array."""
    return np.arange(words.start, words.stop) if isinstance(words, range) else words
