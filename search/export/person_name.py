"""Names of authors, taken apart as lists of references want them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from search.export.tidy_text import tidy
from search.word_lists import word_lists

_MOST_WORDS = 6
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV|M\.?D\.?|Ph\.?D\.?)\Z", re.IGNORECASE)


class PersonName(NamedTuple):
    """A name: `family` alone is an institution's, or one that can't be taken apart.

    `particle` is what stands before the family name and isn't sorted by in every style: `van der`.
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""

    @property
    def whole(self) -> str:
        """The name as it is spoken: `Ludwig van Beethoven`."""
        spoken = " ".join(filter(None, (self.given, self.particle, self.family)))
        return f"{spoken}, {self.suffix}" if self.suffix else spoken

    @property
    def surname(self) -> str:
        """The family name with its particle."""
        return f"{self.particle} {self.family}".strip()


def person_name(author: str) -> PersonName:
    """Take a name apart; what isn't plainly a person's stays whole. Cost: linear.

    `Family, Given` is read as written; else a person's name has two to six words, the last of
    which, with the particles before it, is the family name. A name in Chinese, Japanese or Korean
    stays whole, as nothing tells where it parts.
    """
    name = tidy(author)
    family, comma, given = name.partition(", ")
    if comma and _SUFFIX.match(given):
        apart = person_name(family)
        return apart._replace(suffix=given) if apart.given else PersonName(name)
    if comma and given and "," not in given and _is_person(f"{given} {family}"):
        return PersonName(family, given)
    words = name.split()
    if not _is_person(name):
        return PersonName(name)
    suffix = words.pop() if _SUFFIX.match(words[-1]) and len(words) > 2 else ""  # noqa: PLR2004 - given, family
    start = len(words) - 1
    while start > 1 and words[start - 1] in _words("particles"):
        start -= 1
    return PersonName(words[-1], " ".join(words[:start]), " ".join(words[start:-1]), suffix)


def _is_person(name: str) -> bool:
    """Tell whether a name is of two words and more, in letters with capitals, and no institution's."""
    words = name.split()
    if not 1 < len(words) <= _MOST_WORDS or any(c.isdigit() for c in name):
        return False
    if any(word.strip(".,").casefold() in _words("institutions") for word in words):
        return False
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(word[0].isupper() or word in _words("particles") for word in words)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word_lists("export/person_name")[kind].split())
