"""Source against source: words one uses more than the other over a whole library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

from search.compare.values import Sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CHANCE = 0.05
"""How often any word at all may be called significant where nothing but chance differs."""
LEAST_ARTICLES = 3
"""Articles of the side that uses a word more that must have it: one long story is no habit."""
PRIOR = 0.1
"""What the library as a whole counts, as a share of the words of the smaller source."""
LISTED = 500
"""Words of each side that are told, at least, significant or not, where there are so many."""


class SourceUse(NamedTuple):
    """How a source uses a word, in all its forms.

    Attributes:
        times: how often.
        articles: how many of its articles do.
        squares: the times of each article squared, added up.
        products: the times of each article times its words, added up.
    """

    times: int
    articles: int
    squares: int
    products: int


class WordUse(NamedTuple):
    """How two sources use a word.

    Attributes:
        word: the form of it that the two use most, folded.
        left, right: how each uses it, in all its forms.
        whole: how often the whole library uses those forms of it that either does.
    """

    word: str
    left: SourceUse
    right: SourceUse
    whole: int


class SourceSize(NamedTuple):
    """How much a source has.

    Attributes:
        articles: how many.
        words: of their stories, added up.
        squares: the words of each article squared, added up.
        months: articles by month, `YYYY-MM`, oldest first; None for undated, last.
    """

    articles: int
    words: int
    squares: int
    months: tuple[tuple[str | None, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Preference:
    """A word that one source uses more.

    Attributes:
        word: the most frequent of its forms, folded.
        left, right: how often each source uses any form of it.
        articles: in how many of its articles each does.
        z: the log-odds ratio over its standard deviation; above 0 where the left uses it more.
        significant: whether chance alone is ruled out; see `Contrast.level`.
    """

    word: str
    left: int
    right: int
    articles: Sides[int]
    z: float
    significant: bool


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two sources of a library.

    Attributes:
        left, right: their names; None for articles of unknown source.
        articles: how many each has.
        words: how many words each has in all.
        months: articles by month, `YYYY-MM`, oldest first; None for undated, last.
        stories: how many stories both tell; None if nobody has looked.
        weighed: how many words are in enough articles of either to be told.
        level: from which |z| on a word is significant among so many.
        preferences: words one uses more, the most telling first: all that are significant, and
            the next ones too.
    """

    left: str | None
    right: str | None
    articles: Sides[int]
    words: Sides[int]
    months: Sides[tuple[tuple[str | None, int], ...]]
    stories: int | None
    weighed: int
    level: float
    preferences: tuple[Preference, ...]

    @property
    def significant(self) -> int:
        """How many of the words are."""
        return sum(one.significant for one in self.preferences)

    def mirrored(self) -> Contrast:
        """Give the same with left and right swapped."""
        return replace(
            self,
            left=self.right,
            right=self.left,
            articles=self.articles.swapped(),
            words=self.words.swapped(),
            months=self.months.swapped(),
            preferences=tuple(
                replace(
                    one, left=one.right, right=one.left, articles=one.articles.swapped(), z=-one.z
                )
                for one in self.preferences
            ),
        )

    def rates(self, one: Preference) -> Sides[float]:
        """Say how often a word comes in 10,000 words of each; 0 where there are none."""
        return Sides(
            10_000 * one.left / max(1, self.words.left),
            10_000 * one.right / max(1, self.words.right),
        )


def contrast(
    left: str | None,
    right: str | None,
    sizes: Sides[SourceSize],
    whole: int,
    uses: Sequence[WordUse],
) -> Contrast:
    """Weigh what two sources use more, from how often each uses it; stories are left open.

    `whole` is how many words the library has. Cost: linear in the words.
    """
    found, weighed = weigh(sizes.left, sizes.right, whole, uses)
    return Contrast(
        left,
        right,
        articles=Sides(sizes.left.articles, sizes.right.articles),
        words=Sides(sizes.left.words, sizes.right.words),
        months=Sides(sizes.left.months, sizes.right.months),
        stories=None,
        weighed=weighed,
        level=level(weighed),
        preferences=found,
    )


def level(weighed: int) -> float:
    """Give the |z| that chance alone brings any of so many words to with probability `CHANCE`.

    Bonferroni's correction, which holds however the words hang together. Source: O. J. Dunn,
    Multiple comparisons among means (1961).
    """
    return NormalDist().inv_cdf(1 - CHANCE / (2 * max(1, weighed)))


def weigh(
    left: SourceSize, right: SourceSize, whole: int, uses: Sequence[WordUse]
) -> tuple[tuple[Preference, ...], int]:
    """Give the words that one of two sources uses more, the most telling first; how many weighed.

    `whole` is how many words the library has. Cost: linear.

    The z-score is that of the log-odds ratio with an informative Dirichlet prior, which is how
    often the whole library uses the word: B. L. Monroe, M. P. Colaresi and K. M. Quinn, Fightin'
    Words (2008), equations 16, 20 and 22. It takes words to fall independently, which those of
    one article don't: so the variance of each source's part is multiplied by its design effect,
    how much more the word's counts vary from article to article than they would by chance:
    J. N. K. Rao and A. J. Scott, A simple method for the analysis of clustered binary data (1992).
    """
    share = PRIOR * min(left.words, right.words) / whole if whole else 0.0
    weighed = [
        (use, _z(use, left, right, share, whole))
        for use in uses
        if max(use.left.articles, use.right.articles) >= LEAST_ARTICLES
    ]
    least = level(len(weighed))
    found = sorted(
        (
            Preference(
                use.word,
                use.left.times,
                use.right.times,
                Sides(use.left.articles, use.right.articles),
                z,
                abs(z) >= least,
            )
            for use, z in weighed
            if (use.left if z > 0 else use.right).articles >= LEAST_ARTICLES and z
        ),
        key=lambda one: (-abs(one.z), one.word),
    )
    return tuple(_listed(found)), len(weighed)


def _listed(found: Iterable[Preference]) -> Iterable[Preference]:
    """Leave out what is neither significant nor among the first of its side."""
    seen = {True: 0, False: 0}
    for one in found:
        side = one.z > 0
        seen[side] += 1
        if one.significant or seen[side] <= LISTED:
            yield one


def _z(use: WordUse, left: SourceSize, right: SourceSize, share: float, whole: int) -> float:
    prior = share * use.whole
    rest = share * whole - prior
    if not prior:
        return 0.0
    effects = _design_effects(use, left, right)
    variance = ratio = 0.0
    for sign, one, size, effect in zip((1, -1), use[1:3], (left, right), effects, strict=True):
        # The half keeps the odds finite where one word is all there is.
        ratio += sign * log((one.times + prior) / (size.words - one.times + rest + 0.5))
        variance += effect / (one.times + prior)
    return ratio / sqrt(variance)


def _design_effects(use: WordUse, left: SourceSize, right: SourceSize) -> tuple[float, float]:
    """Give how much a word's counts vary between a source's articles, over what chance would do.

    The variance of a ratio over the binomial one, 1 at least. Where a source doesn't use the
    word, nothing tells; the other's is taken.
    """
    ours, theirs = _design_effect(use.left, left), _design_effect(use.right, right)
    return ours or theirs or 1.0, theirs or ours or 1.0


def _design_effect(one: SourceUse, size: SourceSize) -> float | None:
    if not one.times or size.articles < 2:  # noqa: PLR2004 - one article varies from none
        return None
    p = one.times / size.words
    between = one.squares - 2 * p * one.products + p * p * size.squares
    binomial = one.times * (1 - p)
    between *= size.articles / (size.articles - 1)
    return max(1.0, between / binomial) if binomial else 1.0
