"""Where in a row of capitals a place's name or a people's ends and another name begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.english import english, roles
from search.compare.names.capitals import is_acronym
from search.compare.names.certainty.ordinary_words import is_ordinary
from search.compare.names.known_words import first_names, is_institution, known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word
    from search.compare.names.capitals import Capitals

CHAMBERS = frozenset({"congress", "house", "senate"})
_TWO = 2


def ends_people(words: Sequence[Word], begin: int, k: int, last: int, text: str) -> bool:
    """Tell whether what says of what nation or party something is ends before word `k`: Senate Democrats.

    What stands there is another name: a chamber, a place, an abbreviation or a person.
    """
    before, form = words[k - 1].form, words[k].form
    if before not in known("groups.words") and before != "gop":
        return False
    of_body = k - 1 > begin and k + 1 < last and is_institution(words[last - 1].form)
    if form in CHAMBERS and not of_body:  # National Republican Senate Committee
        return True
    if before == "gop":
        return False
    if before in known("groups.several") and words[k].capitalised:
        return True
    if form in known("places.words") and not is_compass(words[k - 1]):
        return not _names_body(words, k, last)
    of_nation = k == begin + 1 and last - k == _TWO and _may_be_person(words, k, last)
    return form == "united" or is_acronym(words[k], text) or of_nation


def _may_be_person(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether words mean nothing, as in Indonesian Jinette Orr."""
    return all(
        word.capitalised and word.form.isalpha() and not is_ordinary(word.form)
        for word in words[first:last]
    )


def ends_place(words: Sequence[Word], begin: int, k: int, last: int, seen: Capitals) -> bool:
    """Tell whether a place's name ends before word `k`, where another name begins.

    So before another place's, where a full stop is missing, and after where somebody is sent.
    """
    places = known("places.words")
    if words[k - 1].form not in places or words[k - 1].form in first_names():
        return False
    if is_institution(words[last - 1].form) or not words[k].capitalised:
        return False
    if k == begin + 1 and _is_post_at(words, k - 1):
        return True
    again = last == k + 1 and seen.pairs[words[k - 1].form, words[k].form] <= 1
    return again and (words[k].form in places or words[k].form in seen.surnames)


def _is_post_at(words: Sequence[Word], k: int) -> bool:
    """Tell whether a place is where somebody is sent, who is named next: ambassador to Lorn Ann Lee."""
    return (
        k > 1
        and words[k - 1].form == "to"
        and words[k - 2].form in roles()
        and words[k].form in known("places.words")
        and not is_compass(words[k])
    )


def _names_body(words: Sequence[Word], k: int, last: int) -> bool:
    """Tell whether a place's name belongs to the body of a nation: the Hungarian Helsinki Committee."""
    return k + _TWO == last and words[k + 1].form in english("names.before_of")


def is_compass(word: Word) -> bool:
    """Tell whether a word begins the names of places: South Carolina, SAN Diego."""
    return word.form in english("names.first_words_of_places")
