"""Collecting every use of a word in a library."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from search.concordance import Concordance, beside, clusters, find_uses, weigh_collocates
from search.desk.all_rows import every_row
from search.engine import while_wanted
from search.errors import CancelledError, QueryError
from search.highlight import Highlighter
from search.query import And, FromSource, Fuzzy, Phrase, Prefix, Term, Wildcard, describe, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from search.article import Article
    from search.concordance import Use
    from search.engine import Engine, Found, Row, Snapshot
    from search.query import Query
    from search.text import Span

_ONE = "a concordance is of one word or phrase"
_TELL_EVERY = 0.5
"""Seconds between two times of telling what there is by now."""
_AT_ONCE = 64
"""Rows asked for in one question."""


def concordance_query(text: str) -> Query:
    """Parse the word or phrase of a concordance; raise QueryError for anything else.

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


def concordance_of(
    engine: Engine,
    asked: tuple[Query, Collection[str | None] | None],
    read: Callable[[Row], Article | None],
    progress: Callable[[Concordance, int, int], None] | None,
    cancelled: Callable[[], bool],
) -> Concordance:
    """Give every use of a word, in some sources or in all when None; see `Desk.concordance`."""
    query, sources = asked
    try:
        with while_wanted(cancelled):
            found = engine.read(lambda snapshot: _find_articles(query, sources, snapshot))
    except CancelledError:
        return _concordance(query, (), 0)
    return _with_company(_collect_uses(query, found, read, progress, cancelled), engine, cancelled)


def _find_articles(
    query: Query,
    sources: Collection[str | None] | None,
    snapshot: Snapshot,
) -> Found:
    """Find the articles that have a word, newest first: of some sources, or of all when None."""
    root = query.root
    if sources is not None:
        root = And(root.span, (root, FromSource(root.span, frozenset(sources))))
    return snapshot.search(root, "newest")


def _collect_uses(
    query: Query,
    found: Found,
    read: Callable[[Row], Article | None],
    progress: Callable[[Concordance, int, int], None] | None,
    cancelled: Callable[[], bool],
) -> Concordance:
    """Read the articles that were found and collect the uses; see `Desk.concordance`."""
    highlighter = Highlighter(query)
    told: list[Use] = []
    articles = 0
    due = time.monotonic() + _TELL_EVERY
    for done, row in enumerate(_wanted_rows(found, cancelled)):
        if row and (article := read(row)):
            before = len(told)
            told.extend(find_uses(article, _finder(highlighter, article.language)))
            articles += len(told) > before
        if progress and time.monotonic() >= due:
            progress(
                _concordance(query, told, articles), done + 1, max(done + 1, found.total.count)
            )
            due = time.monotonic() + _TELL_EVERY
    return _concordance(query, told, articles)


def _wanted_rows(found: Found, cancelled: Callable[[], bool]) -> Iterator[Row | None]:
    """Yield every row until nobody wants more."""
    rows = every_row(found, _AT_ONCE)
    while not cancelled():
        try:
            with while_wanted(cancelled):
                row = next(rows)
        except (StopIteration, CancelledError):
            return
        yield row


def _with_company(found: Concordance, engine: Engine, cancelled: Callable[[], bool]) -> Concordance:
    """Add rates, collocates and clusters to all uses of a word; asks one question.

    How often a collocate comes is counted in the whole library, also where uses are of some sources.
    Cancelled while an engine elsewhere counts, the uses stay without.
    """
    counted = beside(found.uses)
    try:
        with while_wanted(cancelled):
            words = engine.read(lambda snapshot: snapshot.word_counts(counted), aside=True)
    except CancelledError:
        return found
    return replace(
        found,
        words=words.sources,
        collocates=weigh_collocates(counted, len(found.uses), words.times),
        clusters=clusters(found.uses),
    )


def _finder(highlighter: Highlighter, language: str | None) -> Callable[[str], tuple[Span, ...]]:
    return lambda text: highlighter.spans(text, "body", language)


def _concordance(query: Query, found: Sequence[Use], articles: int) -> Concordance:
    return Concordance(
        word=query.text,
        read_as=describe(query),
        uses=tuple(found),
        articles=articles,
        sources=tuple(Counter(use.head.source for use in found).most_common()),
        months=_months(found),
    )


def _months(found: Iterable[Use]) -> tuple[tuple[str | None, int], ...]:
    counts = Counter(use.head.published[:7] if use.head.published else None for use in found)
    return tuple(sorted(counts.items(), key=lambda item: (item[0] is None, item[0] or "")))
