"""What is said of articles that tell the same story, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import ArticleId

_WITH_FORM = 3


class TermWeight(NamedTuple):
    """A stem of an article, how much the article dwells on it, and how to show it to a person.

    `shown` is the form the article uses most, or the name it is part of: `Southern Command`.
    """

    stem: str
    weight: float
    shown: str


@dataclass(frozen=True, slots=True)
class TermVector:
    """What an article is about: its heaviest stems, heaviest first, none twice.

    This is what an index keeps of an article's story, so that no file is read to find rivals.
    """

    terms: tuple[TermWeight, ...]

    def to_list(self) -> list[list[str | float]]:
        """Give plain lists for JSON; `shown` is left out where it is the stem."""
        return [
            [stem, weight] if shown == stem else [stem, weight, shown]
            for stem, weight, shown in self.terms
        ]

    @classmethod
    def from_list(cls, rows: Sequence[Sequence[str | float]]) -> TermVector:
        """Read what `to_list` gave; raise ValueError for anything else."""
        try:
            return cls(
                tuple(
                    TermWeight(
                        str(row[0]),
                        float(row[1]),
                        str(row[-1] if len(row) == _WITH_FORM else row[0]),
                    )
                    for row in rows
                )
            )
        except (IndexError, TypeError) as fault:
            raise ValueError(f"no term vector: {fault}") from fault


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article as the index knows it: enough to tell whether it is a rival.

    `published` is as in `Article`: ISO 8601, or None.
    """

    id: ArticleId
    path: str
    title: str | None
    source: str | None
    published: str | None
    vector: TermVector

    @property
    def day(self) -> date | None:
        """The day of publication, when known."""
        return date.fromisoformat(self.published[:10]) if self.published else None


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
