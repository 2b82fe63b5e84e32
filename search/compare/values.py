"""What a comparison says, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from search.article import Article

Tier: TypeAlias = Literal["same words", "says the same", "related"]
T = TypeVar("T")


class At(NamedTuple):
    """A place in an article: `article.blocks[block].text[start:stop]`."""

    block: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Sides(Generic[T]):
    """One thing for each article."""

    left: T
    right: T


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences that meet: places in `Comparison.sentences`, score 0 to 1."""

    left: int
    right: int
    score: float
    tier: Tier


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in the same order on both sides."""

    left: At
    right: At
    words: int


@dataclass(frozen=True, slots=True)
class Usage:
    """How often each side uses a word, and the z-score of the difference."""

    word: str
    left: int
    right: int
    z: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles share, sentence by sentence.

    Attributes:
        left, right: the articles.
        sentences: every sentence that is not boilerplate, in reading order.
        links: sorted by left, then right. A sentence may have several or none.
        runs: exact runs of six words and more, sorted by left; they never overlap on one side.
        shared: the share of each side's words that stand in a linked sentence, 0 to 1.
        vocabulary: words one side uses more, the most telling first.
    """

    left: Article
    right: Article
    sentences: Sides[tuple[At, ...]]
    links: tuple[Link, ...]
    runs: tuple[Run, ...]
    shared: Sides[float]
    vocabulary: tuple[Usage, ...]

    @property
    def unmatched(self) -> Sides[tuple[int, ...]]:
        """The sentences of each side without a link."""
        left = {link.left for link in self.links}
        right = {link.right for link in self.links}
        return Sides(
            tuple(i for i in range(len(self.sentences.left)) if i not in left),
            tuple(i for i in range(len(self.sentences.right)) if i not in right),
        )
