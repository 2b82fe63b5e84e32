"""Whether a row of words with capitals is a name at all."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.names.capitals import is_acronym
from search.compare.names.certainty.ordinary_words import is_ordinary
from search.compare.names.known_words import first_names, known, short_for
from search.compare.names.rows.titles_in_rows import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word
    from search.compare.names.capitals import Capitals

_PLURAL = re.compile(r"[A-Z]{2,}e?s")
"""An acronym in the plural, which means any of a kind: NGOs."""
_LONG_ACRONYM = 6
"""Letters of the longest acronyms, such as `UNESCO`."""
_SHORT_FOR = 8
"""Letters at most of what abbreviates plain words."""
_QUALIFIERS = frozenset({"acting", "assistant", "deputy", "former"})
"""Those of titles that are no name alone; `Crown` is one."""
_SMALL_IN_NAMES = frozenset({"and", "de", "of", "the"})
_ADJECTIVES = ("ental", "esque", "ian", "ic", "ical", "ional", "ish", "orial")
_SHORT_NAME = 4
"""Letters of a name at most that ends as adverbs do: Ely."""
_OFTEN = 3
"""Times that a word of no more letters is written small, so that in capitals it is shouted."""
_WORD_ACRONYM = 3
"""Letters of what is in capitals from which on it may be a word that is shouted."""


def is_name(words: Sequence[Word], text: str, seen: Capitals) -> bool:
    """Tell whether what a row comes down to is a name: no day, and no word with a chance capital."""
    forms = [word.form for word in words]
    if known("alone.furniture").issuperset(forms):
        return False
    if text[words[0].start : words[-1].stop].lower() in known("alone.letters"):
        return False
    if _no_names().issuperset(forms):
        named = len(words) == 1 and forms[0] in seen.surnames
        return named and forms[0] in known("alone.surnames")
    return _is_row(words, text, seen) if len(words) > 1 else _is_word(words[0], text, seen)


def _is_row(words: Sequence[Word], text: str, seen: Capitals) -> bool:
    forms = [word.form for word in words]
    of_nation = forms[0] in known("groups.words")
    if of_nation and _PLURAL.fullmatch(text, words[-1].start, words[-1].stop):
        return False  # Chinese CEOs
    return not (seen.mostly_small(forms) or _is_shouted(words, text, seen) or is_role(words, seen))


def _is_word(word: Word, text: str, seen: Capitals) -> bool:
    form = word.form
    if _is_no_word(word, text, seen):
        return False
    if is_acronym(word, text):
        small = seen.lowercase[form] if form not in short_for("shortened") else 0
        often = small >= _OFTEN or small > seen.capitals[form]
        return small == 0 if len(form) > _WORD_ACRONYM else not often
    capitals = seen.capitals[form]
    named = form in known("places.words") or form in known("alone.institutions")
    if capitals <= 1 and not named and form not in first_names():
        long = len(form) > _LONG_ACRONYM
        if (long and _is_loud(word, text)) or _describes(word, text):
            return False
    if capitals - bool(seen.lowercase[form]) <= 1 and _is_plain(form, seen):
        return False
    adverb = (
        form.endswith(("ly", "ical"))
        and (len(form) > _SHORT_NAME or is_ordinary(form))
        and form not in first_names()
        and form not in seen.surnames
    )
    return seen.named(form) and (not adverb or form in known("places.words"))


def _is_no_word(word: Word, text: str, seen: Capitals) -> bool:
    """Tell whether a word is a title, a letter, a code, a plural, an amount or a shouted word."""
    form = word.form
    if (form in english("titles.words") or form in _QUALIFIERS) and form not in seen.surnames:
        return True
    after = text[word.stop : word.stop + 2].strip()
    amount = after[:1] == "$" or (form in known("alone.counted") and after.isdigit())
    code = len(form) == 1 or (form[0].isalpha() and _is_code(form))
    plural = _PLURAL.fullmatch(text, word.start, word.stop) is not None
    shouted = (
        len(form) > _WORD_ACRONYM and is_acronym(word, text) and form in known("openers.words")
    )
    return code or amount or plural or shouted


@cache
def _no_names() -> frozenset[str]:
    """Give the words of which alone no name is made."""
    return english("names.calendar") | known("alone.words") | {"last", "next"}


def _is_loud(word: Word, text: str) -> bool:
    """Tell whether a word is shouted, unless it is a place's, as in a dateline."""
    return text[word.start : word.stop].isupper() and word.form not in known("places.words")


def _describes(word: Word, text: str) -> bool:
    """Tell whether a word looks like an adjective before a noun: Victorian houses."""
    after = text[word.stop : word.stop + 2]
    adjective = word.form.endswith(_ADJECTIVES) and word.form not in known("alone.no_adjectives")
    return adjective and after[:1] == " " and after[1:].islower()


def _is_plain(form: str, seen: Capitals) -> bool:
    """Tell whether a word is an ordinary one, so that a single capital is no sign of a name."""
    named = form in first_names() or form in seen.surnames or form in known("places.words")
    named = named or form in known("alone.institutions")
    return not named and (form.endswith("ed") or form in known("openers.words"))


def _is_shouted(words: Sequence[Word], text: str, seen: Capitals) -> bool:
    """Tell whether a row is plain words in capitals: not once, LAST YEAR."""
    written = text[words[0].start : words[-1].stop]
    if any(
        word.stop_word and len(word.form) > _WORD_ACRONYM and text[word.start : word.stop].isupper()
        for word in words
    ):
        return True
    small = [word.form for word in words if word.stop_word and word.stop - word.start > 1]
    plain = len(words) > 1 and not _SMALL_IN_NAMES.issuperset(small)
    if (plain or len(small) > 1) and written.isupper():
        return "&" not in written
    return (
        " " in written
        and written.isupper()
        and all(word.stop_word or seen.lowercase[word.form] for word in words)
    )


def _is_code(form: str) -> bool:
    """Tell whether letters and digits alternate, as in an address: MAb0jGi7r4."""
    if form.isalpha():
        return False
    kinds = [sign.isdigit() for sign in form]
    return sum(a != b for a, b in itertools.pairwise(kinds)) > 1


def abbreviates_plain_words(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether word `k` is in brackets after words without capitals that it is short for.

    Its letters stand in them in this order, the first letters of the first and last word among them:
    venous thromboembolism (VTE).
    """
    short = words[k].form
    bracket = text[words[k].start - 1 : words[k].start] == "("
    if not bracket or not short.isalpha() or len(short) > _SHORT_FOR:
        return False
    for first in range(k - 1, max(-1, k - 1 - len(short)), -1):
        before = words[first:k]
        if before[0].capitalised:
            return False
        letters = iter("".join(word.form for word in before))
        if before[0].form[0] == short[0] and all(letter in letters for letter in short):
            return len(before) > 1
    return False
