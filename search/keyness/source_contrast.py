"""How two sources use the words of a library, and which words each uses more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from search.sides import Sides


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
        within: whether only articles of stories both tell were counted, so that the subjects are the
            same; sizes and months are of these then.
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
    within: bool = False

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
