"""Which words are ordinary ones, so that capitals alone don't make a name of them."""

from __future__ import annotations

from functools import cache, lru_cache

from search.compare.english import role_words
from search.compare.names.known_words import known
from search.word_lists import word_lists

_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
"""Endings of words, and what they stand in place of."""
_SHORTEST = 3
"""Letters at least of a word that has an ending."""
_DERIVED = tuple("ance ence ical ional ity ment ness ous sion sions tion tions tural".split())
"""Endings by which words are made of others."""
_LONG = 7
"""Letters from which on a word with such an ending is made of another."""


@cache
def famous(key: str) -> frozenset[str]:
    """Give names that look like ordinary words: single `words`, `rows` of them, and how names of a kind `ends`."""
    found = word_lists("compare/names/certainty/ordinary")["famous"][key]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def around(key: str) -> frozenset[str]:
    """Give the words by which others are known as names or not: `bare`, `chambers`, `vague` and `within`."""
    return frozenset(word_lists("compare/names/certainty/ordinary")["around"][key].split())


@cache
def _words() -> frozenset[str]:
    listed = frozenset(word_lists("compare/names/certainty/ordinary")["ordinary"]["words"].split())
    fields = known("openers.words") | known("bodies.words") | known("joined.words")
    return (listed | fields | role_words()) - famous("words")


@lru_cache(maxsize=1 << 13)
def is_ordinary(form: str) -> bool:
    """Tell whether a folded word is an ordinary one of English, whatever its ending. Cost: constant."""
    words = _words()
    if form in words or (len(form) >= _LONG and form.endswith(_DERIVED)):
        return True
    for ending, instead in _ENDINGS:
        if form.endswith(ending):
            base = form.removesuffix(ending)
            if len(base) < _SHORTEST:
                continue
            twice = base[-1] == base[-2] and ending in {"ed", "ing"}  # planned
            if base + instead in words or (twice and base[:-1] in words):
                return True
    return False
