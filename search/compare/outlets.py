"""Source against source: words one uses more than the other over a whole library."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from search.compare.values import Sides
from search.text import is_stop, stem

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGNIFICANT = 4.0
"""z-score from which on a word is told: by chance, one word in 16,000 would reach it."""
LEAST_ARTICLES = 3
"""Articles of the side that uses a word more that must have it: one long story is no habit."""
PRIOR = 0.1
"""What the library as a whole counts, as a share of the words of the smaller source."""


class Uses(NamedTuple):
    """How often one source, another and the whole library use a word; in how many articles."""

    left: int
    right: int
    whole: int
    left_articles: int
    right_articles: int


@dataclass(frozen=True, slots=True)
class Preference:
    """A word that one source uses more.

    Attributes:
        word: the most frequent of its forms, folded.
        left, right: how often each source uses any form of it.
        articles: in how many of its articles each does, at least.
        z: the log-odds ratio over its standard deviation; above 0 where the left uses it more.
    """

    word: str
    left: int
    right: int
    articles: Sides[int]
    z: float


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two sources of a library.

    Attributes:
        left, right: their names; None for articles of unknown source.
        articles: how many each has.
        words: how many words each has in all.
        stories: how many stories both tell; None if nobody has looked.
        preferences: words one uses more, the most telling first.
    """

    left: str | None
    right: str | None
    articles: Sides[int]
    words: Sides[int]
    stories: int | None
    preferences: tuple[Preference, ...]


def preferences(uses: Iterable[tuple[str, Uses]]) -> tuple[Preference, ...]:
    """Give the words that one of two sources uses significantly more, the most telling first.

    Takes folded words with their counts; stop words and numbers are left out, forms of one
    stem count together. The z-score is that of the log-odds ratio with an informative
    Dirichlet prior, which is how often the whole library uses the word. It holds words to fall
    independently, which those of one article don't: hence `LEAST_ARTICLES`. Cost: linear.

    Source: B. L. Monroe, M. P. Colaresi and K. M. Quinn, Fightin' Words (2008), equations 16,
    20 and 22.
    """
    sums: dict[str, Uses] = {}
    shown: dict[str, tuple[int, str]] = {}
    words = [0, 0, 0]
    for word, use in uses:
        for k in range(3):
            words[k] += use[k]
        if is_stop(word, word) or not word.isalpha():
            continue
        root = stem(word)
        seen = sums.get(root)
        sums[root] = use if seen is None else _joined(seen, use)
        form = -use.left - use.right, word
        shown[root] = min(shown.get(root, form), form)
    left, right, whole = words
    weight = PRIOR * min(left, right) / whole if whole else 0.0
    found: list[Preference] = []
    for root, use in sums.items():
        z = _z(use, left, right, weight, whole)
        holders = use.left_articles if z > 0 else use.right_articles
        if abs(z) >= SIGNIFICANT and holders >= LEAST_ARTICLES:
            articles = Sides(use.left_articles, use.right_articles)
            found.append(Preference(shown[root][1], use.left, use.right, articles, z))
    return tuple(sorted(found, key=lambda one: (-abs(one.z), one.word)))


def _joined(a: Uses, b: Uses) -> Uses:
    """Add the uses of two forms; an article may have both, so the greater number is sure."""
    return Uses(
        a.left + b.left,
        a.right + b.right,
        a.whole + b.whole,
        max(a.left_articles, b.left_articles),
        max(a.right_articles, b.right_articles),
    )


def _z(use: Uses, left: int, right: int, weight: float, whole: int) -> float:
    prior = weight * use.whole
    rest = weight * whole - prior
    if not prior:
        return 0.0
    # The half keeps the odds finite where one word is all there is.
    odds = [
        log((uses + prior) / (words - uses + rest + 0.5))
        for uses, words in ((use.left, left), (use.right, right))
    ]
    return (odds[0] - odds[1]) / sqrt(1 / (use.left + prior) + 1 / (use.right + prior))
