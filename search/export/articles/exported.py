"""Articles on their way out, as every format takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.marks import NO_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article
    from search.export.json_output import Document
    from search.marks import Marks


class Exported(NamedTuple):
    """An article, and what is marked of it."""

    article: Article
    marks: Marks = NO_MARKS


class ArticleSet(NamedTuple):
    """Articles that are taken out together.

    Attributes:
        heading: what they have in common, as text; empty for articles that were named one by one.
        fields: what a JSON document says besides the articles.
        articles: each read when its turn comes, so that no format holds them all.
    """

    heading: str
    fields: Document
    articles: Iterable[Exported]
