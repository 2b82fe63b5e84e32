"""Every use of a word in a library."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from search.concordance import Concordance, uses
from search.errors import ArticleError, NoSuchArticleError, QueryError
from search.highlight import Highlighter
from search.query import And, Fuzzy, Phrase, Prefix, Term, Wildcard, describe, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from search.article import Article, ArticleId
    from search.concordance import Use
    from search.engine.whoosh import Reader
    from search.query import Query
    from search.text import Span

_ONE = "a concordance is of one word or phrase"
_TELL_EVERY = 0.5
"""Seconds between two times of telling what there is by now."""


def wording(text: str) -> Query:
    """Read the word or phrase a concordance is asked of; raise QueryError for anything else.

    Several plain words are a phrase.
    """
    query = parse(text)
    match query.root:
        case Term(field=None) | Phrase(field=None) | Prefix(field=None):
            return query
        case Wildcard(field=None) | Fuzzy(field=None):
            return query
        case And(children=children) if '"' not in text and all(map(_plain, children)):
            return parse(f'"{text}"')
    raise QueryError(text, 0, _ONE)


def _plain(node: object) -> bool:
    return isinstance(node, Term) and node.field is None


def holders(
    query: Query, sources: Collection[str | None] | None, reader: Reader
) -> Sequence[ArticleId]:
    """Give the articles that have a word, newest first: of some sources, or of all when None."""
    found = reader.search(query.root, "newest")
    if sources is not None:
        found = found.of(sources)
    found.ids[:1]  # what is looked at later is verified now, while damage can be mended
    return found.ids


def gather(
    query: Query,
    ids: Sequence[ArticleId],
    read: Callable[[ArticleId], Article],
    progress: Callable[[Concordance, int, int], None] | None,
    cancelled: Callable[[], bool],
) -> Concordance:
    """Read articles and give what they use; see `Desk.concordance`."""
    highlighter = Highlighter(query)
    found: list[Use] = []
    articles = 0
    due = time.monotonic() + _TELL_EVERY
    for done, id_ in enumerate(ids):
        if cancelled():
            break
        with suppress(ArticleError, NoSuchArticleError):
            article = read(id_)
            before = len(found)
            found.extend(uses(article, _finder(highlighter, article.language)))
            articles += len(found) > before
        if progress and time.monotonic() >= due:
            progress(_concordance(query, found, articles), done + 1, len(ids))
            due = time.monotonic() + _TELL_EVERY
    return _concordance(query, found, articles)


def _finder(highlighter: Highlighter, language: str | None) -> Callable[[str], tuple[Span, ...]]:
    return lambda text: highlighter.spans(text, "body", language)


def _concordance(query: Query, found: Sequence[Use], articles: int) -> Concordance:
    return Concordance(
        word=query.text,
        read_as=describe(query),
        uses=tuple(found),
        articles=articles,
        sources=tuple(Counter(use.source for use in found).most_common()),
        months=_months(found),
    )


def _months(found: Iterable[Use]) -> tuple[tuple[str | None, int], ...]:
    counts = Counter(use.published[:7] if use.published else None for use in found)
    return tuple(sorted(counts.items(), key=lambda item: (item[0] is None, item[0] or "")))
