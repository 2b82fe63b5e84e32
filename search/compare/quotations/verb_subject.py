"""The subject of a reporting verb, as far as the words around it make it clear."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from search.compare.english import english, roles
from search.compare.names.known_words import known
from search.compare.quotations.opening_subject import (
    leading_phrase,
    opening_name,
    past_first_phrase,
)
from search.compare.quotations.plain_phrase import plain_phrase, pronouns

if TYPE_CHECKING:
    from search.compare.annotated_article import Word
    from search.compare.quotations.unquoted_text import Passage


_LEADING_TO_VERB = frozenset({"after", "before", "by", "while"})
"""Before a participle these say when or how the subject does something: left after saying."""


def subject_before(passage: Passage, first: int, verb: int) -> str | None:
    """Give who stands before a verb as its subject, from word `first` on, as written.

    None for pronouns and wherever it isn't plain. A name comes without its titles.
    """
    words = passage.words
    if words[verb].form.endswith("ing"):
        return _subject_of_participle(passage, first, verb)
    k = verb - 1
    while k >= first and is_beside(words[k]):
        k -= 1
    if k >= first and ")" in passage.gap(k + 1):
        k = _before_bracket(passage, first, k)
    if k < first:
        return None
    if words[k].form in {"who", "and", "but"}:
        return _subject_elsewhere(passage, first, k)
    if "," in passage.gap(k + 1):
        return _before_apposition(passage, first, k)
    begin = _clause(passage, first, k)
    return (
        _name_with_place(passage, begin, k + 1)
        or _name_ending(passage, first, k + 1)
        or _phrase_ending(passage, first, k + 1)
    )


def subject_after(passage: Passage, first: int, last: int) -> str | None:
    """Give who stands after a verb as its subject, in words `first` to `last`, as written.

    None for pronouns and wherever it isn't plain. A name comes without its titles.
    """
    if first >= last or passage.breaks(first) or passage.words[first].form in pronouns():
        return None
    stop = _phrase_after(passage, first, last)
    if stop == first:
        return None
    name = _name_after(passage, first, stop)
    if name is not None:
        return name
    if stop < last and passage.gap(stop) == ", ":
        named = passage.names.get(stop)
        if named is not None and (named == last or passage.breaks(named)):
            return passage.written(stop, named)
        if not passage.words[stop].stop_word:
            return None  # a list, of which it is only the beginning
    return plain_phrase(passage, first, stop)


def is_participle(passage: Passage, verb: int) -> bool:
    """Tell whether a verb goes with the subject of its sentence: `…, saying`."""
    return passage.words[verb].form.endswith("ing") and verb > 0 and passage.gap(verb) == ", "


def is_beside(word: Word) -> bool:
    """Tell whether a word may stand between who speaks and the verb."""
    if word.capitalised:
        return word.form in english("speakers.weekdays")
    return word.form in english("speakers.beside_verb") or (
        word.form.endswith("ly") and word.form not in english("speakers.no_adverbs")
    )


def _phrase_after(passage: Passage, first: int, last: int) -> int:
    """Give where a subject that begins at `first` ends."""
    stop = first
    while stop < last and passage.words[stop].form not in _after_subject():
        stop += 1
        if stop < last and passage.breaks(stop) and not _in_brackets(passage, stop, last):
            break
    return stop


@cache
def _after_subject() -> frozenset[str]:
    """Give the words that end a subject after its verb."""
    ending = english("speakers.prepositions") | english("speakers.beside_verb")
    return ending | english("speakers.weekdays")


def _in_brackets(passage: Passage, k: int, last: int) -> bool:
    """Tell whether a bracket before word `k`, or its end, is followed by who it is: X (XY) spokesman."""
    if passage.gap(k).strip() == ")":
        return passage.words[k].form in roles()
    closed = k + 1 < last and passage.gap(k + 1).strip() == ")"
    return passage.gap(k).strip() == "(" and closed and passage.words[k + 1].form in roles()


def _name_after(passage: Passage, first: int, stop: int) -> str | None:
    """Give the name that words `first` to `stop` come down to."""
    named = [(start, end) for start, end in passage.names.items() if first <= start < stop]
    done = first
    for (start, end), (following, _) in pairwise((*named, (stop, stop))):
        if end > stop:
            continue
        held = any(word.form in {"of", "for"} for word in passage.words[done:start])
        if held or _possessive(passage, end):
            return None
        from_there = end < stop and passage.words[end].form in {"at", "from", "of"}
        if not done - first and from_there and passage.introduces(first, start):
            return passage.written(start, end)  # Ann Lee of Ohio
        done = end
        if end < stop and passage.words[end].form.removesuffix("s") in roles():
            continue  # Barclays economists
        if stop in {end, following}:
            return passage.written(start, end)
    return None


def _before_bracket(passage: Passage, first: int, last: int) -> int:
    """Give the word before the bracket that word `last` closes: Lindsey Graham (R-SC)."""
    k = last - 1
    while k >= first and "(" not in passage.gap(k + 1):
        k -= 1
    return k


def _subject_of_participle(passage: Passage, first: int, verb: int) -> str | None:
    """Give who is `saying`: the name right before, or the one that opens the sentence."""
    words = passage.words
    comma = "," in passage.gap(verb)
    if words[verb - 1].form == "as":  # was quoted as saying
        verb -= 1
    if not comma:
        for start, stop in passage.names.items():
            if stop == verb:
                goes_there = start > first and words[start - 1].form in english("speakers.ways")
                return None if goes_there else passage.written(start, stop)
        before = words[verb - 1].form
        if not (before in _LEADING_TO_VERB or before in english("speakers.writings")):
            return None
    return opening_name(passage, first, verb) or leading_phrase(passage, first, verb)


def _subject_elsewhere(passage: Passage, first: int, k: int) -> str | None:
    """Give whom `who` means, or who does the second of two things: `Smith left and said`."""
    if passage.words[k].form == "who":
        return next(
            (passage.written(start, stop) for start, stop in passage.names.items() if stop == k),
            None,
        )
    after = past_first_phrase(passage, first, k)
    for start, stop in passage.names.items():
        if start < after:
            continue
        if stop < k and passage.introduces(after, start):
            verb = passage.gap(stop) == " " and not passage.words[stop].capitalised
            return passage.written(start, stop) if verb and not _possessive(passage, stop) else None
    return None


def _before_apposition(passage: Passage, first: int, last: int) -> str | None:
    """Give the subject before an apposition that ends with word `last`; or what it names."""
    leading = _leading_name(passage, first, last)
    if leading is not None:
        return leading
    begin = _clause(passage, first, last)
    for start, stop in passage.names.items():
        if begin <= start and stop == last + 1 and passage.introduces(begin, start):
            return passage.written(start, stop)  # the mayor, Ann Lee, said
    if begin == first or passage.words[begin].form in english("speakers.prepositions") - {"with"}:
        return None
    name = _name_ending(passage, first, begin)
    if name is None and passage.words[begin].form == "who":
        return _phrase_ending(passage, first, begin)
    return name


def _leading_name(passage: Passage, first: int, last: int) -> str | None:
    """Give the name that all words before the first comma are, but for titles."""
    while first < last and passage.words[first].form in {"and", "but", "yet"}:
        first += 1
    stop = first + 1
    while stop < last and not passage.breaks(stop):
        stop += 1
    for start, end in passage.names.items():
        if first <= start and end == stop and passage.introduces(first, start):
            dateline = passage.words[start].form in known("places.words")
            return None if dateline else passage.written(start, end)
    return None


def _clause(passage: Passage, first: int, last: int) -> int:
    """Give the first word of the clause in which word `last` stands."""
    begin = last
    while begin > first and not passage.breaks(begin):
        begin -= 1
    return begin


def _name_ending(passage: Passage, first: int, last: int) -> str | None:
    """Give the name, or two joined by `and`, that a clause has right before word `last`."""
    words = passage.words
    begin = _clause(passage, first, last - 1)
    ends = {stop: start for start, stop in passage.names.items() if begin <= start}
    start = ends.get(last)
    if start is None or _is_within(passage, begin, start):
        return None
    if start - 1 > begin and words[start - 1].form == "and":
        other = ends.get(start - 1)
        if other is None or _is_within(passage, begin, other):
            return None
        start = other
    return passage.written(start, last)


def _is_within(passage: Passage, begin: int, start: int) -> bool:
    """Tell whether a name only says of what another is: the head of the Red Cross."""
    ends = {stop: first for first, stop in passage.names.items()}
    k = start - 1
    while k >= begin:
        if _possessive(passage, k + 1):
            k = ends.get(k + 1, k) - 1
        elif passage.words[k].form in english("speakers.articles"):
            k -= 1
        else:
            return passage.words[k].form in english("speakers.inside_phrase")
    return False


def _phrase_ending(passage: Passage, first: int, last: int) -> str | None:
    """Give the phrase for a subject that is no name and ends before word `last`."""
    words = passage.words
    begin = _clause(passage, first, last - 1)
    if words[last - 1].form in pronouns() | english("speakers.determiners"):
        return None
    if begin > first and not words[begin].capitalised:
        leading = _leading_name(passage, first, begin)
        if leading is not None:
            return leading  # an apposition that no comma closes
    while begin < last and words[begin].form in english("speakers.conjunctions"):
        begin += 1
    if words[begin].form == "on" and words[begin + 1].form in english("speakers.weekdays"):
        begin += 2
    who = next((k for k in range(begin + 1, last) if words[k].form == "who"), last)
    return _name_with_place(passage, begin, last) or plain_phrase(passage, begin, who)


def _name_with_place(passage: Passage, first: int, last: int) -> str | None:
    """Give the name before what says where one is from: Ann Lee of Ohio, of the Red Cross."""
    while first < last and passage.words[first].form in {"and", "but", "yet"}:
        first += 1
    for start, stop in passage.names.items():
        if not first <= start < stop < last:
            continue
        if passage.words[stop - 1].form in known("groups.words"):
            continue  # Democratic Rep. Ann Lee of Ohio
        if passage.introduces(first, start):
            place = passage.words[stop].form in {"at", "from", "of", "with"}
            from_there = place and passage.gap(stop) == " "
            return passage.written(start, stop) if from_there else None
    return None


def _possessive(passage: Passage, k: int) -> bool:
    stop = passage.words[k - 1].stop
    return passage.text[stop : stop + 2] in {"'s", "’s"}
