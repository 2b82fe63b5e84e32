"""The names in a row of words with capitals, without titles and days."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import english, role_words, roles
from search.compare.names.capitals import is_acronym
from search.compare.names.known_words import first_name_forms, first_names, is_institution, known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.annotated_article import Word
    from search.compare.names.capitals import Capitals

_INITIALS = 2
"""Letters of what may be a first name: JP Morgan, RJ Lee."""
_KNOWN_ACRONYMS = frozenset({"eu", "pm", "tv", "uk", "un", "us"})
_OFFICES = (
    ("of", "state"),
    ("of", "defense"),
    ("of", "defence"),
    ("of", "staff"),
    ("in", "charge"),
)
_CHAMBERS = frozenset({"congress", "house", "senate"})
_NICKNAME = re.compile(r" \(([A-Z][a-z]+)\)")
_TWICE = 2
_DOERS = ("er", "or", "ist", "man", "woman")
"""Endings of words for what somebody is: Kicker Ann Lee."""
_MONTHS = frozenset({"january", "february", "september", "october", "november", "december"})
"""Those that are no first names."""
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def names_in_row(
    words: Sequence[Word], first: int, last: int, text: str, seen: Capitals
) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of each name in a row, in order; there may be none.

    The row is cut at titles (`US President Donald Trump` is two names), and at a first name after
    what says who its bearer is (`Democrat Hillary Clinton`). Cost: linear in its words.
    """
    for begin, end in _without_titles(words, first, last, text):
        for start, stop in _at_first_names(words, begin, end, text, seen):
            bare = _without_days(words, start, _without_party(words, start, stop))
            if bare[0] < bare[1]:
                yield bare


def _without_titles(
    words: Sequence[Word], first: int, last: int, text: str
) -> Iterator[tuple[int, int]]:
    begin = k = first
    while k < last:
        inner = k > begin and not words[k - 1].capitalised  # the Office of the Director
        owner = text[words[k].stop : words[k].stop + 2] in {"'s", "’s"}  # the Sheriff's Office
        end = k if inner or owner else _past_title(words, k, last)
        if k < end:
            if begin < k and not _is_portfolio(words, begin, k, end):
                yield begin, _before_links(words, begin, k)
            begin = k = end
        else:
            k += 1
    begin = _past_links(words, begin, last)
    if begin < last:
        yield begin, _before_office(words, begin, last)


def _past_title(words: Sequence[Word], k: int, last: int) -> int:
    """Give the place after the title that begins at `k`, or `k` if there is none."""
    end = k
    while end < last and words[end].form in english("titles.qualifiers"):
        end += 1
    if k < end < last and words[end - 1].form == "chief" and _office(words, end, last):
        return end + 2  # chief of staff
    if _is_general(words, k, last):
        return k + 1
    if end == last or words[end].form not in english("titles.words"):
        return k
    if _is_realm(words, end, last) or _is_namesake(words, end, last):
        return k
    end += 1
    if _office(words, end, last):
        end += 2
    if [word.form for word in words[end : end + 1]] == ["general"]:
        end += 1
    return end


def _is_portfolio(words: Sequence[Word], first: int, last: int, end: int) -> bool:
    """Tell whether what stands before a title, which ends at `end`, is its field: Energy Secretary."""
    return words[end - 1].form in {"secretary", "minister", "ministers"} and all(
        word.form in {"and", "of"} or word.form in known("joined.words")
        for word in words[first:last]
    )


def _is_general(words: Sequence[Word], k: int, last: int) -> bool:
    """Tell whether `General` is an officer: neither Electric nor the Assembly."""
    return (
        words[k].form == "general"
        and k + 1 < last
        and not is_institution(words[last - 1].form)
        and (words[k + 1].form in first_names() or k + 2 == last)
        and words[k + 1].form not in known("rows.general_firms")
    )


def _before_office(words: Sequence[Word], first: int, last: int) -> int:
    """Leave out an office at the end of what it is held in: the committee's ranking member."""
    end = last
    while end - 1 > first and words[end - 1].form in {"member", "ranking"}:
        end -= 1
    return end


def _office(words: Sequence[Word], k: int, last: int) -> bool:
    return k + 1 < last and (words[k].form, words[k + 1].form) in _OFFICES


def _is_realm(words: Sequence[Word], k: int, last: int) -> bool:
    """Tell whether a title has no name but its realm: the Prince of Wales."""
    return (
        k + 1 < last
        and words[k + 1].form in {"of", "for"}
        and words[k].form in english("titles.of_realms")
    )


def _is_namesake(words: Sequence[Word], k: int, last: int) -> bool:
    """Tell whether a title belongs to a name: Queen Mary College, Miss Universe."""
    if words[k].form == "miss":
        return k + 1 < last and words[k + 1].form in known("rows.after_miss")
    crowned = words[k].form in english("titles.of_realms") | {"king"}
    return crowned and last - k > _TWICE and words[last - 1].form in known("bodies.words")


def _at_first_names(
    words: Sequence[Word], first: int, last: int, text: str, seen: Capitals
) -> Iterator[tuple[int, int]]:
    begin = first
    for k in range(first + 1, last):
        form = words[k - 1].form
        several = form in known("groups.several") and words[k].capitalised
        chamber = words[k].form in _CHAMBERS
        place = words[k].form in known("places.words") and not _is_compass(words[k - 1])
        cut = several or chamber or place or is_acronym(words[k], text)
        if form in known("groups.words") and cut:
            yield begin, k
            begin = k
        elif (
            k + 1 < last
            and words[k].form in first_names()
            and words[k].form not in known("places.words")
            and words[k + 1].capitalised
            and text[words[k - 1].stop : words[k].start] == " "
            and text[words[k].stop : words[k + 1].start] != "-"
            and (_introduces(words[k - 1], text) or _is_apart(words, k, seen))
            and not _is_namesake(words, k - 1, last)
        ):
            end = k
            while begin < end and words[end - 1].form in roles() | english("titles.qualifiers"):
                end -= 1
            alone = end == begin + 1 and not _introduces(words[begin], text)
            if begin < end and not (alone and seen.capitals[words[begin].form] < _TWICE):
                yield begin, _before_links(words, begin, end)
            begin = k
    yield begin, _before_nickname(words, begin, last, text)


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
        known_one = len(word.form) > _INITIALS or word.form in _KNOWN_ACRONYMS
        return known_one and not _is_compass(word)
    return (
        is_institution(word.form)
        or word.form in role_words()
        or word.form in known("places.words")
        or word.form in _DAYS
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
            or words[last - 2].form in _CHAMBERS
            or (last - first > _TWICE and _is_compass(words[first]))
        )
    )
    return last - cut


def _is_compass(word: Word) -> bool:
    """Tell whether a word begins the names of places: South Carolina, SAN Diego."""
    return word.form in english("names.first_words_of_places")


def _without_days(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Leave out a day or month that only stands beside a name: `Friday Facebook`."""
    if last - first > 1 and words[first].form in _DAYS | _MONTHS:
        kept = words[first + 1].form in known("alone.after_weekday")
        first += not kept
    if last - first > 1 and words[last - 1].form in _DAYS:
        kept = words[last - 2].form in known("alone.before_weekday")
        last = last if kept else _before_links(words, first, last - 1)
    return first, last


def _past_links(words: Sequence[Word], first: int, last: int) -> int:
    """Leave out the small words with which a part begins."""
    while first < last and _is_link(words[first]):
        first += 1
    return first


def _is_link(word: Word) -> bool:
    if word.capitalised:
        return word.form in {"and", "but", "the"}
    return word.form in _small()


def _before_links(words: Sequence[Word], first: int, last: int) -> int:
    """Leave out the small words with which a part ends."""
    while first < last and not words[last - 1].capitalised:
        last -= 1
    return last


@cache
def _small() -> frozenset[str]:
    """Give the small words within a name with which none begins."""
    links = english("names.particles") | {"of", "the", "for", "on", "and", "in", "a"}
    return links - english("names.leading_particles")
