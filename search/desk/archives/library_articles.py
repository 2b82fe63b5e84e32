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
    from search.engine import Engine, Snapshot
    from search.stories import KeptTerms

_AT_ONCE = 1_000


class KnownArticle(NamedTuple):
    """What the index of a library knows of an article.

    Attributes:
        head: its head.
        article: the article, where the index holds texts; else None, and it is to be read.
        kept: what is kept of what it dwells on, if anything.
    """

    head: Head
    article: Article | None
    kept: KeptTerms | None


def every_article(engine: Engine) -> Iterator[KnownArticle]:
    """Yield every article, as it is known before its file is read.

    They come as they were indexed, which is about as they lie in files, so that each can be read while
    its file is open. Bounded memory. Cost: reading the index once.
    """
    found = engine.read(lambda snapshot: snapshot.search(Everything(Span(0, 0))))
    rows = every_row(found, _AT_ONCE)
    while some := list(islice(rows, _AT_ONCE)):
        there = [row for row in some if row is not None]
        kept = engine.read(partial(_kept_terms, [row.head.id for row in there]))
        for row, terms in zip(there, kept, strict=True):
            yield KnownArticle(row.head, row.article, terms)


def _kept_terms(articles: Sequence[ArticleId], snapshot: Snapshot) -> list[KeptTerms | None]:
    return snapshot.kept_terms(articles)
