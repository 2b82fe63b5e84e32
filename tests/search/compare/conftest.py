from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import Article, ArticleId, Block

if TYPE_CHECKING:
    from collections.abc import Callable


def _article(*paragraphs: str | Block, language: str | None = None) -> Article:
    blocks = tuple(b if isinstance(b, Block) else Block("paragraph", b) for b in paragraphs)
    return Article(ArticleId("0" * 16), "one.txt", blocks, language=language)


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Give a maker of articles from paragraphs."""
    return _article
