"""What a search engine returns, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.article import Article, ArticleId, Head
    from search.keyness import SourceSize, WordUse

Counts: TypeAlias = tuple[tuple[str | None, int], ...]
"""Values of a facet and how many articles have each; None stands for those of which it isn't known.

Sources come most frequent first, of equals by name, and so do authors, tags and languages, of which
an article may have several; months, `YYYY-MM`, oldest first, None last.
"""


@dataclass(frozen=True, slots=True)
class Total:
    """How many articles were found; without `exact`, at least so many.

    `by` says in words by whose rules the words of the query were taken, where those aren't ours.
    """

    count: int
    exact: bool = True
    by: str = ""


class Row(NamedTuple):
    """One article found: its score, and its whole text where the engine holds texts."""

    head: Head
    score: float
    article: Article | None = None


class Frequencies(NamedTuple):
    """How many articles there are, and how many of them hold each stem asked for.

    That is in their story or, if more, in their title.
    """

    articles: int
    held: Mapping[str, int]


class Similar(NamedTuple):
    """An article close to another.

    Attributes:
        head: which.
        score: how close it is beside other articles on the subject, 0 to 1.
        closeness: the cosine of both, less the further apart their days are.
        shared: what each stem of the one asked for adds to the cosine, most first.
    """

    head: Head
    score: float
    closeness: float
    shared: tuple[tuple[str, float], ...]


class StoryGroup(NamedTuple):
    """A story: its name, sixteen hexadecimal digits, and the articles that tell it, in no order.

    The name stays while most of the articles stay together.
    """

    name: str
    heads: tuple[Head, ...]


class SharedStory(NamedTuple):
    """A story that two sources both tell: the articles of each, ascending by id, one at least."""

    left: tuple[ArticleId, ...]
    right: tuple[ArticleId, ...]


class WordCounts(NamedTuple):
    """How many words there are in stories.

    Attributes:
        sources: of each source; None is the unknown one.
        times: how often each folded form asked for comes in all.
    """

    sources: Mapping[str | None, int]
    times: Mapping[str, int]


class SourceCounts(NamedTuple):
    """The words of two sources.

    Attributes:
        left, right: how much each has.
        whole: how many words all articles have.
        uses: the words that either uses, without stop words, numbers and signs; in no order.
    """

    left: SourceSize
    right: SourceSize
    whole: int
    uses: Sequence[WordUse]
