"""Converting article ids to the integers in the index, and back."""

from __future__ import annotations

from search.article import ArticleId


def article_id(number: int) -> ArticleId:
    """Give the id that a number of the index stands for."""
    return ArticleId(f"{number:016x}")


def number_of(article: ArticleId) -> int | None:
    """Give the number that stands for an id, None for what is none."""
    try:
        number = int(article, 16)
    except ValueError:
        return None
    return number if 0 <= number < 1 << 64 else None
