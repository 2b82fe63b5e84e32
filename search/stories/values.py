"""What is said of articles that tell the same story, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.article import ArticleId


@dataclass(frozen=True, slots=True)
class Rival:
    """An article that may tell the same story as another.

    Attributes:
        score: closeness, 0 to 1.
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
