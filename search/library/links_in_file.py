"""The links of an article of a library, also those its file has behind words."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.decode import decode
from search.formats.linked_addresses import links_of
from search.regular_file import read_regular

if TYPE_CHECKING:
    from pathlib import Path

    from search.article import Article
    from search.formats.linked_addresses import ArticleLink

_LARGEST = 4 << 20
"""Bytes of a file that is looked in."""
_MARKED_UP = frozenset({"", ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"})


def article_links(file: Path, article: Article) -> list[ArticleLink]:
    """Give where an article in a file leads to; see `links_of`.

    Of an article that shares its file with others, only the addresses written in its text. Reads
    the file; where that can't be, it is as if it had no links. Cost: linear in the file.
    """
    source = ""
    if not article.place and PurePosixPath(article.path).suffix.lower() in _MARKED_UP:
        try:
            source = decode(read_regular(file, _LARGEST, links=True), article.path)
        except (OSError, ArticleError):
            source = ""
    return links_of(article.blocks, source, article.url)
