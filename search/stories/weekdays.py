"""On which days of the week a story happens, as its beginning says."""

from __future__ import annotations

from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from search.text import fold, forms
from search.word_lists import word_lists

if TYPE_CHECKING:
    from search.article import Article

_LEAD_WORDS = 60
"""Words in which news says when; further down other days are told of too."""
_LETTERS = 32
"""Letters a word has at most, so that of a long block only the beginning is read."""
_WEEK = 7
OTHER_DAYS = 0.6
"""What two articles keep of their closeness that name other days of the week."""


@cache
def _names() -> dict[str, int]:
    rows = word_lists("stories/weekdays")["days"]
    return {fold(name): place for place, row in enumerate(rows) for name in row.split()}


def weekdays(article: Article) -> int:
    """Give the days of the week that the first 60 words of a story name, Monday the lowest bit.

    Captions are passed over, for their pictures may be old. 0 where none is named, or none in a
    language that is known here. Cost: microseconds.
    """
    found = 0
    left = _LEAD_WORDS
    names = _names()
    for _, block in article.story:
        if block.kind == "caption":
            continue
        chunks = block.text[: left * _LETTERS].split(" ")
        words = list(islice(chain.from_iterable(map(forms, chunks)), left))
        left -= len(words)
        for day in map(names.get, words):
            if day is not None:
                found |= 1 << day
        if not left:
            break
    return found


def days_before(named: int, day: int) -> int:
    """Give the days that an article names as days before its own: bit 0 is its own, 6 a week less one.

    A day of the week is the latest up to the article's own day, an ordinal.
    """
    own = (day - 1) % _WEEK
    return sum(1 << (own - at) % _WEEK for at in range(_WEEK) if named >> at & 1)


def tell_of_other_days(named: tuple[int, int], days: tuple[int, int]) -> bool:
    """Tell whether two articles both name days of the week, and none in common.

    Of two dated articles the days themselves are compared, not what they are called, so what one
    tells of Friday the other may tell of a Friday, but not of that of the week before.

    Args:
        named: what `weekdays` gives of each.
        days: the day of each as an ordinal, 0 when unknown.
    """
    one, other = named
    if not (one and other):
        return False
    if not all(days):
        return not one & other
    mine, theirs = days_before(one, days[0]), days_before(other, days[1])
    apart = days[0] - days[1]
    return not (mine >> apart & theirs if apart >= 0 else mine & theirs >> -apart)
