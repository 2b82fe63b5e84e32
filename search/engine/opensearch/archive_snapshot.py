"""The answers of an archive; see `search.engine.protocol.Snapshot`."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from search.article import ArticleId
from search.engine.answers import Frequencies
from search.engine.cancellation import never_cancelled, while_wanted
from search.engine.opensearch.archive_matches import archive_matches
from search.engine.opensearch.archive_query import ALL, from_sources
from search.engine.opensearch.archive_similarity import find_similar
from search.engine.opensearch.archive_words import ArchiveWords, AskedWords
from search.engine.opensearch.article_json import load_article, load_head, load_profile
from search.engine.opensearch.counted_here import (
    CountedSources,
    Sampled,
    each_article,
    standing_sentences,
    word_counts,
)
from search.engine.opensearch.grouped_here import grouped, shared_by
from search.engine.opensearch.leaf_query import any_of
from search.engine.opensearch.point_in_time import buckets_of, hits_of, total_of
from search.engine.opensearch.profile_weights import StemWeights
from search.engine.opensearch.word_texts import clean, rooted
from search.engine.spelling import respell
from search.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from search.article import Article, Head
    from search.engine.answers import SharedStory, Similar, SourceCounts, StoryGroup, WordCounts
    from search.engine.opensearch.article_memory import ArticleMemory
    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.listed_matches import ListedMatches
    from search.engine.opensearch.point_in_time import View
    from search.engine.opensearch.profile_weights import StemCounts
    from search.engine.sort_order import Sort
    from search.query import Node, Query
    from search.stories import KeptTerms, Profile

_AT_ONCE = 1_000
_MOST_BEGINNING = 10_000
_MOST_COUNTED = 2_000
"""Articles of a larger archive in which words are counted for a concordance, for which somebody waits."""
_MOST_SIMILAR = 64


class Bounds(NamedTuple):
    """Up to how many articles a total is exact, and how many are looked at here at most."""

    count_to: int
    sample: int


class ArchiveSnapshot:
    """A view of an archive for one task.

    Args:
        view: the view.
        rules: the rules that stem any of its articles.
        labels: the stories as they were grouped here last.
        bounds: up to how many articles a total is exact, and how many are looked at here.
        tell: passes a sentence on to the user.
        memory: articles that were given.
        counts: of stems, as far as they were asked.
    """

    def __init__(
        self,
        view: View,
        rules: Sequence[str],
        labels: Mapping[ArticleId, str],
        bounds: Bounds,
        tell: Callable[[str], None],
        memory: ArticleMemory,
        counts: StemCounts,
    ) -> None:
        self._view = view
        self._rules = rules
        self._labels = labels
        self._bounds = bounds
        self._tell = tell
        self._memory = memory
        self._counts = counts

    def __len__(self) -> int:
        return self._articles

    @cached_property
    def _articles(self) -> int:
        return total_of(self._view.ask({"query": ALL, "size": 0, "track_total_hits": True}))

    @cached_property
    def _stems(self) -> StemWeights:
        return StemWeights(self._view, self._articles, self._counts)

    def search(
        self, root: Node, sort: Sort = "relevance", cancelled: Callable[[], bool] = never_cancelled
    ) -> ListedMatches:
        """Count what a tree means; its rows are asked for later."""
        if cancelled():
            raise CancelledError
        with while_wanted(cancelled):
            return archive_matches(
                self._view, root, self._rules, sort, self._bounds.count_to, self._memory
            )

    def heads(self, articles: Sequence[ArticleId]) -> list[Head | None]:
        """Give the head of each article."""
        held = self._held(articles, "head")
        return [load_head(held[one]) if one in held else None for one in articles]

    def articles(self, articles: Sequence[ArticleId]) -> list[Article | None]:
        """Give each article whole."""
        known = {one: self._memory.get(one) for one in articles}
        held = self._held([one for one, article in known.items() if article is None], "article")
        for one, text in held.items():
            known[one] = article = load_article(text)
            self._memory.keep(article)
        return [known[one] for one in articles]

    def beginning(self, prefixes: Sequence[str]) -> list[list[ArticleId]]:
        """Give the ids that begin so, of 10,000 of all prefixes; one question for each thousand."""
        asked = [clean(prefix) for prefix in prefixes]
        wanted = any_of({"prefix": {"id": {"value": one}}} for one in asked)
        each = self._view.each(wanted, ["id"], most=_MOST_BEGINNING) if asked else []
        found = [str(one.get("id")) for one in each]
        return [[ArticleId(one) for one in found if one.startswith(begin)] for begin in asked]

    def document_frequency(self, stems: Collection[str]) -> Frequencies:
        """Ask for a thousand stems at once, each by any of the rules of the articles."""
        held: dict[str, int] = {}
        wanted = list(dict.fromkeys(stems))
        for at in range(0, len(wanted), _AT_ONCE):
            held |= self._frequencies(wanted[at : at + _AT_ONCE])
        return Frequencies(self._articles, held)

    def suggest(self, query: Query) -> str | None:
        """Respell by the words of the archive; one question unless a word is unknown."""
        words, asked = ArchiveWords(self._view, self._rules), AskedWords()
        respell(query, asked)
        words.learn(asked.pairs)
        return respell(query, words)

    def similar(
        self, article: Article, profile: Profile, most: int, *, same_source: bool = False
    ) -> list[Similar]:
        """Look for them in the archive and compare them here."""
        if most <= 0 or not profile:
            return []
        found = find_similar(self._view, self._stems, article, profile, same_source=same_source)
        return found[: min(most, _MOST_SIMILAR)]

    def profile_weights(
        self, articles: Collection[ArticleId], stems: Collection[str]
    ) -> dict[str, float]:
        """Count the stems of their profiles here."""
        held = self._held(articles, "profile")
        counts = Counter(root for one in held.values() for root, *_ in load_profile(one))
        least = max(2, len(held) / 2)
        told = [root for root in stems if counts[root] >= least]
        self._stems.know(told)
        return {root: counts[root] * self._stems.idf(root) for root in told}

    def kept_terms(self, articles: Sequence[ArticleId]) -> list[KeptTerms | None]:
        """Give none: stems are kept whole."""
        return [None] * len(articles)

    def stories(self, articles: Collection[ArticleId] | None = None) -> dict[ArticleId, StoryGroup]:
        """Give stories as grouped here, without the articles that have gone since."""
        wanted = self._labels.keys() if articles is None else articles
        names = {self._labels[one] for one in wanted if one in self._labels}
        members = [one for one, name in self._labels.items() if name in names]
        heads = [head for head in self.heads(members) if head]
        groups = grouped(self._labels, heads)
        there = {head.id for head in heads}
        return {one: groups[self._labels[one]] for one in wanted if one in there}

    def shared_stories(self, left: str | None, right: str | None) -> tuple[SharedStory, ...]:
        """Look through all stories."""
        heads = (head for head in self.heads(list(self._labels)) if head)
        return shared_by(grouped(self._labels, heads), left, right)

    def standing_sentences(self, asked: Mapping[str, Collection[int]]) -> dict[str, frozenset[int]]:
        """Ask which of them recur, and look at the articles that have those."""
        return {
            source: standing_sentences(self._view, self._stems, source, keys)
            for source, keys in asked.items()
        }

    def word_counts(self, forms: Collection[str]) -> WordCounts:
        """Read every article, or a sample of very many."""
        return word_counts(self._view, forms, self._sampled(ALL, _MOST_COUNTED))

    def source_counts(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool] = never_cancelled,
        among: Collection[ArticleId] | None = None,
    ) -> SourceCounts:
        """Read every article, a hundred at a time; a sample of the two sources' where there are very many."""
        counted = CountedSources(left, right, self._standing, among)
        query, every, most = ALL, self._articles, None
        if self._articles > self._bounds.sample:
            query = self._of_two(left, right, among)
            _, every, most = self._sampled(query)
        articles, done = each_article(self._view, cancelled, query, most), 0
        while not cancelled() and (some := list(islice(articles, 100))):
            counted.add(some)
            done += len(some)
            progress(min(1.0, done / max(1, min(every, most or every))))
        return counted.counts()

    def _of_two(
        self, left: str | None, right: str | None, among: Collection[ArticleId] | None
    ) -> Asked:
        both = from_sources((left, right))
        ids = {"ids": {"values": sorted(map(clean, among or ()))}}
        return {"bool": {"filter": [both] if among is None else [both, ids]}}

    def _sampled(self, query: Asked, most: int | None = None) -> Sampled:
        """Say how many articles a query finds, and how many of them are read; tell if not all are."""
        every = total_of(self._view.ask({"query": query, "size": 0, "track_total_hits": True}))
        if every <= self._bounds.sample:
            return Sampled(query, every, None)
        read = min(most or self._bounds.sample, self._bounds.sample)
        self._tell(f"words were counted in a sample: {read:,} of {every:,} articles")
        return Sampled(query, every, read)

    def _standing(self, source: str | None, keys: Collection[int]) -> frozenset[int]:
        return standing_sentences(self._view, self._stems, source or "", keys)

    def _held(self, articles: Collection[ArticleId], field: str) -> dict[ArticleId, str]:
        """Give a field of each article that is there; one question for a thousand."""
        wanted = list(dict.fromkeys(articles))
        found: dict[ArticleId, str] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            ids = {"ids": {"values": [clean(one) for one in wanted[at : at + _AT_ONCE]]}}
            body = {"query": ids, "size": _AT_ONCE, "_source": [field], "track_total_hits": False}
            for hit in hits_of(self._view.ask(body)):
                found[ArticleId(str(hit["_id"]))] = str(hit.get("_source", {}).get(field, ""))
        return found

    def _frequencies(self, stems: Sequence[str]) -> dict[str, int]:
        filters: list[dict[str, Any]] = []
        for root in stems:
            keys = [rooted(clean(root), name) for name in self._rules]
            filters += ({"terms": {part: keys}} for part in ("title", "body"))
        asked = {"held": {"filters": {"filters": filters}}}
        answer = self._view.ask({"size": 0, "track_total_hits": False, "aggs": asked})
        counts = [int(one["doc_count"]) for one in buckets_of(answer, "held")]
        return {root: max(counts[2 * at : 2 * at + 2]) for at, root in enumerate(stems)}
