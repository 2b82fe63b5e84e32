"""The speaker of a quotation in languages other than English, where a verb of saying and a name say it plainly.

Their verbs are data, beside this module. Texts often don't say their language, so all count in all.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.compare.quotations.attribution import Attribution
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.compare.quotations.unquoted_text import Passage

_LISTS = "compare/quotations/verbs_elsewhere"
_DESCRIBING = 2
"""Words at most that say what somebody is: dit le nouveau maire Luc Morel."""
_SHORT = 3
"""Letters of a word that is mostly a preposition or a pronoun."""
_GERMAN = "„»"
"""Marks in a text that may be German."""
_FAR = 8
"""Words between a verb and the quotation that it leads to, at most."""


def told_after(passage: Passage) -> Attribution | None:
    """Find who speaks after a quotation: `», a dit Luc Morel`, `“, so Anna Roth`. Cost: constant."""
    words = passage.words[: passage.first_sentence()]
    verb = 1 if words and words[0].form in _beside("auxiliaries") else 0
    bare = words[0].form in _beside("bare") if words else False
    if bare and any(mark in passage.text for mark in _GERMAN):
        return _with_subject_after(passage, 0, len(words))
    return _with_subject_after(passage, verb, len(words)) if _is_verb(passage, verb) else None


def told_before(passage: Passage) -> Attribution | None:
    """Find who speaks before a quotation that a colon leads to: `Luc Morel a dit : «`. Cost: linear in a sentence."""
    words = passage.words
    if not passage.ends_with_colon():
        return None
    first, last = passage.last_sentence(), len(words)
    for verb in range(last - 1, max(first, last - _FAR) - 1, -1):
        if not _is_verb(passage, verb):
            continue
        end = verb - (verb > first and words[verb - 1].form in _beside("auxiliaries"))
        article = words[first].form in _beside("articles")
        for start, stop in _names(passage, first + article).items():
            if stop == end and start >= first and _names_somebody(passage, first, start, stop):
                return Attribution(passage.written(start, stop), passage.written(end, verb + 1))
        return _with_subject_after(passage, verb, last)
    return None


def _is_verb(passage: Passage, k: int) -> bool:
    words = passage.words
    return k < len(words) and words[k].form in _verbs() and not words[k].capitalised


def _with_subject_after(passage: Passage, verb: int, last: int) -> Attribution | None:
    """Give the name after a verb, if nothing but an article and what somebody is stands between."""
    begin = verb + 1
    article = begin < last and passage.words[begin].form in _beside("articles")
    for start, stop in _names(passage, begin + article).items():
        if start < begin or stop > last:
            continue
        unbroken = not any(map(passage.breaks, range(begin, stop)))
        if unbroken and _names_somebody(passage, begin, start, stop):
            return Attribution(passage.written(start, stop), passage.written(verb, begin))
        return None
    return None


def _names_somebody(passage: Passage, first: int, start: int, stop: int) -> bool:
    """Tell whether nothing but an article and what somebody is stands before a name: not `die Ministerin` alone."""
    article = first < start and passage.words[first].form in _beside("articles")
    between = passage.words[first + article : start]
    plain = len(between) <= _DESCRIBING and all(
        len(word.form) > _SHORT and (word is passage.words[first] or not word.capitalised)
        for word in between
    )
    apart = _beside("prepositions").isdisjoint(word.form for word in between)
    return plain and apart and (stop - start > 1 or not article)


def _names(passage: Passage, first: int) -> Mapping[int, int]:
    """Give the names of a passage; where none are told, as in German, a row of capitals from word `first` on."""
    stop = first
    while stop < len(passage.words) and passage.words[stop].capitalised:
        if stop > first and passage.gap(stop) != " ":
            break
        stop += 1
    return passage.names or ({first: stop} if stop - first > 1 else {})


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for verbs in word_lists(_LISTS)["verbs"].values() for verb in verbs)


@cache
def _beside(name: str) -> frozenset[str]:
    return frozenset(word_lists(_LISTS)["beside"][name])
