"""Every article of a library in the order of its index, to be sent elsewhere."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from search.desk.all_rows import every_row
from search.query import Everything
from search.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import Article, ArticleId, Head
    from search.desk.article_texts import ArticleTexts
    from search.engine import Engine, Snapshot
    from search.stories import KeptTerms

_AT_ONCE = 1_000


class KnownArticle(NamedTuple):
    """An article with what its library's index knows of it; None if it can't be read."""

    head: Head
    article: Article | None
    kept: KeptTerms | None


def every_article(engine: Engine, texts: ArticleTexts) -> Iterator[KnownArticle]:
    """Yield every article.

    They come as they were indexed, which is about as they lie in files, so that each is read once
    and its file while it is open. Bounded memory. Cost: reading every article.
    """
    found = engine.read(lambda snapshot: snapshot.search(Everything(Span(0, 0))))
    rows = every_row(found, _AT_ONCE)
    while some := list(islice(rows, _AT_ONCE)):
        there = [row for row in some if row is not None]
        kept = engine.read(partial(_kept_terms, [row.head.id for row in there]))
        for row, terms in zip(there, kept, strict=True):
            yield KnownArticle(row.head, texts.of_row(row), terms)


def _kept_terms(articles: Sequence[ArticleId], snapshot: Snapshot) -> list[KeptTerms | None]:
    return snapshot.kept_terms(articles)
