"""What is known of single words of names: first names, nations, places, institutions."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

from search.compare.english import role_words
from search.word_lists import word_lists

Gender: TypeAlias = Literal["he", "she"]

_LIKE_OPENERS = ("ing", "ly", "ed", "ous", "ful", "ive", "able", "ible", "less", "ness")


@cache
def known(name: str) -> frozenset[str]:
    """Give the words of a list of `things.toml`, such as `places.words`, read when first asked for."""
    section, _, key = name.partition(".")
    found = word_lists("compare/names/things")[section][key]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def short_for(section: Literal["beginnings", "shortened", "states"]) -> dict[str, tuple[str, ...]]:
    """Give by abbreviation the words that it stands for. Don't change the answer."""
    return {
        short: tuple(full.split())
        for short, full in word_lists("compare/names/things")[section].items()
    }


@cache
def _first_names(kind: str) -> frozenset[str]:
    return frozenset(word_lists("compare/names/people")["first_names"][kind].split())


@cache
def first_names() -> frozenset[str]:
    """Give the first names that are known, of men and women."""
    return _first_names("men") | _first_names("women") | _first_names("either")


@cache
def first_name_forms() -> dict[str, frozenset[str]]:
    """Give for a first name the others that may be the same one's: `Bob` and `Robert`.

    Don't change the answer.
    """
    pairs = {
        pair
        for short, longs in word_lists("compare/names/people")["short_names"].items()
        for full in longs
        for pair in ((short, full), (full, short))
    }
    return {name: frozenset(b for a, b in pairs if a == name) for name, _ in pairs}


def gender(first_name: str) -> Gender | None:
    """Tell whether `he` or `she` means who bears a first name; None where either may."""
    man, woman = first_name in _first_names("men"), first_name in _first_names("women")
    if man == woman or first_name in _first_names("either"):
        return None
    return "he" if man else "she"


@cache
def gendered(sort: Literal["men", "women"]) -> frozenset[str]:
    """Give the titles and words of kinship that only men or only women bear."""
    return frozenset(word_lists("compare/names/people")["genders"][sort])


def is_institution(form: str) -> bool:
    """Tell whether a name that ends in this word is no person's."""
    return form in known("bodies.words") or form in known("groups.words")


def may_open_sentence(form: str) -> bool:
    """Tell whether sentences begin with a word often, so that its capital there says nothing."""
    if form in known("openers.names"):
        return False
    return (
        form in known("openers.words")
        or form.removesuffix("s") in role_words()
        or form.endswith(_LIKE_OPENERS)
    )
