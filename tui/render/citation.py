"""Citations: a passage with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.safe import harmless

if TYPE_CHECKING:
    from search import Article


def citation(article: Article, passage: str) -> str:
    """Give a passage in quotation marks, followed by title, source, day and address."""
    source = [article.source] if article.source else []
    when = [article.published[:10]] if article.published else []
    facts = harmless(", ".join([article.label, *source, *when]))
    link = f"\n{harmless(article.url)}" if article.url else ""
    return f"“{passage}”\n— {facts}{link}"
