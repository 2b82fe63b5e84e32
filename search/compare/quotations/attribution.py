"""Who says what stands between quotation marks, from the words before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english
from search.compare.quotations.verb_subject import is_beside, subject_after, subject_before

if TYPE_CHECKING:
    from search.compare.annotated_article import Word
    from search.compare.quotations.unquoted_text import Passage

_FAR = 14
"""Words between the verb and the quotation at most."""


class Speech(NamedTuple):
    """Who says something, as written, and the verb, if there is one.

    Without a speaker, `pronoun` tells whether the text has `he` or `she` instead.
    """

    speaker: str | None
    verb: str | None
    pronoun: bool = False


def after(passage: Passage) -> Speech | None:
    """Read who spoke from what follows a quotation: `…,” said Mr Smith`, `…,” she added`."""
    last = passage.first_sentence()
    words = passage.words[:last]
    if [word.form for word in words[:2]] == ["according", "to"]:
        return _according(passage, 2, last)
    verb = next((k for k, word in enumerate(words[:_FAR]) if _says(word)), None)
    if verb is None:
        return None
    if all(is_beside(word) for word in words[:verb]):
        return _speech(passage, verb, subject_after(passage, verb + 1, last), verb + 1)
    return _speech(passage, verb, subject_before(passage, 0, verb), verb - 1)


def before(passage: Passage) -> Speech | None:
    """Read who spoke from what leads to a quotation: `Mr Smith said: “…`."""
    first, last = passage.last_sentence(), len(passage.words)
    words = passage.words
    if [word.form for word in words[first : first + 2]] == ["according", "to"]:
        return _according(passage, first + 2, last)
    verbs = [k for k in range(first, last) if _says(words[k])]
    if verbs and verbs[-1] > first and last - verbs[-1] <= _FAR:
        verb = verbs[-1]
        if words[verb - 1].form not in english("speakers.passive"):
            return _speech(passage, verb, subject_before(passage, first, verb), verb - 1)
        by = verb + 1 < last and words[verb + 1].form == "by"
        speaker = subject_after(passage, verb + 2, last) if by else None
        return _speech(passage, verb, speaker, verb + 2)
    if not verbs and passage.names.get(first) == last and _colon(passage):
        return Speech(passage.written(first, last), None)
    return None


def _according(passage: Passage, first: int, last: int) -> Speech | None:
    speaker = subject_after(passage, first, last)
    return Speech(speaker, "according to") if speaker else None


def _says(word: Word) -> bool:
    """Tell whether a word is a verb of saying: the United States isn't."""
    return word.form in english("reporting_verbs.words") and not word.upper


def _colon(passage: Passage) -> bool:
    return passage.text[passage.words[-1].stop : passage.stop].lstrip().startswith(":")


def _speech(passage: Passage, verb: int, speaker: str | None, beside: int) -> Speech:
    near = passage.words[max(0, beside - 2) : beside + 1]
    pronoun = speaker is None and any(word.form in {"he", "she"} for word in near)
    return Speech(speaker, passage.written(verb, verb + 1), pronoun)
