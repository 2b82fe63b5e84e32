"""Splitting text into words: the unit that is indexed, searched, highlighted and compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from search.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094d\u0951-\u0957\u0981-\u0983\u09bc\u09be-\u09cd"
    "\u0b82\u0bbe-\u0bcd\u0c3e-\u0c4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f\uff9e\uff9f\u200d"
)
# Scripts written without spaces: each character is a word, a word typed is a phrase of them.
_SINGLE = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0ec6\u1000-\u109f"
    "\u1780-\u17dd\U00020000-\U0003ffff"
)
# Korean words stand among Latin letters and digits without a space: SK가, 2019년.
_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb\uffa1-\uffdc"
_BARE = rf"[^\W_{_SINGLE}{_HANGUL}]"
_LETTER = rf"{_BARE}[{_MARKS}]*"
# Letters are taken by the run: a repeat of single ones would keep a note of each.
_RUN = rf"(?:{_BARE}+[{_MARKS}]*)+"
_HEBREW = rf"[\u05d0-\u05ea][{_MARKS}]*"
# No abbreviation and no number has more; without a bound each part would be read to the end.
_PARTS = 16
_WORD = re.compile(
    rf"[{_SINGLE}][{_MARKS}]*"
    rf"|[{_HANGUL}]+"
    rf"|(?<![^\W_])(?:[^\W\d_]\.){{2,{_PARTS}}}(?![^\W_])"  # U.S., e.g.
    rf"|\d+(?:[.,:]\d+){{1,{_PARTS}}}(?![^\W_])"  # 1,500.25  18:38
    rf"|(?:{_HEBREW}){{1,8}}[\"״]{_HEBREW}(?![^\W_])"  # an abbreviation, as צה״ל
    rf"|{_LETTER}{_RUN}(?:['’ʼ＇]{_RUN})*"  # don't; but l'état and O'Neill are two words
    rf"|{_LETTER}"
)
_ALONE = re.compile(f"[{_SINGLE}]|[\u0e4d\u0ecd][\u0e32\u0eb2]")  # folding parts the Thai sara am
_KOREAN = re.compile(f"[{_HANGUL}]")
# What French and Italian elide before a vowel, if of several letters; as in Lucene's filters.
_ELIDED = frozenset(
    "qu jusqu lorsqu puisqu quoiqu all dall dell nell sull coll pell gl agl dagl degl negl sugl un".split()
)
_APOSTROPHE = re.compile("['’ʼ＇]")
LONGEST = 64
"""Code points of a word that count; what follows in a longer run is ignored, as no one types it."""


class Token(NamedTuple):
    """A word where it stands.

    Attributes:
        start: offset of its first code point.
        stop: offset after its last, without a possessive ending.
        form: folded; what an exact search compares. Never empty.
    """

    start: int
    stop: int
    form: str


def tokenize(text: str) -> Iterator[Token]:
    """Yield the words of a text in order.

    `Maduro’s` gives `maduro`; `self-declared` gives two words, and so does `dell'Italia`; `U.S.`
    gives `us`; a run of Chinese, Japanese or Thai gives a word for each character. Cost: linear.
    """
    for match in _WORD.finditer(text):
        start, stop = match.span()
        form = fold(match[0] if stop - start <= LONGEST else match[0][:LONGEST])
        if form.endswith("'s"):
            form, stop = form[:-2], stop - 2
        elif "." in form and not form[0].isdigit():
            form = form.replace(".", "")
        if "'" in form:
            head, _, rest = form.partition("'")
            if (
                head in _ELIDED
                and len(rest) > 1
                and (mark := _APOSTROPHE.search(text, start, stop))
            ):
                yield Token(start, mark.start(), head)
                start, form = mark.end(), rest
        if form:
            yield tuple.__new__(Token, (start, stop, form))  # quicker than calling `Token`


def count_words(text: str) -> int:
    """Count the words of a text as `tokenize` parts them, but `dell'Italia` for one; far cheaper."""
    return len(_WORD.findall(text))


def is_single(form: str) -> bool:
    """Tell whether a word is one character of a script written without spaces."""
    return bool(_ALONE.match(form))


def is_korean(form: str) -> bool:
    """Tell whether a word is in Hangul, where particles are written on to it."""
    return bool(_KOREAN.match(form))
