"""What a kind of file gives for some bytes: its articles, and what is told of those that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Article, ArticleError, ArticleId
from search.formats.container import BytesSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.formats.kinds import Kind

NOBODY = ArticleId("0" * 16)


def opened(kind: Kind, data: bytes, name: str = "a") -> Iterator[Article | ArticleError]:
    """Yield the articles of a file in order, each read through its span; errors in their places."""
    number = 0
    container = kind.open(BytesSource(data), name)
    for span in container.spans():
        drafts = container.drafts(span.start, span.stop) if span.records else ()
        assert len(drafts) == span.records
        for draft in drafts:
            number += 1
            try:
                yield draft.article(f"{name}#{number}", NOBODY)
            except ArticleError as error:
                yield error


def articles(kind: Kind, data: bytes, name: str = "a") -> list[Article]:
    """Give the articles of a file that has nothing else."""
    found = list(opened(kind, data, name))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def owns(kind: Kind, data: bytes) -> list[str]:
    """Give the identifiers that the articles of a file have of their own."""
    container = kind.open(BytesSource(data), "a")
    spans = [span for span in container.spans() if span.records]
    return [draft.own for span in spans for draft in container.drafts(span.start, span.stop)]


def story(article: Article) -> list[str]:
    """Give the text of the blocks that tell the story."""
    return [block.text for _, block in article.story]


def aside(article: Article) -> list[str]:
    """Give the text of the blocks that don't."""
    return [block.text for block in article.blocks if block.kind == "boilerplate"]
