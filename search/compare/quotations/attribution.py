"""The speaker of a quotation, from the words before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english
from search.compare.quotations.verb_subject import is_beside, subject_after, subject_before

if TYPE_CHECKING:
    from search.compare.annotated_article import Word
    from search.compare.quotations.unquoted_text import Passage

_FAR = 14
"""Words between the verb and the quotation at most."""


class Attribution(NamedTuple):
    """The speaker of a quotation, as written, and the reporting verb, if there is one.

    Without a speaker, `pronoun` tells whether the text has `he` or `she` instead.
    """

    speaker: str | None
    verb: str | None
    pronoun: bool = False


def after(passage: Passage) -> Attribution | None:
    """Find the speaker after a quotation: `…,” said Mr Smith`, `…,” she added`."""
    last = passage.first_sentence()
    words = passage.words[:last]
    if [word.form for word in words[:2]] == ["according", "to"]:
        return _according(passage, 2, last)
    verb = next((k for k, word in enumerate(words[:_FAR]) if _is_reporting_verb(word)), None)
    if verb is None:
        return None
    if all(is_beside(word) for word in words[:verb]):
        return _attribution(passage, verb, subject_after(passage, verb + 1, last), verb + 1)
    return _around(passage, 0, verb, last)


def before(passage: Passage) -> Attribution | None:
    """Find the speaker before a quotation: `Mr Smith said: “…`."""
    first, last = passage.last_sentence(), len(passage.words)
    words = passage.words
    if [word.form for word in words[first : first + 2]] == ["according", "to"]:
        return _according(passage, first + 2, last)
    verbs = [k for k in range(first, last) if _is_reporting_verb(words[k])]
    if verbs and verbs[-1] > first and last - verbs[-1] <= _FAR:
        return _around(passage, first, verbs[-1], last)
    if not verbs and passage.names.get(first) == last and _colon(passage):
        return Attribution(passage.written(first, last), None)
    return None


def _around(passage: Passage, first: int, verb: int, last: int) -> Attribution:
    """Read the speaker before a verb; of a passive one, `was told by Kelso`, the one it names.

    Words `first` to `last` are those of the sentence.
    """
    words = passage.words
    if not verb or words[verb - 1].form not in english("speakers.passive"):
        return _attribution(passage, verb, subject_before(passage, first, verb), verb - 1)
    by = verb + 1 < last and words[verb + 1].form == "by"
    speaker = subject_after(passage, verb + 2, last) if by else None
    return _attribution(passage, verb, speaker, verb + 2)


def _according(passage: Passage, first: int, last: int) -> Attribution | None:
    speaker = subject_after(passage, first, last)
    return Attribution(speaker, "according to") if speaker else None


def _is_reporting_verb(word: Word) -> bool:
    """Tell whether a word is a reporting verb: `states` is, the United States isn't."""
    return word.form in english("reporting_verbs.words") and not word.capitalised


def _colon(passage: Passage) -> bool:
    return passage.text[passage.words[-1].stop : passage.stop].lstrip().startswith(":")


def _attribution(passage: Passage, verb: int, speaker: str | None, beside: int) -> Attribution:
    near = passage.words[max(0, beside - 2) : beside + 1]
    pronoun = speaker is None and any(word.form in {"he", "she"} for word in near)
    return Attribution(speaker, passage.written(verb, verb + 1), pronoun)
