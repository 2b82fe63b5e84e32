"""What one outlet puts in place of what, gathered over many comparisons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from search.text import fold

if TYPE_CHECKING:
    from search.article import Article, ArticleId
    from search.compare.comparison import At, Comparison

MOST_EXAMPLES = 3
"""Examples that are kept of each replacement, the first ones."""
MOST_REPLACEMENTS = 1_000
"""Replacements that are told: those of most stories."""


class WordingExample(NamedTuple):
    """Two sentences that say the same, of which one has one phrase and the other the other."""

    left: ArticleId
    right: ArticleId
    left_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """A phrase of one outlet in whose place another has another.

    Attributes:
        left, right: as they are first written.
        times: in how many pairs of sentences.
        stories: in how many stories.
        examples: `MOST_EXAMPLES` at most.
    """

    left: str
    right: str
    times: int
    stories: int
    examples: tuple[WordingExample, ...]


@dataclass(frozen=True, slots=True)
class GatheredWording:
    """What stands in place of what in the stories that two outlets share.

    Attributes:
        replacements: those of most stories first, then the most frequent, then by the alphabet.
        stories: how many stories were looked at.
        pairs: how many pairs of articles were compared.
        cuts: what was left out, in phrases; none where nothing was.
    """

    replacements: tuple[Replacement, ...]
    stories: int
    pairs: int
    cuts: tuple[str, ...]

    def mirrored(self) -> GatheredWording:
        """Give the same with left and right swapped, those of equal rank in their order."""
        swapped = [
            Replacement(
                one.right,
                one.left,
                one.times,
                one.stories,
                tuple(
                    WordingExample(had.right, had.left, had.right_text, had.left_text)
                    for had in one.examples
                ),
            )
            for one in self.replacements
        ]
        return GatheredWording(tuple(swapped), self.stories, self.pairs, self.cuts)


class _Tally:
    def __init__(self, left: str, right: str) -> None:
        self.left = left
        self.right = right
        self.times = 0
        self.stories: set[int] = set()
        self.examples: list[WordingExample] = []


class WordingGatherer:
    """Adds up what stands in place of what; case and accents make no difference."""

    def __init__(self) -> None:
        self._tallies: dict[tuple[str, str], _Tally] = {}
        self._stories: set[int] = set()
        self._pairs = 0

    def add(self, story: int, compared: Comparison) -> None:
        """Add the wording of two articles of a story. Cost: linear in it."""
        self._stories.add(story)
        self._pairs += 1
        texts: defaultdict[int, WordingExample | None] = defaultdict(lambda: None)
        for one in compared.wording:
            if one.kind != "replaced":
                continue
            key = fold(one.left), fold(one.right)
            tally = self._tallies.setdefault(key, _Tally(one.left, one.right))
            tally.times += 1
            tally.stories.add(story)
            if len(tally.examples) < MOST_EXAMPLES:
                example = texts[one.link] or _example(compared, one.link)
                texts[one.link] = example
                tally.examples.append(example)

    def gathered(self, cuts: tuple[str, ...]) -> GatheredWording:
        """Give what was added up, and what was left out besides."""
        told = [
            Replacement(one.left, one.right, one.times, len(one.stories), tuple(one.examples))
            for one in self._tallies.values()
        ]
        told.sort(key=lambda one: (-one.stories, -one.times, fold(one.left), fold(one.right)))
        if len(told) > MOST_REPLACEMENTS:
            cuts = (*cuts, f"{len(told) - MOST_REPLACEMENTS:,} phrases of fewest stories")
        return GatheredWording(
            tuple(told[:MOST_REPLACEMENTS]), len(self._stories), self._pairs, cuts
        )


def _example(compared: Comparison, link: int) -> WordingExample:
    one = compared.links[link]
    return WordingExample(
        compared.left.id,
        compared.right.id,
        _text(compared.left, compared.sentences.left[one.left]),
        _text(compared.right, compared.sentences.right[one.right]),
    )


def _text(article: Article, at: At) -> str:
    return article.blocks[at.block].text[at.start : at.stop].strip()
