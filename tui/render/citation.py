"""A passage with where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.safe import harmless

if TYPE_CHECKING:
    from search import Article


def citation(article: Article, passage: str) -> str:
    """Give a passage with where it is from, as one would paste it."""
    source = [article.source] if article.source else []
    when = [article.published[:10]] if article.published else []
    facts = harmless(", ".join([article.label, *source, *when]))
    link = f"\n{harmless(article.url)}" if article.url else ""
    return f"“{passage}”\n— {facts}{link}"
