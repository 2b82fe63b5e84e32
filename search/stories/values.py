"""What is said of articles that tell the same story, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from search.article import ArticleId


class TermWeight(NamedTuple):
    """A stem of an article, how much the article dwells on it, and how to show it to a person.

    `shown` is the form the article uses most, or the name it is part of: `Southern Command`.
    """

    stem: str
    weight: float
    shown: str


@dataclass(frozen=True, slots=True)
class TermVector:
    """What an article is about: its heaviest stems, heaviest first, none twice."""

    terms: tuple[TermWeight, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """An article that may tell the same story as another.

    Attributes:
        score: how close it is beside other articles on the subject, 0 to 1.
        same_story: whether it is close enough to be called the same event.
        why: reasons for a person, such as `shares: Guaidó, Southern Command`, `3 days apart`.
    """

    id: ArticleId
    path: str
    title: str | None
    source: str | None
    published: str | None
    score: float
    same_story: bool
    why: tuple[str, ...]
