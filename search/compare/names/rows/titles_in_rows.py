"""Titles, offices and small words among the capitals of a row, which are no part of a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import english, role_words, roles
from search.compare.names.certainty.ordinary_words import is_ordinary
from search.compare.names.known_words import first_names, is_institution, known
from search.compare.names.rows.row_links import is_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.annotated_article import Word
    from search.compare.names.capitals import Capitals

_OFFICES = (
    ("of", "state"),
    ("of", "defense"),
    ("of", "defence"),
    ("of", "staff"),
    ("in", "charge"),
    ("first", "class"),
    ("second", "class"),
    ("third", "class"),
)
_LONG = 2
"""Words of a row from which on a crowned title may begin it."""
_PARTIES = frozenset({"gop"})


def without_titles(
    words: Sequence[Word], first: int, last: int, text: str, seen: Capitals
) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of each part of a row between titles; there may be none.

    A title stays in the name of an office (`Office of the Trade Representative`), after `of the`, as
    an owner (`Sheriff's Office`), and as the surname after a first name (`Ann Leader`).
    Cost: linear in the words.
    """
    begin = k = first
    while k < last:
        end = k if _stays(words, begin, k, last, text) else _past_title(words, k, last, seen)
        if k < end:
            begin = _past_links(words, begin, k)
            if begin < k and not _is_portfolio(words, begin, k, end):
                stop = _before_field(words, begin, k, end)
                if begin < stop:
                    yield begin, stop
            begin = k = end
        else:
            k += 1
    begin = _past_links(words, begin, last)
    if begin < last:
        yield begin, _before_office(words, begin, last)


def _stays(words: Sequence[Word], begin: int, k: int, last: int, text: str) -> bool:
    """Tell whether a word that may be a title belongs to the name around it."""
    if k > begin and not words[k - 1].capitalised:
        return True  # the Office of the Director
    if text[words[k].stop : words[k].stop + 2] in {"'s", "’s"}:
        return True  # the Sheriff's Office
    if k > begin + 1 and words[begin + 1].form == "of":
        if words[begin].form == "office":
            return True
        if is_institution(words[begin].form) and words[k].form in english("titles.qualifiers"):
            return True  # the Department of Homeland Security
    if k == begin or k + 1 < last or words[k].form in known("titles.abbreviated"):
        return False
    before = words[k - 1].form
    first_name = before in first_names() and before not in known("places.words")
    return first_name and text[words[k - 1].stop : words[k].start] == " "


def _before_field(words: Sequence[Word], first: int, last: int, end: int) -> int:
    """Leave out before a title what its bearer is besides, or in charge of.

    So of `Tennessee Insurance Commissioner` Tennessee is left, of `Maine GOP Sen.` Maine.
    """
    stop = _before_office(words, first, before_links(words, first, last))
    if words[end - 1].form in {"judge", "attorney"} and words[stop - 1].form in known(
        "titles.courts"
    ):
        return stop - 1
    if words[first].form in known("titles.ranks"):
        return first  # Assistant Chief Fire Officer
    placed = words[first].form in known("places.words")
    if (
        placed
        and words[end - 1].form in known("titles.legislators")
        and words[stop - 1].form in _PARTIES
    ):
        stop -= 1
    realm = words[first].form in known("places.realms")
    nation = placed or words[first].form in known("groups.words")
    if (realm and words[end - 1].form in known("titles.in_charge")) or (
        nation and words[end - 1].form in known("titles.ministers")
    ):
        while stop - 1 > first and is_field(words[stop - 1]):
            stop -= 1  # EU Economy Commissioner
    while stop - 1 > first and words[stop - 1].form in known("joined.words"):
        if not placed and words[stop - 2].form not in known("bodies.words") | {"county"}:
            break
        stop -= 1
    return stop


def is_portfolio(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a row only says what a minister is in charge of: the secretary of Interior."""
    if (
        first <= 1
        or words[first - 1].form != "of"
        or words[first - 2].form not in known("titles.in_charge")
    ):
        return False
    fields = known("joined.words") | {"and", "interior", "state", "treasury"}
    return not words[first - 2].capitalised and all(
        word.form in fields for word in words[first:last]
    )


def is_role(words: Sequence[Word], seen: Capitals) -> bool:
    """Tell whether words say only what somebody is: Legal Analyst."""
    last = words[-1].form
    return (
        len(words) > 1
        and last in roles()
        and last not in seen.surnames
        and all(word.form in role_words() for word in words)
    )


def _past_title(words: Sequence[Word], k: int, last: int, seen: Capitals) -> int:
    """Give the place after the title that begins at `k`, or `k` if there is none."""
    end = k
    while end < last and words[end].form in english("titles.qualifiers"):
        end += 1
    if end < last and [word.form for word in words[end - 2 : end]] == ["chief", "executive"]:
        return end  # Chief Executive Ann Lee
    if k < end < last and words[end - 1].form == "chief" and _office(words, end, last):
        return end + 2  # chief of staff
    if (
        words[k].form == "chief"
        and k + 1 < last
        and k
        and words[k - 1].form in known("titles.with_chiefs")
    ):
        return k + 1
    justice = (
        words[k].form == "justice" and k + 2 < last and not is_institution(words[last - 1].form)
    )
    if justice or _is_general(words, k, last) or _is_private(words, k, last, seen):
        return k + 1
    if end == last or words[end].form not in english("titles.words"):
        return k
    if _is_realm(words, end, last) or is_namesake(words, end, last):
        return k
    end += 1
    if _office(words, end, last):
        end += 2
    if [word.form for word in words[end : end + 1]] == ["general"]:
        end += 1
    return _past_portfolio(words, end, last)


def _past_portfolio(words: Sequence[Word], end: int, last: int) -> int:
    """Give the place after what a minister is in charge of: Secretary of Homeland Security."""
    if (
        words[end - 1].form not in known("titles.ministers")
        or end + 1 >= last
        or words[end].form != "of"
    ):
        return end
    stop = end + 1
    while stop < last and (
        words[stop].form in known("joined.words")
        or words[stop].form == "and"
        or is_field(words[stop])
    ):
        stop += 1
    return stop if stop > end + 1 and words[stop - 1].capitalised else end


def _is_portfolio(words: Sequence[Word], first: int, last: int, end: int) -> bool:
    """Tell whether what stands before a title, which ends at `end`, is its field: Energy Secretary.

    So is a field after a nation: Saudi Arabian Oil Minister.
    """
    while first < last - 1 and words[first].form in known("groups.words"):
        first += 1
    return words[end - 1].form in known("titles.ministers") and all(
        word.form in {"and", "of"} or word.form in known("joined.words")
        for word in words[first:last]
    )


def _is_general(words: Sequence[Word], k: int, last: int) -> bool:
    """Tell whether `General` is an officer: neither Electric nor the Assembly."""
    return (
        words[k].form == "general"
        and k + 1 < last
        and not is_institution(words[last - 1].form)
        and (words[k + 1].form in first_names() or k + 2 == last or _is_unknown(words, k + 1, last))
        and words[k + 1].form not in known("rows.general_firms")
    )


def _is_unknown(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether two or three words that mean nothing may be a whole name: General Jinette Orr."""
    return _LONG <= last - first <= _LONG + 1 and not any(
        is_ordinary(word.form) for word in words[first:last]
    )


def _is_private(words: Sequence[Word], k: int, last: int, seen: Capitals) -> bool:
    """Tell whether `Private` is a soldier: before a first name, or a name that stands without it."""
    if words[k].form not in {"private", "specialist"} or k + 1 >= last:
        return False
    form, following = words[k].form, words[k + 1].form
    without = seen.capitals[following] - seen.pairs[form, following]
    return following in first_names() or (k + 2 == last and without > 0)


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


def is_namesake(words: Sequence[Word], k: int, last: int) -> bool:
    """Tell whether a title belongs to a name: Queen Mary College, Miss Universe."""
    if words[k].form == "miss":
        return k + 1 < last and words[k + 1].form in known("rows.after_miss")
    crowned = words[k].form in english("titles.of_realms") | {"king"}
    return crowned and last - k > _LONG and words[last - 1].form in known("bodies.words")


def _past_links(words: Sequence[Word], first: int, last: int) -> int:
    """Leave out the small words with which a part begins."""
    while first < last and _is_link(words[first]):
        first += 1
    return first


def _is_link(word: Word) -> bool:
    if word.capitalised:
        return word.form in {"and", "but", "the"}
    return word.form in _small()


def before_links(words: Sequence[Word], first: int, last: int) -> int:
    """Leave out the small words with which a part ends."""
    while first < last and not words[last - 1].capitalised and words[last - 1].form in _links():
        last -= 1  # but not the `un` of Kim Jong-un
    return last


@cache
def _links() -> frozenset[str]:
    """Give the small words within a name."""
    return english("names.particles") | {"of", "the", "for", "on", "and", "in", "a"}


@cache
def _small() -> frozenset[str]:
    """Give those with which none begins."""
    return _links() - english("names.leading_particles")
