"""Stemming."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from whoosh.lang import aliases, stemmer_for_language

from search.text.affixes import arabic, korean, spelt
from search.text.fold import fold
from search.text.variants import JOINED
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Callable

NONE = "none"
"""The rules that leave every word as it is."""

_SNOWBALL = frozenset("da de es fi fr hu it nl no pt ro sv".split())
_KINDRED = {"nb": "no", "nn": "no", "mo": "ro"}
# Languages with letters of their own, or none: the script says how each word is stemmed.
_BY_SCRIPT = frozenset(
    "en ru ar und mul am as bn bo dz el gu he hi hy ja ka km kn ko lo ml mr my ne or pa sa si "
    "ta te th ti yi yue zh".split()
)


@lru_cache(maxsize=1 << 10)
def stemmer(language: str | None) -> str:
    """Name the rules by which the words of an article are stemmed, from its BCP 47 tag.

    An empty name stands for English in Latin letters, Russian in Cyrillic and Arabic in Arabic
    ones, which is also how an article is read that doesn't say its language. A name stands for
    itself. A language that has no rules here gives `NONE`: its words are taken as they are.
    """
    if language == NONE:
        return NONE
    first = (language or "und").replace("_", "-").partition("-")[0].lower()
    first = aliases.get(first, _KINDRED.get(first, first))
    if first in _BY_SCRIPT:
        return ""
    return first if first in _SNOWBALL or first == "tr" else NONE


@lru_cache(maxsize=1 << 16)
def stem(form: str, language: str | None = None) -> str:
    """Give the stem that all forms of a word share: `sanctioned` gives `sanction`.

    Takes a folded form and the language of its article, or a name that `stemmer` gave. Words of
    other scripts than the language's are stemmed by their own script. Sources: Snowball as in
    Whoosh for English (Porter 2: M. F. Porter, 2001), without the words that it confuses, for
    Russian, and for twelve languages in Latin letters; L. Larkey, L. Ballesteros and M. Connell, Light stemming
    for Arabic information retrieval (2007). Turkish words lose what follows an apostrophe,
    Korean ones their particles. Cost: some ten microseconds for a form that is new.
    """
    rules = stemmer(language)
    first = form[:1]
    if rules == NONE or not first:
        return form
    if form[-1] == JOINED:
        return stem(form[:-1], rules) + JOINED
    if first <= "z":
        return _latin(form, rules)
    if "\u0400" <= first <= "\u04ff":
        return _snowball("ru")(form)
    if "\u0600" <= first <= "\u06ff":
        return arabic(form)
    return korean(form) if "\uac00" <= first <= "\ud7a3" else form


def _latin(form: str, rules: str) -> str:
    if rules == "tr":
        return form.partition("'")[0] or form
    if not (form.isascii() and form.isalpha()):
        return form
    return fold(_snowball(rules)(spelt(form, rules))) if rules else _english(form)


def _english(form: str) -> str:
    return _kept_apart().get(form) or _snowball("en")(form)


@cache
def _kept_apart() -> dict[str, str]:
    """Give the stems of words that the stemmer would make one with others."""
    entries = word_lists("text/confused_words")["english"]["groups"]
    groups = (group.split() for groups in entries for group in groups)
    return {form: group[0] for group in groups for form in group}


@cache
def _snowball(language: str) -> Callable[[str], str]:
    stem_: Callable[[str], str] = stemmer_for_language(language)
    return stem_
