"""Which words of a lexicon a leaf of a query means: what `word_test` says, for all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from search.index.find.distance import within
from search.query import Fuzzy, Prefix, Wildcard

if TYPE_CHECKING:
    from search.index.arrays.kinds import Array
    from search.index.arrays.lexicon import Lexicon

_LETTER = (
    rb"(?:[\x00-\x09\x0b-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}"
    rb"|[\xf0-\xf4][\x80-\xbf]{3})"
)


def expand(lexicon: Lexicon, leaf: Prefix | Wildcard | Fuzzy) -> range | Array:
    """Give the numbers of the words a leaf means, ascending.

    Cost: logarithmic for a prefix; linear in the words that begin with the same letters, at
    some twenty nanoseconds each, for the others.
    """
    match leaf:
        case Prefix(form=form):
            return range(*lexicon.beginning(form.encode()))
        case Wildcard(form=form):
            begin = re.split(r"[*?]", form, maxsplit=1)[0]
            low, high = lexicon.beginning(begin.encode())
            if form == begin + "*":
                return range(low, high)
            return lexicon.fitting(_pattern(form), low, high)
        case Fuzzy(form=form, edits=edits):
            low, high = lexicon.beginning(form[:1].encode())
            return within(lexicon, form, edits, low, high)


def _pattern(form: str) -> re.Pattern[bytes]:
    """Compile a pattern of whole lines, each a word in UTF-8."""
    parts = (
        rb"[^\n]*?" if c == "*" else _LETTER if c == "?" else re.escape(c.encode()) for c in form
    )
    return re.compile(rb"^" + b"".join(parts) + rb"$", re.MULTILINE)


def numbers(words: range | Array) -> Array:
    """Give words as an array."""
    return np.arange(words.start, words.stop) if isinstance(words, range) else words
