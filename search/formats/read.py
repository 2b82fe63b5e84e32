"""The door's work: which format a file is in, and its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.clean import clean
from search.formats.decode import decode
from search.formats.page import read_page

if TYPE_CHECKING:
    from search.article import Article, ArticleId

ARTICLE_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""Lower-case suffixes of the files this room can read."""


def read_article(data: bytes, path: str, article: ArticleId) -> Article:
    """Read one article from the bytes of its file.

    Args:
        data: the whole file.
        path: relative to the library, with `/`; it names the file in errors, and its suffix
            tells the format.
        article: the id the article will bear.

    Raises:
        ArticleError: the file holds no text that can be read; its reason says why.
    """
    text = clean(decode(data, path))
    if not text.strip():
        raise ArticleError(path, "the file has no text")
    return read_page(text, path, article)
