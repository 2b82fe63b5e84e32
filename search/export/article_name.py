"""What to call an article in what is exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.tidy_text import tidy

if TYPE_CHECKING:
    from search.article import Article


def name_of(article: Article) -> str:
    """Give what to call an article in a file: its title in one line, else the name of its file."""
    return tidy(article.title or "") or tidy(article.path.rpartition("/")[2])
