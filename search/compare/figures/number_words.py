"""The words that numbers, their scales and their currencies are written with, in all languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import table
from search.word_lists import word_lists

if TYPE_CHECKING:
    from search.compare.annotated_article import Word

_OTHERS = "compare/figures/other_languages"
_EAST_ASIAN = "\u2e80"
"""From here on a letter may be a whole word."""


@cache
def scales() -> dict[str, int]:
    """Give multiples: million, crore; also those written on to figures: `bn`."""
    return {**word_lists(_OTHERS)["scales"], **table("numbers")["scales"]}


def is_scale_word(form: str) -> bool:
    """Tell whether a word by itself is a multiple: `million` and `億`, not the `m` of metres."""
    return form in scales() and (len(form) > len("bn") or form > _EAST_ASIAN)


@cache
def small() -> dict[str, int]:
    """Give the numbers up to nineteen that are one word, but one."""
    said = {word: value for value, word in enumerate(table("numbers")["small"], start=2)}
    return {**word_lists(_OTHERS)["small"], **said}


@cache
def tens() -> dict[str, int]:
    """Give the tens from twenty on."""
    return {word: 10 * value for value, word in enumerate(table("numbers")["tens"], start=2)}


def currency_named(word: Word) -> str | None:
    """Give the sign of a currency, or what else tells it apart, by its name; the stem is that of the article's language."""
    return _currencies().get(word.form) or _currencies().get(word.stem)


@cache
def _currencies() -> dict[str, str]:
    return {**word_lists(_OTHERS)["currencies"], **table("numbers")["currencies"]}


@cache
def short_currencies() -> dict[str, str]:
    """Give the same by their abbreviations: USD, Rs."""
    found: dict[str, str] = word_lists(_OTHERS)["abbreviations"]
    return found


@cache
def nationalities() -> dict[str, str]:
    """Give the letters before the sign of a currency by the word that says whose it is."""
    found: dict[str, str] = word_lists(_OTHERS)["nationalities"]
    return found


@cache
def percent() -> frozenset[str]:
    """Give what says per cent, in one word or two."""
    said = word_lists(_OTHERS)["shares"]
    return frozenset((*said["words"], *said["two_words"]))


@cache
def number_words() -> frozenset[str]:
    """Give the words that numbers are written with."""
    return frozenset((*small(), *tens(), *scales()))
