"""Names that rest on a capital letter alone: ordinary words that one article writes so once or twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.names.capitals import is_acronym
from search.compare.names.certainty.ordinary_words import around, famous, is_ordinary
from search.compare.names.known_words import first_names, known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import AnnotatedArticle, Word
    from search.compare.names.capitals import Capitals
    from search.compare.names.spellings import Forms
    from search.compare.names.told_name import Mention

_TWO = 2
_FEW = 2
"""Times at most that a doubtful name is told: what is told more often is meant as a name."""
_OPENING, _CLOSING = frozenset("\"'“‘«"), frozenset("\"'”’»")
_PEOPLE = ("eans", "ians")
"""How words for people of a place end, of which there are too many for a list: Athenians."""
_NICKNAME = re.compile(r" [\"“'‘(][A-Z][^\"”'’()]{0,24}[\"”'’)] [A-Z]")
_NUMBER = re.compile(r" \d")
_GOES_ON = re.compile(r" and [A-Z][a-z]")
_OF = re.compile(r" of (?:the )?[A-Z]")


def is_doubtful(told: Sequence[tuple[AnnotatedArticle, Mention]], seen: Capitals) -> bool:
    """Tell whether what only one article names, by these mentions, is rather no name, or a part of one.

    So are ordinary words in a row, such as a field or the end of a longer name (`Crime Reduction`),
    and single ones, unless they are famous as a name, end in an institution, or stand as a name does:
    with a title, as an owner, after a preposition without an article, in quotation marks of their own.
    So is a first name before a nickname, and an ordinary word that always has a number (`Example 2`).
    What is told three times and more isn't, unless by such numbers. Cost: linear in the mentions.
    """
    if len(told) > _FEW and not all(_has_number(*one) for one in told):
        return False
    return all(_is_thin(*one, seen) for one in told)


def _has_number(annotated: AnnotatedArticle, mention: Mention) -> bool:
    sentence = annotated.sentences[mention.sentence]
    stop = sentence.words[mention.last - 1].stop
    return len(mention.forms) == 1 and bool(_NUMBER.match(annotated.text(sentence), stop))


def _is_thin(annotated: AnnotatedArticle, mention: Mention, seen: Capitals) -> bool:
    """Tell whether nothing but capitals makes a mention one of a name."""
    sentence, forms = annotated.sentences[mention.sentence], mention.forms
    words, text = sentence.words, annotated.text(sentence)
    if mention.extra:
        return False
    ordinary = all(is_ordinary(form) or seen.lowercase[form] for form in forms)
    if len(forms) > 1:
        cut = _is_cut(words, mention, text)
        return cut or (ordinary and not _is_name(words, mention, text))
    if forms[0] in first_names():
        return _NICKNAME.match(text, words[mention.last - 1].stop) is not None  # Ann "Lou" Lee
    return (ordinary or forms[0].endswith(_PEOPLE)) and not (
        _is_known(words[mention.last - 1], text, seen) or _stands_alone(words, mention, text)
    )


def _is_cut(words: Sequence[Word], mention: Mention, text: str) -> bool:
    """Tell whether a row is a part of what goes on around it, and no name alone.

    So before what two committees share (House and Senate Intelligence committees), before the second
    half of what a body is for (Center for Cognition and Sociality), after a hyphen (Make-A-Wish).
    """
    row = words[mention.first : mention.last]
    first, last = row[0], row[-1]
    if first.form in around("chambers") and last.form in known("joined.words"):
        return True
    if text[first.start - 1 : first.start] == "-" and mention.first:
        return words[mention.first - 1].capitalised
    purpose = any(word.form in {"for", "of"} for word in row)
    ended = last.form in known("bodies.words") | known("places.words")
    return purpose and not ended and _GOES_ON.match(text, last.stop) is not None


def _is_known(word: Word, text: str, seen: Capitals) -> bool:
    """Tell whether a single word is known as a name, or is an abbreviation."""
    form, rest = word.form, text[word.start + 1 : word.stop]
    lists = (
        "alone.institutions",
        "bodies.papers",
        "groups.parties",
        "groups.teams",
        "places.words",
    )
    return (
        is_acronym(word, text)
        or not (rest.islower() or rest.isupper())  # PlayStation
        or form in seen.surnames
        or form in famous("words")
        or any(form in known(name) for name in lists)
    )


def _stands_alone(words: Sequence[Word], mention: Mention, text: str) -> bool:
    """Tell whether a single word stands as only a name does."""
    start, stop = words[mention.first].start, words[mention.last - 1].stop
    if text[stop : stop + 2] in {"'s", "’s"}:
        return True
    if mention.first == 0 or _OF.match(text, stop):
        return False  # in Tree of Life
    if words[mention.first].form == "the":
        return True  # the series The Crown
    before = words[mention.first - 1]
    near = not text[before.stop : start].strip(" .")
    return near and (before.form in around("bare") or before.form in english("titles.words"))


def _is_name(words: Sequence[Word], mention: Mention, text: str) -> bool:
    """Tell whether a row of ordinary words is written, known or made as a name."""
    row, within = words[mention.first : mention.last], around("within")
    if any(word.stop_word and word.form not in within for word in row[1:]):
        return _is_quoted(row, text)  # Choose Your Mode
    written = row[0].form == "the" or not all(word.capitalised for word in row)
    return written or _is_quoted(row, text) or _is_known_row(mention.forms)


def _is_quoted(row: Sequence[Word], text: str) -> bool:
    """Tell whether a row stands between quotation marks by itself: the “Squawk Box”."""
    after = text[row[-1].stop : row[-1].stop + 2]
    return text[row[0].start - 1 : row[0].start] in _OPENING and not _CLOSING.isdisjoint(after)


def _is_known_row(forms: Forms) -> bool:
    """Tell whether a row is known as a name, or begins or ends as names do."""
    first, last = forms[0], forms[-1]
    institution = last in known("bodies.words") and not (
        last in around("vague") and len(forms) == _TWO
    )
    return (
        institution
        or first in first_names()
        or first in english("names.first_words_of_places")
        or last in known("places.words") | known("groups.several") | famous("ends")
        or first in famous("words")
        or " ".join(forms) in famous("rows")
    )
