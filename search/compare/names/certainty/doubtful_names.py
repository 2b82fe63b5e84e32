"""Names that rest on a capital letter alone: ordinary words that one article writes so once or twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.english import english, roles
from search.compare.names.capitals import is_acronym
from search.compare.names.certainty.ordinary_words import around, famous, is_ordinary
from search.compare.names.known_words import first_names, known
from search.compare.names.rows.row_links import is_field_after, is_half

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import AnnotatedArticle, Word
    from search.compare.names.capitals import Capitals
    from search.compare.names.spellings import Forms
    from search.compare.names.told_name import Mention

_TWO = 2
_PARTIES = ("groups.several", "groups.parties", "groups.of_party")
_VERB = 5
"""Letters of a verb at least that has an ending: Asked, but not Fed."""
_FEW = 2
"""Times at most that a doubtful name is told: what is told more often is meant as a name."""
_OPENING, _CLOSING = frozenset("\"'“‘«"), frozenset("\"'”’»")
_PEOPLE = ("eans", "ians")
"""How words for people of a place end, of which there are too many for a list: Athenians."""
_ADJECTIVES = ("al", "ary", "ic", "ive")
_NICKNAME = re.compile(r" [\"“'‘(][A-Z][^\"”'’()]{0,24}[\"”'’)] [A-Z]")
_NICKNAME_WITHIN = re.compile(r" [\"“'‘(][A-Z]\w*(?: [A-Z]\w*)?[\"”'’)] [A-Z]")
_NUMBER = re.compile(r" \d")
_GOES_ON = re.compile(r" and [A-Z][a-z]")
_THE = re.compile(r" the [A-Z]")
_TITLE = re.compile(r" (?:of|(?:for|from|in|on|to) (?:the|an?)|of (?:the|an?)) [A-Z]")
_SMALL = re.compile(r" [a-z]")
_IN = re.compile(r" in (?:the )?[A-Z]")
_COUNTED = re.compile(r"[.,;:!?)”]|\Z")
_OF = re.compile(r" (?:for|of) (?:the )?[A-Z]")


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
    if words[mention.first].form == "the" and _is_cut_title(words[mention.last - 1], text):
        return True
    told = forms[1:] if _is_of_nation(words, mention) else forms
    ordinary = all(is_ordinary(form) or seen.lowercase[form] for form in told)
    if len(forms) > 1:
        cut = _is_cut(words, mention, text) or _says_of_what_people(words, mention, text, seen)
        return cut or (ordinary and not _is_name(words, mention, text))
    if forms[0] in first_names():
        return _NICKNAME.match(text, words[mention.last - 1].stop) is not None  # Ann "Lou" Lee
    return (ordinary or forms[0].endswith(_PEOPLE) or _is_counted(words, mention, text)) and not (
        _is_known(words[mention.last - 1], text, seen) or _stands_alone(words, mention, text)
    )


def _is_cut_title(last: Word, text: str) -> bool:
    """Tell whether a title goes on after a name that begins with `The`: The Key to the Lake."""
    known_one = _is_body_or_place(last.form) or last.form in famous("words")
    return not known_one and _TITLE.match(text, last.stop) is not None


def _is_counted(words: Sequence[Word], mention: Mention, text: str) -> bool:
    """Tell whether a word is one of a kind: both believe in an Afterlife."""
    before = words[mention.first - 1].form if mention.first else ""
    stop = words[mention.last - 1].stop
    return before in {"a", "an"} and _COUNTED.match(text, stop) is not None


def _is_cut(words: Sequence[Word], mention: Mention, text: str) -> bool:
    """Tell whether a row is a part of what goes on around it, and no name alone.

    So before what two committees share (House and Senate Intelligence committees), before the second
    half of what a body is for (Center for Cognition and Sociality), after a hyphen (Make-A-Wish).
    """
    row = words[mention.first : mention.last]
    first, last = row[0], row[-1]
    if is_half(words, mention.first, mention.last, text):
        return True
    if first.form in around("chambers") and last.form in known("joined.words"):
        return True
    if text[first.start - 1 : first.start] == "-" and mention.first:
        return words[mention.first - 1].capitalised
    if any(word.form == "the" and word.capitalised for word in row[1:]):
        return not _is_quoted(row, text)  # where a full stop is missing
    if text[first.start - 2 : first.start] == ", " and " & " in text[first.start : last.stop]:
        return words[mention.first - 1].capitalised  # Lee, Orr & Lorn
    if last.form in first_names() and _NICKNAME_WITHIN.match(text, last.stop):
        return True  # Chief Ann "Lou" Lee
    return _is_run_on(row) or _has_more_purposes(words, mention, text)


def _is_run_on(row: Sequence[Word]) -> bool:
    """Tell whether a verb follows a place's name, where a full stop is missing: Lorn Asked."""
    form = row[-1].form
    return (
        row[0].form in known("places.words")
        and form.endswith(("ed", "ing"))
        and len(form) >= _VERB
        and is_ordinary(form)
        and form not in known("openers.names")  # Lorn United
    )


def _has_more_purposes(words: Sequence[Word], mention: Mention, text: str) -> bool:
    """Tell whether what a body is for goes on: Committee on Leaving the Union, Centre for Excellence in Teaching."""
    row = words[mention.first : mention.last]
    small, last = {word.form for word in row}, row[-1]
    if small.isdisjoint({"for", "of", "on"}):
        return False
    if last.form.endswith("ing") and _THE.match(text, last.stop):
        return True
    within = not small.isdisjoint({"for", "on"}) and _IN.match(text, last.stop) is not None
    if within and is_field_after(words, mention.last):
        return True
    ended = _is_body_or_place(last.form) or small.isdisjoint({"for", "of"})
    return not ended and _GOES_ON.match(text, last.stop) is not None


def _is_of_nation(words: Sequence[Word], mention: Mention) -> bool:
    """Tell whether a nation and an adjective or an office make a row: French Presidential.

    So do a nation and what somebody is for it: a Lornian Defence official.
    """
    forms, after = mention.forms, words[mention.last : mention.last + 1]
    office = forms[-1].endswith(_ADJECTIVES) or forms[-1] in roles()
    office = office or any(not word.capitalised and word.form in roles() for word in after)
    return len(forms) > 1 and forms[0] in known("groups.words") and office


def _is_place_or_group(form: str) -> bool:
    return form in known("places.words") or form in known("groups.words")


def _is_body_or_place(form: str) -> bool:
    return form in known("bodies.words") or form in known("places.words")


def _says_of_what_people(
    words: Sequence[Word], mention: Mention, text: str, seen: Capitals
) -> bool:
    """Tell whether a row ends in an adjective for people, before what it describes: Native Lornian food.

    What stands before it has to be an ordinary word, or be known by itself: a Lee Muslim ban.
    """
    row = words[mention.first : mention.last]
    last, first = row[-1].form, row[0].form
    if last not in known("groups.words") or any(last in known(name) for name in _PARTIES):
        return False
    known_one = is_ordinary(first) or first in seen.surnames or _is_place_or_group(first)
    known_one = known_one or text[row[-1].start - 1 : row[-1].start] == "-"  # Sino-Lornian
    people = (
        not is_ordinary(last)
        and known_one
        and first not in first_names()
        and not is_acronym(row[0], text)
    )
    return (
        people
        and " ".join(mention.forms) not in famous("rows")
        and _SMALL.match(text, row[-1].stop) is not None
    )


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
    if text[row[0].start : row[-1].stop].isupper() and " ".join(mention.forms) not in famous(
        "rows"
    ):
        return _is_quoted(row, text)  # FAKE NEWS
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
