"""What is known of single words of names: first names, nations, places, institutions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from search.compare.english import role_words
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

Gender: TypeAlias = Literal["he", "she"]

_OF_PLACES = ("n", "an", "ian", "ese", "ite")
_OF_NAMES = (*_OF_PLACES, "er", "r", "ist", "ism", "phobe", "phobia", "phobic", "like", "esque")
_WORDS = frozenset({"art", "norm", "sue"})
"""Short names that are rather words."""
_SHORTEST = 4
"""Letters at least of the name of which a word is made."""
_LIKE_OPENERS = ("ing", "ly", "ed", "ous", "ful", "ive", "able", "ible", "less", "ness")


@cache
def known(name: str) -> frozenset[str]:
    """Give the words of a list of `things.toml`, such as `places.words`, read when first asked for."""
    section, _, key = name.partition(".")
    found = word_lists("compare/names/things")[section][key]
    return frozenset(found.split() if isinstance(found, str) else found)


def known_rows(name: str) -> tuple[str, ...]:
    """Give the names of several words of a list of `things.toml`."""
    section, _, key = name.partition(".")
    return tuple(word_lists("compare/names/things")[section][key])


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
    short = frozenset(word_lists("compare/names/people")["short_names"]) - _WORDS
    return _first_names("men") | _first_names("women") | _first_names("either") | short


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


def is_person_like(name: tuple[str, ...]) -> bool:
    """Tell whether a name of several words begins with a first name, and ends in no institution."""
    return (
        len(name) > 1
        and len(name[-1]) > 1
        and (name[0] in first_names() or len(name[0]) == 1)
        and not is_institution(name[-1])
        and "of" not in name
    )


def is_derived(forms: tuple[str, ...], names: AbstractSet[str]) -> bool:
    """Tell whether a single word is made of a place's name, or of one of `names`: their last words.

    What has a first name's form isn't. Cost: constant.
    """
    if len(forms) != 1 or forms[0] in first_names() or forms[0] in known("places.words"):
        return False
    for word in (forms[0], forms[0].removesuffix("s")):
        for ending in _OF_NAMES:
            base = word.removesuffix(ending)
            if base == word or len(base) < _SHORTEST:
                continue
            places = known("places.words") if ending in _OF_PLACES else frozenset()
            if base in names or not places.isdisjoint({base, f"{base}y"}):
                return True
    return False


def may_open_sentence(form: str) -> bool:
    """Tell whether sentences begin with a word often, so that its capital there says nothing."""
    if form in known("openers.names"):
        return False
    return (
        form in known("openers.words")
        or form in role_words()
        or form.removesuffix("s") in role_words()
        or form.endswith(_LIKE_OPENERS)
    )
