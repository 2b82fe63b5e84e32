"""What can be taken out of an article or of a comparison, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import ArticlePair, NamedArticles, ReaderNotes, StoryOf
from tui.session.requests import ExportOffer

if TYPE_CHECKING:
    from search import ArticleId, Comparison


def offers_of(article: ArticleId, title: str) -> list[ExportOffer]:
    """Offer an article, its story and the notes on it."""
    return [
        ExportOffer("this article", NamedArticles((article,)), title),
        ExportOffer("this story", StoryOf(article), f"story {title}"),
        ExportOffer("notes on this article", ReaderNotes(articles=(article,)), f"notes {title}"),
    ]


def offers_of_pair(comparison: Comparison) -> list[ExportOffer]:
    """Offer a comparison, and the article on either side."""
    left, right = comparison.left, comparison.right
    return [
        ExportOffer(
            "this comparison", ArticlePair(left.id, right.id), f"{left.label} {right.label}"
        ),
        ExportOffer("the article on the left", NamedArticles((left.id,)), left.label),
        ExportOffer("the article on the right", NamedArticles((right.id,)), right.label),
    ]
