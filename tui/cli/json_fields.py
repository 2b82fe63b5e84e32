"""Fields that the JSON documents of several verbs have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Document

if TYPE_CHECKING:
    from search import Answer, Article, Concordance, Counterpart, Hit, Marks

__all__ = ["Document", "article_fields", "count_fields", "mark_fields"]


def article_fields(article: Article | Counterpart | Hit) -> Document:
    """Give the fields by which a document names an article."""
    return article.head._asdict()


def mark_fields(marks: Marks) -> Document:
    """Give what the reader marked of an article; `notes` counts them."""
    return {**marks._asdict(), "tags": list(marks.tags)}


def count_fields(found: Answer | Concordance) -> Document:
    """Give the counts by source and by month.

    What has no known source or date is counted in `unknown`.
    """
    return {
        "sources": {name: count for name, count in found.sources if name is not None},
        "months": {month: count for month, count in found.months if month is not None},
        "unknown": {
            "source": sum(count for name, count in found.sources if name is None),
            "date": sum(count for month, count in found.months if month is None),
        },
    }
