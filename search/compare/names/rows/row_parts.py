"""The names in a row of words with capitals, without titles and days."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import english, role_words, roles
from search.compare.names.capitals import is_acronym
from search.compare.names.certainty.ordinary_words import is_ordinary
from search.compare.names.known_words import first_name_forms, first_names, is_institution, known
from search.compare.names.rows.row_cuts import CHAMBERS, ends_people, ends_place, is_compass
from search.compare.names.rows.titles_in_rows import before_links, is_namesake, without_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.annotated_article import Word
    from search.compare.names.capitals import Capitals

_INITIALS = 2
"""Letters of what may be a first name: JP Morgan, RJ Lee."""
_KNOWN_ACRONYMS = frozenset({"eu", "pm", "tv", "uk", "un", "us"})
_NICKNAME = re.compile(r" \(([A-Z][a-z]+)\)")
_TWICE = 2
_DOERS = ("er", "or", "ist", "man", "woman")
"""Endings of words for what somebody is: Kicker Ann Lee."""


def _is_prefix(words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Tell whether a row begins with what is tied to a name or to people: Pro-Brexit, Anti-Lee Democrats.

    A longer name may begin so, too: the Anti-Defamation League.
    """
    return (
        words[first].form in known("rows.prefixes")
        and text[words[first].stop : words[first + 1].start] == "-"
        and (last - first == 2 or words[first + 2].form in known("groups.words"))  # noqa: PLR2004 - a count of words
    )


def _is_button(word: Word, text: str) -> bool:
    """Tell whether a word in capitals leads elsewhere: READ Lee's letter."""
    return word.form in known("alone.furniture") and text[word.start : word.stop].isupper()


def names_in_row(
    words: Sequence[Word], first: int, last: int, text: str, seen: Capitals
) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of each name in a row, in order; there may be none.

    The row is cut at titles (`US President Donald Trump` is two names), and at a first name after
    what says who its bearer is (`Democrat Hillary Clinton`). Cost: linear in its words.
    """
    while first + 1 < last and (
        words[first].form in known("rows.kinds_of_bearers")
        or _is_prefix(words, first, last, text)
        or _is_button(words[first], text)
    ):
        first += 1
    posts = known("rows.kinds_of_bearers") | known("rows.posts") | known("rows.makes")
    while last - 1 > first and words[last - 1].form in posts:
        last -= 1
    for begin, end in without_titles(words, first, last, text, seen):
        for start, stop in _at_first_names(words, begin, end, text, seen):
            bare = _without_days(words, start, _without_party(words, start, stop), text)
            if (
                _names_race(words, *bare, text)
                or _ends_in_surname(words, *bare, seen)
                or _ends_in_party(words, *bare)
            ):
                yield bare[0], bare[1] - 1
                yield bare[1] - 1, bare[1]
            elif bare[0] < bare[1]:
                yield bare


def _names_race(words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Tell whether state and chamber stand before an election to it: an Ohio Senate race."""
    return (
        last - first > 1
        and last < len(words)
        and words[last - 1].form in CHAMBERS
        and words[last - 2].form in known("places.words")
        and words[last].form in known("rows.of_elections")
        and text[words[last - 1].stop : words[last].start] == " "
    )


def _ends_in_surname(words: Sequence[Word], first: int, last: int, seen: Capitals) -> bool:
    """Tell whether a body is followed once by who stands alone elsewhere: told Lorn News Lee left."""
    if last - first <= _TWICE or not is_institution(words[last - 2].form):
        return False
    body, surname = words[last - 2].form, words[last - 1].form
    often = seen.capitals[surname] > _TWICE and seen.pairs[body, surname] == 1
    return often and surname in seen.surnames


def _ends_in_party(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a place's name is followed by members of a party: New York Republicans."""
    placed = words[first].form in known("places.words") or is_compass(words[first])
    return placed and last - first > 1 and words[last - 1].form in known("groups.several")


def _at_first_names(
    words: Sequence[Word], first: int, last: int, text: str, seen: Capitals
) -> Iterator[tuple[int, int]]:
    begin = first
    for k in range(first + 1, last):
        form = words[k - 1].form
        if form in known("groups.members") and k == first + 1 and _is_person(words, k, last):
            begin = k
        elif ends_place(words, begin, k, last, seen) or ends_people(words, begin, k, last, text):
            yield begin, k
            begin = k
        elif (
            k + 1 < last
            and (_is_first_name(words, k, last) or _follows_role(words, begin, k, last))
            and words[k + 1].capitalised
            and text[words[k - 1].stop : words[k].start] == " "
            and text[words[k].stop : words[k + 1].start] != "-"
            and (_introduces(words[k - 1], text) or _is_apart(words, k, seen))
            and not is_namesake(words, k - 1, last)
            and words[k - 1].form not in known("rows.ships")
        ):
            end = k
            while begin < end and words[end - 1].form in _before_person():
                end -= 1
            alone = end == begin + 1 and not _introduces(words[begin], text)
            if begin < end and not (alone and seen.capitals[words[begin].form] < _TWICE):
                yield begin, before_links(words, begin, end)
            begin = k
    yield begin, _before_nickname(words, begin, last, text)


def _is_first_name(words: Sequence[Word], k: int, last: int) -> bool:
    """Tell whether a word is a first name, and neither a place's nor a field: Marine Fisheries Service."""
    form = words[k].form
    field = form in known("joined.words") and is_institution(words[last - 1].form)
    return form in first_names() and form not in known("places.words") and not field


def _follows_role(words: Sequence[Word], begin: int, k: int, last: int) -> bool:
    """Tell whether two words that mean nothing stand after a role: Lorn City Clerk Jinette Orr."""
    return (
        last - k == _TWICE
        and k - 1 > begin
        and words[k - 1].form in roles()
        and not any(is_ordinary(word.form) for word in words[k:last])
    )


def _is_person(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether what follows a member of a party may be a person: Democrat Ann Lee."""
    return (
        last - first > 1
        and all(word.capitalised for word in words[first:last])
        and not is_institution(words[last - 1].form)
    )


@cache
def _before_person() -> frozenset[str]:
    """Give the words that before a person's name say what that person is."""
    beside = known("rows.posts") | known("rows.kinds_of_bearers")
    return roles() | english("titles.qualifiers") | beside


def _before_nickname(words: Sequence[Word], first: int, last: int, text: str) -> int:
    """Leave out a first name that begins the name anew: Tom Cotton Thomas (Tom) Bryant Cotton."""
    form = words[last - 1].form
    if last - first == 1 or form not in first_names():
        return last
    short = _NICKNAME.match(text, words[last - 1].stop)
    again = short is not None and (
        short[1].lower() == words[first].form
        or short[1].lower() in first_name_forms().get(form, ())
    )
    return last - again


def _introduces(word: Word, text: str) -> bool:
    """Tell whether a word may stand before a whole name without being part of it."""
    if is_acronym(word, text):
        if word.form in known("rows.posts") | known("rows.kinds_of_bearers"):
            return True
        known_one = len(word.form) > _INITIALS or word.form in _KNOWN_ACRONYMS
        return known_one and not is_compass(word)
    return (
        is_institution(word.form)
        or word.form in role_words()
        or word.form in known("places.words")
        or word.form in known("alone.weekdays")
    )


def _is_apart(words: Sequence[Word], k: int, seen: Capitals) -> bool:
    """Tell whether a word before a first name is no part of the name: Saints Pierre Thomas.

    Either the name stands without it as well, and more often, or it looks like what somebody does.
    """
    before, form = words[k - 1], words[k].form
    if before.form in first_names() or before.stop - before.start == 1:
        return False
    together = seen.pairs[before.form, form] + seen.openings[before.form, form]
    if seen.pairs[form, words[k + 1].form] > max(1, together):
        return True
    inside = seen.pairs[before.form, form] or before.form in seen.surnames
    return k == 1 and before.form.endswith(_DOERS) and not inside


def _without_party(words: Sequence[Word], first: int, last: int) -> int:
    """Leave out of what party one is after state or chamber: Tom Lee, Ohio Republican."""
    cut = (
        last - first > 1
        and words[last - 1].form in known("groups.of_party")
        and (
            words[last - 2].form in known("places.words")
            or words[last - 2].form in CHAMBERS | {"representatives"}
            or (last - first > _TWICE and is_compass(words[first]))
        )
    )
    return last - cut


def _without_days(words: Sequence[Word], first: int, last: int, text: str) -> tuple[int, int]:
    """Leave out a day or month that only stands beside a name: `Friday Facebook`, `Lorn April 2`."""
    if last - first > 1 and (
        words[first].form in known("alone.weekdays") or words[first].form in known("alone.months")
    ):
        kept = words[first + 1].form in known("alone.after_weekday")
        first += not kept
    if last - first == 1 or words[last - 1].form not in english("names.calendar"):
        return first, last
    if text[words[last - 1].stop : words[last - 1].stop + 2].strip(" ").isdigit():
        last = before_links(words, first, last - 1)
    elif words[last - 1].form in known("alone.weekdays"):
        kept = words[last - 2].form in known("alone.before_weekday")
        last = last if kept else before_links(words, first, last - 1)
    return first, last
