"""Which sentences recur in the articles of a source, where different things are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.recurrence.source_sentences import source_sentences
from search.engine.whoosh.similarity.stem_weights import profile_rows
from search.stories import enough, headline_stems, tell_of_different_things
from search.stories.standing_sentences import LOOKED_AT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from search.engine.whoosh.recurrence.source_sentences import SentencesByArticle, SourceSentences
    from search.engine.whoosh.retrieval.segment_view import IndexView
    from search.engine.whoosh.segments.arrays import Docs
    from search.engine.whoosh.similarity.similar_articles import SimilarArticles

MOST = 4_096
"""Sentences of a source that recur and are judged in one question, those of most articles first."""


class StandingSentences:
    """The standing sentences of the sources of one open index. Not safe to use from two threads.

    What was found is kept as long as the index is open: eight bytes a sentence of the
    sources asked for.
    """

    def __init__(
        self, views: IndexView, similar: SimilarArticles, title: Callable[[int], str | None]
    ) -> None:
        """Take an index, and what gives the headline of an article by its number in it."""
        self._views = views
        self._similar = similar
        self._title = title
        self._sources: dict[str, SourceSentences] = {}
        self._judged: dict[bytes, bool] = {}
        self._headlines: dict[int, frozenset[str]] = {}
        self._by_article: tuple[SourceSentences, SentencesByArticle] | None = None

    def among(self, source: str, keys: Collection[int]) -> frozenset[int]:
        """Give those of some keys whose sentences are standing ones of a source.

        Cost: reading the sentences of the source once, then a search for each key, and some
        hundred microseconds for each that recurs.
        """
        held = self._of(source)
        return self._standing(held, keys, enough(held.articles))

    def every(self, source: str | None) -> frozenset[int]:
        """Give the keys of all standing sentences of a source; none for articles of unknown source."""
        if source is None:
            return frozenset()
        held = self._of(source)
        least = enough(held.articles)
        return self._standing(held, held.recurring(least)[:MOST].tolist(), least)

    def _of(self, source: str) -> SourceSentences:
        held = self._sources.get(source)
        if held is None:
            held = self._sources[source] = source_sentences(self._views, source)
        return held

    def _standing(self, held: SourceSentences, keys: Iterable[int], least: int) -> frozenset[int]:
        found = [(key, docs) for key in keys if key and len(docs := held.of(key)) >= least]
        found.sort(key=lambda one: (-len(one[1]), one[0]))
        return frozenset(key for key, docs in found[:MOST] if self._judge(held, docs))

    def _judge(self, held: SourceSentences, docs: Docs) -> bool:
        """Tell whether articles of a source tell of different things; of many some are looked at."""
        if len(docs) > LOOKED_AT:
            docs = docs[np.linspace(0, len(docs) - 1, LOOKED_AT).astype(np.int64)]
        name = docs.tobytes()
        if name not in self._judged:
            cosines = profile_rows(self._views, docs, self._similar.idf).cosines()
            headlines = [self._headline(doc) for doc in docs.tolist()]
            articles = self._articles_of(held)
            sentences = [articles.of(doc) for doc in docs.tolist()]
            self._judged[name] = tell_of_different_things(
                headlines, sentences, lambda one, other: float(cosines[one, other])
            )
        return self._judged[name]

    def _articles_of(self, held: SourceSentences) -> SentencesByArticle:
        """Give the sentences of a source by article, of the source that was asked for last."""
        if self._by_article is None or self._by_article[0] is not held:
            self._by_article = held, held.by_article()
        return self._by_article[1]

    def _headline(self, doc: int) -> frozenset[str]:
        if doc not in self._headlines:
            self._headlines[doc] = headline_stems(self._title(doc))
        return self._headlines[doc]
