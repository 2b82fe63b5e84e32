"""Nearly the same text in the same outlet: in what came before, and in the library.

Alike are texts of which four fifths of the pairs of words are the same (`search.marks.article_keys`);
those that are compared are found by the words that make them out.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError, NoSuchArticleError, QueryError
from search.marks.article_keys import alike, keys_of
from search.stories import term_vector

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article
    from search.desk.desk import Desk

_HASH = 4
_FIRST = 8
"""Least hashes by which texts are found that came before: two that are alike share two thirds of
their pairs, so that one in seven thousand shares none of eight."""
_WORDS = 12
_CANDIDATES = 5
_SHORTEST = 20
"""Pairs of words below which a text says too little to be told from another by them."""


class _Seen(NamedTuple):
    sketch: bytes
    path: str


class SimilarTexts:
    """Finds articles that say nearly what another of their outlet says. Not safe to use from threads."""

    def __init__(self, desk: Desk, sync: Callable[[], object]) -> None:
        """Take the library, and what has its index brought up to date, which is called if it is needed."""
        self._desk = desk
        self._sync = sync
        self._came: defaultdict[tuple[str, bytes], list[_Seen]] = defaultdict(list)
        self._last: tuple[Article, bytes] | None = None

    def find(self, article: Article) -> str | None:
        """Give the path of an article that is alike; None where there is none, or no outlet is known.

        Cost: one search and reading some five articles, if the library has any of its outlet.
        """
        sketch = self._sketch(article)
        if not article.source or len(sketch) < _SHORTEST * _HASH:
            return None
        buckets = _buckets(article.source, sketch)
        near = dict.fromkeys(seen for bucket in buckets for seen in self._came.get(bucket, ()))
        for seen in near:  # each once: what outlets put in all their articles has many share a hash
            if alike(sketch, seen.sketch):
                return seen.path
        return self._in_library(article, sketch) if article.source in self._sources else None

    @cached_property
    def _sources(self) -> frozenset[str | None]:
        """The outlets of the library, from its index."""
        self._sync()
        return frozenset(name for name, _ in self._desk.search("").sources)

    def add(self, article: Article, path: str) -> None:
        """Know an article that has come."""
        sketch = self._sketch(article)
        if article.source and len(sketch) >= _SHORTEST * _HASH:
            for bucket in _buckets(article.source, sketch):
                self._came[bucket].append(_Seen(sketch, path))

    def _sketch(self, article: Article) -> bytes:
        """Sketch a text, once for what is first looked for and then added."""
        if self._last is None or self._last[0] is not article:
            self._last = article, keys_of(article).sketch
        return self._last[1]

    def _in_library(self, article: Article, sketch: bytes) -> str | None:
        terms = term_vector(article).terms[:_WORDS]
        words = " OR ".join(_quoted(term.shown) for term in terms)
        try:
            answer = self._desk.search(
                f"source:{_quoted(article.source or '')} ({words})", "relevance"
            )
        except QueryError:
            return None
        for row in answer.found.rows(0, _CANDIDATES):
            if row is None or row.head.source != article.source:
                continue
            try:
                there = self._desk.read(row.head.id)
            except (ArticleError, NoSuchArticleError):
                continue
            if alike(sketch, keys_of(there).sketch):
                return there.path
        return None


def _quoted(words: str) -> str:
    plain = words.replace('"', " ")
    return f'"{plain}"'


def _buckets(source: str, sketch: bytes) -> list[tuple[str, bytes]]:
    """Give the least hashes of a text, each with its outlet."""
    return [(source, sketch[at : at + _HASH]) for at in range(0, _FIRST * _HASH, _HASH)]
