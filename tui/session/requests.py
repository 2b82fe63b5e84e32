"""What a screen asks of its session, and the first page of what it gets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search import Answer, Article, ArticleId, Hit, Query, Sort
    from tui.render.article_page import Reading


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A search.

    Attributes:
        text, sort: what is asked.
        typing: whether the last word may be unfinished.
        rows: how many rows of the answer are in view.
        kept: the article to stay on, where the answer has it.
    """

    text: str
    sort: Sort
    typing: bool
    rows: int
    kept: ArticleId | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ResultPage:
    """What is shown of an answer at first.

    Attributes:
        answer: the answer.
        index: the current row.
        rows: those in view, by their places.
        reading: the article of the current row; None when it has not been read.
    """

    answer: Answer
    index: int
    rows: dict[int, Hit]
    reading: Reading | None = None

    def moved_to(self, article: ArticleId | None) -> ResultPage | None:
        """Give the page with another current row, that of an article; None if no row is its."""
        index = next((at for at, row in self.rows.items() if row.head.id == article), None)
        if index is None:
            return None
        return replace(self, index=index, reading=self.reading if index == self.index else None)


@dataclass(frozen=True, slots=True, eq=False)
class RowRange:
    """Further rows of an answer."""

    answer: Answer
    places: range


@dataclass(frozen=True, slots=True, eq=False)
class ToRead:
    """An article to be read, and the query to be lit in it, if any."""

    article: ArticleId
    query: Query | None


@dataclass(frozen=True, slots=True, eq=False)
class ToFind:
    """What to light in an article, in the query language."""

    article: Article
    text: str
