"""From what the index found to an answer and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.desk.values import Answer, Hit
from search.engine.whoosh import respell
from search.errors import QueryError
from search.highlight import Excerpt, excerpt
from search.query import describe, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article
    from search.desk.values import Sort
    from search.engine.whoosh import Facts, Reader
    from search.highlight import Highlighter
    from search.query import Query


def answer(query: Query, sort: Sort, reader: Reader) -> Answer:
    """Search, order and count; `took_ms` is left at 0."""
    found = reader.search(query.root, sort)
    found.ids[:1]  # what is looked at later is verified now, while damage can be mended
    return Answer(
        query=query,
        sort=sort,
        read_as=describe(query),
        total=found.total,
        ids=found.ids,
        scores=found.scores,
        sources=found.sources,
        months=found.months,
        suggestion=_suggestion(query, found.total, reader),
        took_ms=0.0,
    )


def nothing(query: Query, sort: Sort) -> Answer:
    """Give the answer of a library that has no index yet."""
    return Answer(query, sort, describe(query), 0, (), (), (), (), None, 0.0)


def _suggestion(query: Query, total: int, reader: Reader) -> str | None:
    """Give another spelling if it finds more."""
    text = respell(query, reader)
    if text is None:
        return None
    try:
        better = parse(text)
    except QueryError:
        return None
    return text if reader.search(better.root).total > total else None


def hit(
    facts: Facts, score: float, highlighter: Highlighter, read: Callable[[], Article | None]
) -> Hit:
    """Make the row of one article; without its text when it can't be read any more."""
    article = read()
    title = article.title if article else facts.title
    language = article.language if article else None
    shown, count = excerpt(article, highlighter) if article else (Excerpt("", ()), 0)
    return Hit(
        id=facts.id,
        path=facts.path,
        label=title or facts.path.rpartition("/")[2],
        title=title,
        source=article.source if article else facts.source,
        published=article.published if article else facts.published,
        score=score,
        matches=count,
        title_spans=highlighter.spans(title, "title", language) if title else (),
        excerpt=shown,
    )
