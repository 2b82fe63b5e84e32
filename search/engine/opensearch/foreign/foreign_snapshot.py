"""The answers of an index that others built; see `search.engine.protocol.Snapshot`."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from search.article import ArticleId
from search.engine.answers import Frequencies, WordCounts
from search.engine.cancellation import never_cancelled, while_wanted
from search.engine.empty import EmptySnapshot
from search.engine.opensearch.archive_query import ALL
from search.engine.opensearch.archive_similarity import fair_look
from search.engine.opensearch.archive_words import AskedWords
from search.engine.opensearch.counted_here import CountedSources, story_words
from search.engine.opensearch.foreign.foreign_documents import article_of
from search.engine.opensearch.foreign.foreign_matches import foreign_matches
from search.engine.opensearch.foreign.foreign_stems import ForeignStems, stem_frequencies
from search.engine.opensearch.foreign.foreign_words import ForeignWords
from search.engine.opensearch.point_in_time import hits_of, total_of
from search.engine.opensearch.word_texts import clean
from search.engine.spelling import respell
from search.query import FromSource
from search.stories import profile, term_vector
from search.text import Span, stem, stemmer, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from search.article import Article, Head
    from search.engine.answers import SharedStory, Similar, SourceCounts, StoryGroup
    from search.engine.opensearch.foreign.foreign_stories import ForeignStories
    from search.engine.opensearch.foreign.foreign_view import ForeignView
    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.listed_matches import ListedMatches
    from search.engine.sort_order import Sort
    from search.query import Node, Query
    from search.stories import Profile

_AT_ONCE = 500
_CANDIDATES = 96
"""Articles that are looked at here for being close to one: their whole texts come."""
_WORDS = 40
"""Words of an article by which those like it are sought."""
_NEAR = {"scale": "3d", "decay": 0.37}


class ForeignSnapshot(EmptySnapshot):
    """A view of such an index for one task, with stories as they were grouped last.

    It knows no sentences that recur.
    """

    def __init__(self, there: ForeignView, stories: ForeignStories) -> None:
        self._there = there
        self._stories = stories

    def __len__(self) -> int:
        return self._articles

    @cached_property
    def _articles(self) -> int:
        asked = {"query": ALL, "size": 0, "track_total_hits": True}
        return total_of(self._there.view.ask(asked))

    def search(  # type: ignore[override]  # it finds something
        self, root: Node, sort: Sort = "relevance", cancelled: Callable[[], bool] = never_cancelled
    ) -> ListedMatches:
        """Count what a tree means there; its rows are asked for later."""
        with while_wanted(cancelled):
            return foreign_matches(self._there, root, sort)

    def heads(self, articles: Sequence[ArticleId]) -> list[Head | None]:
        """Give the head of each article."""
        return [article.head if article else None for article in self.articles(articles)]

    def articles(self, articles: Sequence[ArticleId]) -> list[Article | None]:
        """Give each article whole; one question for 500."""
        memory = self._there.memory
        known = {one: memory.get(one) for one in articles}
        lacking = [one for one, article in known.items() if article is None]
        for at in range(0, len(lacking), _AT_ONCE):
            ids = {"ids": {"values": [clean(one) for one in lacking[at : at + _AT_ONCE]]}}
            body = {"query": ids, "size": _AT_ONCE, "track_total_hits": False}
            body["_source"] = self._there.source
            for hit in hits_of(self._there.view.ask(body)):
                article = article_of(hit, self._there.fields)
                memory.keep(article)
                known[article.id] = article
        return [known[one] for one in articles]

    def beginning(self, prefixes: Sequence[str]) -> list[list[ArticleId]]:
        """Give the articles with these very ids: such an index can't be asked for beginnings of them."""
        ids = {"ids": {"values": [clean(one) for one in prefixes if one]}}
        found = self._there.view.hits(ids, [], never_cancelled, _AT_ONCE)
        there = {str(hit["_id"]) for hit in found}
        return [[ArticleId(one)] if one in there else [] for one in prefixes]

    def document_frequency(self, stems: Collection[str]) -> Frequencies:
        """Ask how many articles have what the index makes of each stem."""
        return Frequencies(
            self._articles, stem_frequencies(self._there, list(dict.fromkeys(stems)))
        )

    def suggest(self, query: Query) -> str | None:
        """Respell by words of the articles that the index's own suggester leads to."""
        words, asked = ForeignWords(self._there), AskedWords()
        respell(query, asked)
        words.learn(asked.pairs)
        return respell(query, words)

    def similar(
        self, article: Article, profile: Profile, most: int, *, same_source: bool = False
    ) -> list[Similar]:
        """Have the index find articles like one, by its words that weigh most, and look at them here."""
        stems = ForeignStems(self._there, self._articles)
        stems.know([root for root, *_ in profile])
        mine = {root: weight for root, weight in stems.of(profile).items() if weight > 0}
        found = [
            one
            for one in self._like(article, mine, same_source=same_source)
            if one.id != article.id
            and (same_source or not one.source or one.source != article.source)
        ]
        profiles = [_profile(one) for one in found]
        stems.know({root for one in profiles for root, _, _ in one})
        vectors = stems.of_each(profiles)
        return fair_look(mine, [one.head for one in found], vectors, article.day)[:most]

    def stories(self, articles: Collection[ArticleId] | None = None) -> dict[ArticleId, StoryGroup]:
        """Give stories as grouped here."""
        return self._stories.of(articles)

    def shared_stories(self, left: str | None, right: str | None) -> tuple[SharedStory, ...]:
        """Look through all stories."""
        return self._stories.shared(left, right)

    def profile_weights(
        self, articles: Collection[ArticleId], stems: Collection[str]
    ) -> dict[str, float]:
        """Weigh what was read when stories were grouped."""
        return self._stories.weights(articles, stems)

    def word_counts(self, forms: Collection[str]) -> WordCounts:
        """Count in as many articles as are looked at; how often words come is scaled."""
        wanted, sources, times = set(forms), dict[str | None, int](), dict.fromkeys(forms, 0)
        read = 0
        for article in self._each(ALL):
            read += 1
            for word in story_words(article):
                sources[article.source] = sources.get(article.source, 0) + 1
                if word in wanted:
                    times[word] += 1
        scale = max(1.0, self._articles / max(1, read))
        return WordCounts(
            {source: round(count * scale) for source, count in sources.items()},
            {form: round(count * scale) for form, count in times.items()},
        )

    def source_counts(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool] = never_cancelled,
        among: Collection[ArticleId] | None = None,
    ) -> SourceCounts:
        """Read the articles of the two, as many as are looked at, a hundred at a time."""
        both = self._there.query.translate(FromSource(Span(0, 0), frozenset((left, right))))
        counted = CountedSources(left, right, lambda *_: frozenset(), among)
        articles, done = self._each(both, cancelled), 0
        while not cancelled() and (some := list(islice(articles, 100))):
            counted.add(some)
            done += len(some)
            progress(min(1.0, done / self._there.options.sample))
        return counted.counts()

    def _each(
        self, query: Asked, cancelled: Callable[[], bool] = never_cancelled
    ) -> Iterator[Article]:
        most = self._there.options.sample
        every = total_of(
            self._there.view.ask({"query": query, "size": 0, "track_total_hits": True})
        )
        if every > most:
            said = f"words were counted in a sample: {most:,} of {every:,} articles"
            self._there.tell_once(said)
        for hit in self._there.view.hits(query, self._there.source, cancelled, most):
            yield article_of(hit, self._there.fields)

    def _like(
        self, article: Article, mine: Mapping[str, float], *, same_source: bool
    ) -> list[Article]:
        fields = self._there.fields
        names = [found.name for role in ("title", "text") if (found := fields.get(role))]
        words = _telling_words(article, mine)
        if not words:
            return []
        like = {"fields": names, "like": " ".join(words), "max_query_terms": _WORDS}
        bounds = {"min_term_freq": 1, "min_doc_freq": 1, "minimum_should_match": "10%"}
        query: dict[str, Any] = {"more_like_this": like | bounds}
        own = fields.get("source")
        if article.source and own and own.counted and not same_source:
            others = [{"term": {own.counted: article.source}}]
            query = {"bool": {"must": [query], "must_not": others}}
        if article.day and fields.day:
            near = {fields.day: _NEAR | {"origin": f"{article.day.isoformat()}T12:00:00Z"}}
            functions = [{"exp": near, "weight": 0.7}, {"weight": 0.3}]
            how = {"functions": functions, "score_mode": "sum", "boost_mode": "multiply"}
            query = {"function_score": {"query": query} | how}
        body = {"query": query, "size": _CANDIDATES, "track_total_hits": False}
        body["_source"] = self._there.source
        return [article_of(hit, fields) for hit in hits_of(self._there.view.ask(body))]


def _profile(article: Article) -> Profile:
    return profile(article, term_vector(article))


def _telling_words(article: Article, mine: Mapping[str, float]) -> list[str]:
    """Give a word of the article for each of its stems that weigh most."""
    best = set(sorted(mine, key=lambda root: -mine[root])[:_WORDS])
    rules = stemmer(article.language)
    found: dict[str, str] = {}
    for text in (article.title or "", *(block.text for _, block in article.story)):
        for token in tokenize(text):
            found.setdefault(stem(token.form, rules), token.form)
    return [word for root, word in found.items() if root in best]
