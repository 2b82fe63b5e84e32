"""Articles as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.json_output import json_list, json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import Article
    from search.export.articles.exported import ArticleSet
    from search.export.json_output import Document
    from search.marks import Marks


def article_document(article: Article, marks: Marks) -> Document:
    """Give an article as `diptych show` prints it.

    `words` counts the story, without title and boilerplate; `cuts` names what was left out for
    being too long.
    """
    return {
        **article.head._asdict(),
        "authors": list(article.authors),
        "updated": article.updated,
        "url": article.url,
        "language": article.language,
        "tags": list(article.tags),
        "words": word_count(article),
        "blocks": [{"kind": block.kind, "text": block.text} for block in article.blocks],
        "evidence": dict(article.evidence),
        "cuts": list(article.cuts),
        "marks": {**marks._asdict(), "tags": list(marks.tags)},
    }


def word_count(article: Article) -> int:
    """Count the words of an article's story."""
    return sum(len(block.text.split()) for _, block in article.story)


def articles_json(exported: ArticleSet) -> Iterator[str]:
    """Yield one document: the fields of the set, and `articles`, one a line."""
    fields = json_text(exported.fields)[1:-1]
    head = f'{{{fields}{", " if fields else ""}"articles": ['
    return json_list((article_document(*one) for one in exported.articles), head, "]}")
