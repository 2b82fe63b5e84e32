"""The names in a row of words with capitals, without titles and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.english import english, role_words, roles
from search.compare.names.capitals import is_acronym
from search.compare.names.known_words import first_names, is_institution, known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.annotated_article import Word

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
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def names_in_row(
    words: Sequence[Word], first: int, last: int, text: str
) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of each name in a row, in order; there may be none.

    The row is cut at titles (`US President Donald Trump` is two names), and at a first name after
    what says who its bearer is (`Democrat Hillary Clinton`). Cost: linear in its words.
    """
    for begin, end in _without_titles(words, first, last, text):
        for start, stop in _at_first_names(words, begin, end, text):
            bare = _without_days(words, start, stop)
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
            if begin < k:
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
    if _is_realm(words, end, last):
        return k
    end += 1
    if _office(words, end, last):
        end += 2
    if [word.form for word in words[end : end + 1]] == ["general"]:
        end += 1
    return end


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


def _at_first_names(
    words: Sequence[Word], first: int, last: int, text: str
) -> Iterator[tuple[int, int]]:
    begin = first
    for k in range(first + 1, last):
        form = words[k - 1].form
        several = form in known("groups.several") and words[k].capitalised
        chamber = words[k].form in {"congress", "house", "senate"}
        cut = several or chamber or is_acronym(words[k], text)
        if form in known("groups.words") and cut:
            yield begin, k
            begin = k
        elif (
            k + 1 < last
            and words[k].form in first_names()
            and words[k].form not in known("places.words")
            and words[k + 1].capitalised
            and text[words[k - 1].stop : words[k].start] == " "
            and _introduces(words[k - 1], text)
        ):
            end = k
            while begin < end and words[end - 1].form in roles() | english("titles.qualifiers"):
                end -= 1
            if begin < end:
                yield begin, _before_links(words, begin, end)
            begin = k
    yield begin, last


def _introduces(word: Word, text: str) -> bool:
    """Tell whether a word may stand before a whole name without being part of it."""
    if is_acronym(word, text):
        return len(word.form) > _INITIALS or word.form in _KNOWN_ACRONYMS
    return (
        is_institution(word.form)
        or word.form in role_words()
        or word.form in known("places.words")
        or word.form in _DAYS
    )


def _without_days(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Leave out a weekday that only stands beside a name: `Friday Facebook`."""
    if last - first > 1 and words[first].form in _DAYS:
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
    return word.form in _small() - english("names.leading_particles")


def _before_links(words: Sequence[Word], first: int, last: int) -> int:
    """Leave out the small words with which a part ends."""
    while first < last and not words[last - 1].capitalised:
        last -= 1
    return last


def _small() -> frozenset[str]:
    return english("names.particles") | {"of", "the", "for", "on", "and", "in", "a"}
