"""Articles as CSV, a row an article, and as lists of references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.articles.articles_document import word_count
from search.export.csv_text import csv_rows
from search.export.reference import reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.export.articles.exported import ArticleSet, Exported
    from search.export.reference import Reference

_HEAD = (
    "id path title source authors published updated url language words tags read starred"
    " reader_tags notes text"
).split()


def articles_table(exported: ArticleSet) -> Iterator[str]:
    """Yield a table; several authors or tags are joined by `; `, paragraphs by line breaks."""
    return csv_rows(_HEAD, map(_row, exported.articles))


def references(exported: ArticleSet) -> Iterator[Reference]:
    """Yield a reference to each article."""
    return (reference(one.article) for one in exported.articles)


def _row(one: Exported) -> tuple[object, ...]:
    article, marks = one
    return (
        article.id,
        article.path,
        article.title,
        article.source,
        "; ".join(article.authors),
        article.published,
        article.updated,
        article.url,
        article.language,
        word_count(article),
        "; ".join(article.tags),
        _yes(marks.read),
        _yes(marks.starred),
        "; ".join(marks.tags),
        marks.notes,
        "\n".join(block.text for _, block in article.story),
    )


def _yes(there: object) -> str:
    return "yes" if there else ""
