"""The subject with which a sentence opens, as far as the words make it clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.english import english, roles
from search.compare.names.known_words import known
from search.compare.quotations.plain_phrase import plain_phrase

if TYPE_CHECKING:
    from search.compare.annotated_article import Word
    from search.compare.quotations.unquoted_text import Passage

_SHORT_PHRASE = 5
"""Words of a phrase for somebody and the verb after it."""
_TIMES = frozenset({"earlier", "last", "later", "this"})
"""With these, besides prepositions, a first phrase says when."""


def opening_name(passage: Passage, first: int, last: int) -> str | None:
    """Give the name with which a sentence begins as its subject, but for a first phrase."""
    words = passage.words
    first = past_first_phrase(passage, first, last)
    for start, stop in passage.names.items():
        if start < first:
            continue
        if stop >= last or not passage.introduces(first, start):
            return None
        if passage.gap(stop) == ", ":
            aside = english("speakers.articles") | known("places.words")
            return passage.written(start, stop) if words[stop].form in aside else None
        if words[stop].capitalised or is_described(passage, start, stop):
            continue
        return passage.written(start, stop) if passage.gap(stop) == " " else None
    return None


def past_first_phrase(passage: Passage, first: int, last: int) -> int:
    """Give where a sentence goes on after when, where or while doing what: `On Friday, Smith`."""
    opening = passage.words[first].form
    opens = opening in english("speakers.prepositions") or opening in _TIMES
    if not (opens or opening.endswith("ing")):
        return first
    commas = [k for k in range(first + 1, last) if "," in passage.gap(k)][:2]
    if len(commas) > 1 and all(_is_dated(word) for word in passage.words[commas[0] : commas[1]]):
        return commas[1]  # On Friday, 8 May, Smith
    return commas[0] if commas else first


def _is_dated(word: Word) -> bool:
    return word.form.isdigit() or word.form in english("names.calendar")


def leading_phrase(passage: Passage, first: int, verb: int) -> str | None:
    """Give the short phrase for somebody before a verb: `The paper agreed, saying`."""
    words = passage.words
    for begin in range(verb - 1, first - 1, -1):
        if begin > first and not passage.breaks(begin):
            continue
        for k in range(begin + 2, min(begin + _SHORT_PHRASE, verb)):
            if passage.breaks(k):
                break
            noun = words[k - 1].form.removesuffix("s")
            somebody = noun in roles() or noun in english("speakers.organs")
            form = words[k].form.removesuffix("n't").removesuffix("n’t")
            if somebody and (form.endswith("ed") or form in english("speakers.beside_verb")):
                return plain_phrase(passage, begin, k)
    return None


def is_described(passage: Passage, start: int, stop: int) -> bool:
    """Tell whether a name only says of what kind is what follows: Chinese officials."""
    words = passage.words
    return (
        words[start].form in known("groups.words")
        or words[stop].form.removesuffix("s") in roles()
        or (
            not words[stop].form.endswith("ed")
            and any(begin in passage.names for begin in (stop + 1, stop + 2))
        )
    )
