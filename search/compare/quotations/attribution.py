"""The speaker of a quotation, from the words before and after it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english, roles
from search.compare.names.known_words import is_institution
from search.compare.quotations.verb_subject import (
    is_beside,
    is_participle,
    subject_after,
    subject_before,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word
    from search.compare.names.known_words import Gender
    from search.compare.quotations.unquoted_text import Passage

_DASHES = frozenset("—–")
_HE_AND_SHE: tuple[Gender, ...] = ("he", "she")
_OBJECT = 5
"""Words from a verb within which its object stands."""
_TAIL = 6
"""Words at the end of a sentence among which who says it is named."""
_FAR = 14
"""Words between the verb and the quotation at most."""
_IN_CLAUSE = 30
"""The same where `that` follows the verb, so that what it governs may be long."""
_SUBJECTS = (["he"], ["it"], ["she"], ["they"])
"""What begins the clause that a verb governs without `that`: said he had been told."""
_FARTHER = 30
"""The same after a quotation that a name follows: `…,” Smith, author of many books, wrote`."""


class Pronoun(NamedTuple):
    """A pronoun in place of who speaks, and where it stands in the paragraph."""

    form: Gender
    start: int


class Attribution(NamedTuple):
    """The speaker of a quotation, as written, and the reporting verb, if there is one.

    Without a speaker, `pronoun` says which the text has instead, if any.
    """

    speaker: str | None
    verb: str | None
    pronoun: Pronoun | None = None


def after(passage: Passage, *, unfinished: bool) -> Attribution | None:
    """Find the speaker after a quotation: `…,” said Mr Smith`, `…,” she added`.

    After one that ends with a comma (`unfinished`) any verb will do: `…,” Smith ticked off.`
    """
    last = passage.first_sentence()
    words = passage.words[:last]
    if [word.form for word in words[:2]] == ["according", "to"]:
        return _according(passage, 2, last)
    far = _FARTHER if 0 in passage.names else _FAR
    verbs = [k for k in range(min(last, far)) if _reports(words, k)]
    aside = [k for k in verbs if k and words[k - 1].form == "who"]  # who spoke there, told us
    verb = next((k for k in (*verbs, *aside) if k not in aside or verbs == aside), None)
    if verb is None:
        return _by_any_verb(passage, last) if unfinished else None
    if all(is_beside(word) for word in words[:verb]):
        return _attribution(passage, 0, verb, subject_after(passage, verb + 1, last), verb + 1)
    return _around(passage, 0, verb, last)


def before(passage: Passage) -> Attribution | None:
    """Find the speaker before a quotation: `Mr Smith said: “…`."""
    first, last = passage.last_sentence(), len(passage.words)
    words = passage.words
    verbs = [k for k in range(first, last) if _reports(words, k)]
    if not verbs and passage.ends_with_colon():
        verbs = [k for k in range(first, last) if words[k].form in english("speakers.issuing")]
    found: Attribution | None = None
    if verbs and verbs[-1] > first and last - verbs[-1] <= _FAR:
        if verbs[-2:] == [verbs[-1] - 1, verbs[-1]] and verbs[-2] > first:
            verbs.pop()  # responded, saying
        found = _around(passage, first, verbs[-1], last)
    if verbs and verbs[0] > first and (found is None or not (found.speaker or found.pronoun)):
        led = passage.ends_with_colon() and words[verbs[-1] - 1].form == "to"  # had this to say:
        return _in_clause(passage, first, verbs[0], last) or (
            _leading(passage, first, last) if led else found
        )
    according = [word.form for word in words[first : first + 2]] == ["according", "to"]
    if according and (found is None or not found.speaker):
        return _according(passage, first + 2, last)
    if found is not None:
        return found
    if not verbs and passage.ends_with_colon():
        name = next((start for start, stop in passage.names.items() if stop == last), None)
        if name is not None and passage.introduces(first, name) and not _is_title(words[name:last]):
            return Attribution(passage.written(name, last), None)
        return _leading(passage, first, last)
    return None


def _leading(passage: Passage, first: int, last: int) -> Attribution | None:
    """Give whom a sentence that ends with a colon is about: `Smith had this to say:`.

    Not where something is told of that is written.
    """
    writings = english("speakers.writings")
    for start, stop in passage.names.items():
        if start < first:
            continue
        words = passage.words[stop:last]
        owner = passage.text.startswith(("'s", "’s"), passage.words[stop - 1].stop)
        written = any(word.form.removesuffix("s") in writings for word in words)
        if owner or written or not words or not passage.introduces(first, start):
            return None
        thing = is_institution(passage.words[stop - 1].form) or words[0].capitalised
        acts = passage.gap(stop) == ", " or words[0].form.endswith(("ed", "ly"))
        acts = acts or words[0].form in english("speakers.beside_verb")
        return Attribution(passage.written(start, stop), None) if acts and not thing else None
    return None


def signed(passage: Passage) -> Attribution | None:
    """Find who signs a quotation: `“…” — President Smith`, to the end of the paragraph."""
    if passage.text[passage.start : passage.stop].lstrip(" \u00a0”\"’'")[:1] not in _DASHES:
        return None
    for start, stop in passage.names.items():
        ends = stop == len(passage.words) and passage.introduces(0, start)
        return Attribution(passage.written(start, stop), None) if ends else None
    return None


def _in_clause(passage: Passage, first: int, verb: int, last: int) -> Attribution | None:
    """Read the speaker before a verb whose `that` begins a long clause: `Smith said that …`."""
    near = [word.form for word in passage.words[verb + 1 : verb + 1 + _TAIL]]
    plain = passage.words[verb].form in english("speakers.before_that")
    governs = "that" in near or near[:1] in _SUBJECTS
    if not plain or not governs or last - verb > _IN_CLAUSE:
        return None
    found = _around(passage, first, verb, last)
    return found if found.speaker or found.pronoun else None


def trailing(passage: Passage) -> Attribution | None:
    """Find who is named at the end of a sentence that a quotation is part of: `…, Hopper said`."""
    last = passage.first_sentence()
    words = passage.words
    for k in range(max(1, last - _TAIL), last):
        begin = k - 1
        while begin > 0 and not passage.breaks(begin):
            begin -= 1
        comma = begin > 0 and passage.gap(begin) == ", "
        if comma and _reports(words, k):
            said = _around(passage, begin, k, last)
            plain = said.speaker and said.speaker == passage.written(begin, k)
            return said if plain or said.pronoun else None
    return None


def reported(passage: Passage, *, thinking: bool) -> Attribution | None:
    """Find whose words the sentence before a quotation reports: `Smith said it was late. “…`.

    It has to be the first verb in it of saying or judging, as in `Smith accused the board`, or any
    of saying or `thinking`, with its subject right before.
    """
    first, last = passage.closed_sentence()
    words = passage.words
    telling = _telling()
    for k in range(first, last):
        if words[k].form not in telling:
            continue
        plain = words[k].form in _before_quotation()
        thinks = thinking and words[k].form in english("speakers.thinking")
        if thinks or ((thinking or plain) and _reports(words, k)) or _issues(words, k):
            said = _around(passage, first, k, last) if k > first else None
            return said._replace(verb=None) if said else None
        if words[k].form == "according" and k + 1 < last and words[k + 1].form == "to":
            said = _according(passage, k + 2, last)
            return said._replace(verb=None) if said else None
    return None


@cache
def _telling() -> frozenset[str]:
    """Give the words by which a sentence may report what somebody says or thinks."""
    verbs = english("reporting_verbs.words") | english("speakers.thinking")
    return verbs | english("speakers.issuing") | {"according"}


def _issues(words: Sequence[Word], k: int) -> bool:
    """Tell whether a verb has a statement as its object: issued a statement."""
    return words[k].form in english("speakers.issuing") and any(
        word.form == "statement" for word in words[k + 1 : k + _OBJECT]
    )


@cache
def _before_quotation() -> frozenset[str]:
    """Give the verbs after whose sentence a quotation is their subject's."""
    return english("speakers.before_that") | english("speakers.judging")


def _by_any_verb(passage: Passage, last: int) -> Attribution | None:
    """Give the name right after a quotation, if a verb in the past follows it."""
    for start, stop in passage.names.items():
        if stop < last and passage.introduces(0, start) and passage.gap(stop) == " ":
            word = passage.words[stop]
            past = word.form.endswith("ed") or word.form in english("speakers.irregular_past")
            if past and not word.capitalised:
                return Attribution(passage.written(start, stop), passage.written(stop, stop + 1))
        return None
    return None


def _is_title(words: Sequence[Word]) -> bool:
    """Tell whether a row of capitals is a headline's: Smith On Dams."""
    return any(word.stop_word for word in words)


def _around(passage: Passage, first: int, verb: int, last: int) -> Attribution:
    """Read the speaker before a verb; of a passive one, `was told by Kelso`, the one it names.

    Words `first` to `last` are those of the sentence.
    """
    words = passage.words
    quoted = words[verb].form == "quoted" and verb + 1 < last and words[verb + 1].form == "as"
    if not verb or quoted or words[verb - 1].form not in english("speakers.passive"):
        speaker = subject_before(passage, first, verb)
        if (
            speaker
            and words[verb].form in english("speakers.naming")
            and _is_thing(passage, speaker)
        ):
            return Attribution(None, None)  # a law called “the Act to come”
        return _attribution(passage, first, verb, speaker, verb - 1)
    by = verb + 1 < last and words[verb + 1].form == "by"
    speaker = subject_after(passage, verb + 2, last) if by else None
    return Attribution(speaker, passage.written(verb, verb + 1))


def _is_thing(passage: Passage, speaker: str) -> bool:
    """Tell whether a speaker is neither a name nor a word for somebody."""
    if any(passage.written(*name) in speaker for name in passage.names.items()):
        return False
    somebody = roles() | english("speakers.organs")
    return not any(form.removesuffix("s") in somebody for form in speaker.lower().split())


def _according(passage: Passage, first: int, last: int) -> Attribution | None:
    speaker = subject_after(passage, first, last)
    return Attribution(speaker, "according to") if speaker else None


def _reports(words: Sequence[Word], k: int) -> bool:
    """Tell whether a word is a reporting verb: not the United States, nor his comments."""
    form = words[k].form
    if form not in english("reporting_verbs.words") or words[k].capitalised:
        return False
    before = words[k - 1].form if k else ""
    noun = form.endswith("s") and before in english("speakers.before_noun")
    return not (noun or before in {"the", "a", "an", "his", "its", "their"})


def _attribution(
    passage: Passage, first: int, verb: int, speaker: str | None, beside: int
) -> Attribution:
    """Give the speaker, or the pronoun beside the verb, with its first place in the sentence."""
    near = {word.form for word in passage.words[max(first, beside - 2) : beside + 1]}
    if is_participle(passage, verb) and passage.words[first].form in _HE_AND_SHE:
        near = {passage.words[first].form}  # he went on, saying
    pronoun: Pronoun | None = None
    for form in _HE_AND_SHE:
        if speaker is None and form in near:
            place = next(w.start for w in passage.words[first:] if w.form == form)
            pronoun = Pronoun(form, place)
    return Attribution(speaker, passage.written(verb, verb + 1), pronoun)
