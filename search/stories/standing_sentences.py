"""What a source says in article after article: its standing sentences, which tell no story.

A request to subscribe, who contributed, praise of itself: known by recurrence alone. Versions of one
article, or of one story, share sentences too; so what recurs has to do so where different things
are told.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from search.stories.small_library import SAME_STORY
from search.text import fold, is_stop, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LEAST = 3
"""Articles: two may share a sentence for many reasons."""
_ONE_IN = 200
"""In a large source, a phrase of the trade comes back by chance; a standing sentence comes again and again."""
_SURELY_APART = SAME_STORY
"""Of articles of one story that share a sentence, hardly any two are as far apart."""
_APART = 0.36
"""As far, where the headlines share nothing: the recurring sentences themselves bring short articles so close."""
LOOKED_AT = 24
"""Articles with a sentence that are looked at, for three that tell of different things."""


def enough(articles: int) -> int:
    """Say in how many of a source's articles a sentence has to stand: three, and one in 200."""
    return max(_LEAST, -(-articles // _ONE_IN))


def tell_of_different_things(
    headlines: Sequence[frozenset[str]],
    sentences: Sequence[frozenset[int]],
    closeness: Callable[[int, int], float],
) -> bool:
    """Tell whether some three of a few articles are on three things.

    No two of the three are closer than versions of one story are, nor have three quarters of
    their sentences in common: such are copies of each other, whatever their words weigh.

    Args:
        headlines: the stems of each one's headline, as `headline_stems` gives them.
        sentences: the keys of each one's sentences.
        closeness: gives the cosine of two profiles, whatever the days, by places in `headlines`.
    """
    apart: list[set[int]] = [set() for _ in headlines]
    for one, other in combinations(range(len(headlines)), 2):
        least = _SURELY_APART
        if headlines[one] and headlines[other] and not headlines[one] & headlines[other]:
            least = _APART
        shared = len(sentences[one] & sentences[other])
        if shared and 4 * shared >= 3 * min(len(sentences[one]), len(sentences[other])):
            continue
        if closeness(one, other) < least:
            if apart[one] & apart[other]:
                return True
            apart[one].add(other)
            apart[other].add(one)
    return False


def headline_stems(title: str | None) -> frozenset[str]:
    """Give the stems of a headline's words that say something."""
    text = title or ""
    return frozenset(
        stem(fold(word.form))
        for word in tokenize(text)
        if not is_stop(word.form, text[word.start : word.stop])
    )
