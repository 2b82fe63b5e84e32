"""The speakers of quotations, paragraph by paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.quotations.attribution import (
    Attribution,
    after,
    before,
    reported,
    signed,
    trailing,
)
from search.compare.quotations.conversation import Conversation
from search.compare.quotations.verb_subject import is_participle
from search.compare.quotations.verbs_elsewhere import told_after, told_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.compare.names.people import Person
    from search.compare.quotations.attribution import Pronoun
    from search.compare.quotations.quotation_marks import Quotation
    from search.compare.quotations.unquoted_text import Passage

_MARKS = "“”„«»\"'‘’「」『』` \u00a0\u202f"
_NICK = r"(?:[“\"‘'][A-Z][^”\"’']{0,20}[”\"’']|\([“\"‘']?[A-Z][a-z-]{1,20}[”\"’']?\))"
_NICKNAME = re.compile(rf" {_NICK} [A-Z][\w’'-]+")
_NICKNAMED = re.compile(rf"[A-Z][\w-]{{1,20}} {_NICK} \Z")
_LONGEST_NICKNAMED = 50
_NEAR = 200
"""Characters around a quotation in which its speaker is named."""
_UNFINISHED = (",", "?", "!", "…", "-", "—", "–")
_ENDED = (".", "!", "?", "…")
_SMALL = frozenset({"a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with"})
"""Words without a capital in a title."""
_BRIEF = 4
"""Words of a sentence that a quotation without a comma is part of: “…” said Smith."""
_JOINING = 4
"""Words at most between two parts of one speech: `called it “a shame” and a “disgrace to us”`."""


class Speakers:
    """Finds who speaks in an article, given its paragraphs in order.

    A speaker is read from the sentence around a quotation; from the quotation before it, where
    nothing but who said that stands between; from the sentence before, where that reports what
    somebody says; from the end of the paragraph before, if that is a colon. `He`, `she` and
    nobody (`and added`) mean who is in play, if only one is.
    """

    def __init__(self, people: Mapping[tuple[int, int], Person]) -> None:
        """Begin before the first paragraph; `people` are the mentions, by block and place."""
        self._talk = Conversation(people)
        self._last: Attribution | None = None
        self._spoke_last = False
        self._above: Passage | None = None

    def paragraph(
        self,
        block: int,
        found: Sequence[Quotation],
        passages: Sequence[Passage],
        *,
        goes_on: bool,
    ) -> Sequence[Attribution | None]:
        """Give the speech of each quotation of a paragraph, None where there is no sign of any.

        `passages` are what stands before, between and after the quotations; `goes_on` says that the
        first is the rest of the last one of the paragraph before. Cost: linear in its words.
        """
        self._talk.begin(block)
        bare = bool(found) and not any(passage.words for passage in passages)
        bare = bare and _is_sentence(passages[0].text[found[0].start : found[-1].stop])
        if not goes_on and not (bare and self._spoke_last and self._talk.alone):
            self._last = None
        told: list[Attribution | None] = []
        heard = 0
        for i, one in enumerate(found):
            speech = self._speech(one, passages[i], passages[i + 1])
            self._listen(
                passages[i], heard, speech.pronoun.start if speech and speech.pronoun else None
            )
            speech = _in_full(passages[0].text, one, self._settled(speech, one, passages[i]))
            if speech and speech.speaker:
                for sentence in passages[i + 1].sentences():
                    self._talk.hear(sentence)
                self._talk.spoke(speech.speaker)
            heard = passages[i + 1].place(passages[i + 1].first_sentence() if speech else 0)
            if speech is not None or _is_sentence(passages[0].text[one.start : one.stop]):
                self._last = speech
            told.append(speech)
        self._end(passages[-1], heard)
        return told

    def _end(self, rest: Passage, heard: int) -> None:
        """Note with whose words a paragraph ends: a quotation's, or those of a report after it."""
        reported_by = self._listen(rest, heard, None)
        ended = heard >= rest.place(len(rest.words))
        if reported_by is not None and not ended:
            self._last = Attribution(reported_by, None)
        self._spoke_last = self._last is not None and (ended or reported_by is not None)
        self._above = rest

    def _speech(self, one: Quotation, ahead: Passage, behind: Passage) -> Attribution | None:
        """Read who speaks from the passages on both sides of a quotation."""
        text = ahead.text
        said = text[one.start : one.stop].rstrip(" \u00a0'’”\"")
        tail = text[behind.start : behind.stop].lstrip(_MARKS)
        unfinished = said.endswith(",") or tail[:1] == ","
        found: Attribution | None = None
        brief = 0 < behind.first_sentence() <= _BRIEF
        if unfinished or brief or said.endswith(_UNFINISHED):
            found = after(behind, unfinished=unfinished)
            if found is not None and (found.speaker or found.pronoun):
                return found
        opens = not ahead.start and not ahead.words
        if opens and self._above is not None and self._above.ends_with_colon():
            return found or before(self._above)
        leading = None if _is_work(said, ahead) else before(ahead)
        if leading is not None and (leading.speaker or leading.pronoun):
            return leading
        abroad = told_after(behind) if unfinished or said.endswith(_UNFINISHED) else None
        english = signed(behind) or trailing(behind)
        return english or abroad or told_before(ahead) or found or leading

    def _settled(
        self, speech: Attribution | None, one: Quotation, ahead: Passage
    ) -> Attribution | None:
        """Give the speech with its speaker, if that is plain from what was said before."""
        last = self._last.speaker if self._last else None
        if speech is None:
            if last and (_follows(ahead) or _goes_on_with(ahead)):
                return Attribution(last, None)
            if not _is_sentence(ahead.text[one.start : one.stop]):
                return None
            speech = reported(ahead, thinking=True)
        if speech is None or speech.speaker:
            return speech
        if speech.pronoun:
            return Attribution(self._whom(speech.pronoun), speech.verb)
        if last and (_goes_on_with(ahead) or _adds(ahead, speech.verb)):
            return Attribution(last, speech.verb)
        return speech

    def _listen(self, passage: Passage, start: int, stop: int | None) -> str | None:
        """Note who is named, and who is reported to say something, from one place to another.

        Gives whom the last sentence reports, if it reports anybody.
        """
        reported_by: str | None = None
        for sentence in passage.sentences():
            self._talk.hear(sentence, start, stop)
            reported_by = None
            if (
                sentence.words
                and start <= sentence.words[0].start
                and (stop is None or sentence.stop <= stop)
            ):
                said = reported(sentence, thinking=False)
                if said is not None:
                    reported_by = said.speaker or (said.pronoun and self._whom(said.pronoun))
            if reported_by:
                self._talk.spoke(reported_by)
        return reported_by

    def _whom(self, pronoun: Pronoun) -> str | None:
        """Give whom a pronoun means; if that isn't plain, somebody unknown is in play."""
        who = self._talk.meant(pronoun)
        if who is None:
            self._talk.spoke_unnamed(pronoun)
        return who


def _follows(between: Passage) -> bool:
    """Tell whether nothing but who said the last quotation stands between it and this one."""
    inner = between.text[between.start : between.stop].strip(_MARKS)
    alone = between.first_sentence() == len(between.words)
    return not inner or (inner.endswith((".", "!", "?")) and alone)


def _goes_on_with(between: Passage) -> bool:
    """Tell whether one sentence goes on from quotation to quotation: “…” and later added “…”."""
    if not between.start or between.names or between.first_sentence() < len(between.words):
        return False
    inner = between.text[between.start : between.stop].strip(_MARKS)
    if inner.endswith((".", "!", "?")):
        return False
    verbs = english("reporting_verbs.words")
    told = max((k for k, word in enumerate(between.words) if word.form in verbs), default=None)
    forms = {word.form for word in between.words[: told and told + 1]}
    few = len(between.words) <= _JOINING
    return (
        forms.isdisjoint(english("speakers.pronouns") - english("speakers.determiners") - {"that"})
        and (few or told is not None)
        and (few or between.words[0].form in english("speakers.conjunctions"))
    )


def _is_work(said: str, ahead: Passage) -> bool:
    """Tell whether a quotation is a title, with capitals, that nobody says: his book “The Long Way”."""
    words = [word for word in said.strip(_MARKS + ".,").split() if word.lower() not in _SMALL]
    capitals = len(words) > 1 and all(not word[0].islower() for word in words)
    if not capitals or not ahead.words or ahead.ends_with_colon():
        return False
    last = ahead.words[-1]
    return last.form not in english("reporting_verbs.words") | {"that"}


def _adds(between: Passage, verb: str | None) -> bool:
    """Tell whether who spoke goes on in the same sentence: “…,” she said, adding that “…”."""
    if not (verb and verb.endswith("ing") and between.start) or between.last_sentence():
        return False
    return any(
        word.form == verb and is_participle(between, k) for k, word in enumerate(between.words)
    )


def _is_sentence(said: str) -> bool:
    """Tell whether a quotation is a sentence of its own: it begins and ends as one."""
    bare = said.strip(_MARKS + "([")
    return bare[:1].isupper() and bare.endswith(_ENDED)


def _in_full(text: str, one: Quotation, speech: Attribution | None) -> Attribution | None:
    """Give a speaker with the nickname that stands within the name: William "Shorty" Barnes, Sam (Sami) Roe."""
    if speech is None or speech.speaker is None:
        return speech
    begin = max(0, one.start - _NEAR)
    while (begin := text.find(speech.speaker, begin, one.stop + _NEAR)) >= 0:
        found = _NICKNAME.match(text, begin + len(speech.speaker), one.stop + _NEAR)
        if found:
            return speech._replace(speaker=speech.speaker + found[0])
        if found := _NICKNAMED.search(text, max(0, begin - _LONGEST_NICKNAMED), begin):
            return speech._replace(speaker=found[0] + speech.speaker)
        begin += len(speech.speaker)
    return speech
