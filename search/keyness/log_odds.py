"""Which words one source uses more than another: log-odds ratios with a prior."""

from __future__ import annotations

from math import log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

from search.keyness.source_contrast import Contrast, Preference
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.keyness.source_contrast import SourceSize, SourceUse, WordUse

CHANCE = 0.05
"""How often any word at all may be called significant where nothing but chance differs."""
LEAST_ARTICLES = 3
"""Articles of the side that uses a word more that must have it: one long story is no habit."""
PRIOR = 0.1
"""What the library as a whole counts, as a share of the words of the smaller source."""
LISTED = 500
"""Words of each side that are told, at least, significant or not, where there are so many."""


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
