"""What an archive can't add up by itself: articles are read page by page, and counted here."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from search.engine.answers import SourceCounts, WordCounts
from search.engine.cancellation import never_cancelled
from search.engine.opensearch.archive_documents import value
from search.engine.opensearch.archive_query import ALL
from search.engine.opensearch.article_json import load_article
from search.engine.opensearch.point_in_time import buckets_of, hits_of, total_of
from search.engine.opensearch.profile_weights import cosine
from search.keyness import SourceSize, SourceUse, WordUse
from search.stories import (
    enough,
    headline_stems,
    profile,
    tell_of_different_things,
    term_vector,
)
from search.stories.standing_sentences import LOOKED_AT
from search.text import NO_KEY, is_stop, left_out, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from search.article import Article
    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.point_in_time import View
    from search.engine.opensearch.profile_weights import StemWeights

_MOST_ASKED = 10_000
"""Sentences asked about at once."""


class Sampled(NamedTuple):
    """What is read: all that a query finds, or `most` of as many.

    Those come first by id. Ids are hashes, so that is a fair sample, and always the same.
    """

    query: Asked
    every: int
    most: int | None


def word_counts(view: View, forms: Collection[str], read: Sampled) -> WordCounts:
    """Count all words of each source, and how often some come. Cost: reading every article.

    Of a sample how often words come is scaled; how many words a source has is asked in any case.
    """
    sources: Counter[str | None] = Counter()
    times: Counter[str] = Counter()
    wanted = set(forms)
    for article in each_article(view, most=read.most):
        words = list(story_words(article))
        sources[article.source] += len(words)
        times.update(word for word in words if word in wanted)
    if read.most is None:
        return WordCounts(dict(sources), {form: times[form] for form in forms})
    scale = read.every / read.most
    return WordCounts(_words_of_sources(view), {form: round(times[form] * scale) for form in forms})


def _words_of_sources(view: View) -> dict[str | None, int]:
    """Ask how many words each source has, of the 10,000 with most articles; one question."""
    words = {"words": {"sum": {"field": "words"}}}
    asked = {
        "named": {"terms": {"field": "outlet", "size": _MOST_ASKED}, "aggs": words},
        "unnamed": {"missing": {"field": "outlet"}, "aggs": words},
    }
    told = view.ask({"size": 0, "track_total_hits": False, "aggs": asked})
    found: dict[str | None, int] = {
        str(one["key"]): int(one["words"]["value"]) for one in buckets_of(told, "named")
    }
    unnamed = told["aggregations"]["unnamed"]
    return found | ({None: int(unnamed["words"]["value"])} if unnamed["doc_count"] else {})


def each_article(
    view: View,
    cancelled: Callable[[], bool] = never_cancelled,
    query: Asked = ALL,
    most: int | None = None,
) -> Iterator[Article]:
    """Yield every article that a query finds, ascending by id; `most` of them at most."""
    for one in view.each(query, ["article"], cancelled, most=most):
        yield load_article(one.get("article", ""))


def story_words(article: Article) -> Iterator[str]:
    """Yield the folded words of a story."""
    for _, block in article.story:
        yield from (token.form for token in tokenize(block.text))


def standing_sentences(
    view: View, stems: StemWeights, source: str, keys: Collection[int]
) -> frozenset[int]:
    """Tell which of some sentences stand in article after article of a source.

    Of the articles with one, the first 24 by id are looked at. Cost: a question, and one more for each
    sentence that enough articles have.
    """
    asked = {str(key): key for key in keys if key != NO_KEY}
    if not source or not asked:
        return frozenset()
    own = {"term": {"outlet": value(source)}}
    total = total_of(view.ask({"query": own, "size": 0, "track_total_hits": True}))
    found: set[int] = set()
    names = sorted(asked)
    for at in range(0, len(names), _MOST_ASKED):
        some = names[at : at + _MOST_ASKED]
        terms = {"field": "sentences", "include": some, "size": len(some)}
        terms["min_doc_count"] = enough(total)
        body = {"query": own, "size": 0, "aggs": {"said": {"terms": terms}}}
        buckets = view.ask(body | {"track_total_hits": False})["aggregations"]["said"]["buckets"]
        recurring = [str(one["key"]) for one in buckets]
        found |= {asked[one] for one in recurring if _differ(view, stems, source, one)}
    return frozenset(found)


def _differ(view: View, stems: StemWeights, source: str, key: str) -> bool:
    """Tell whether the articles with a sentence tell of different things."""
    both = [{"term": {"outlet": value(source)}}, {"term": {"sentences": key}}]
    body = {"query": {"bool": {"filter": both}}, "size": LOOKED_AT, "sort": [{"id": "asc"}]}
    hits = hits_of(view.ask(body | {"_source": ["article"], "track_total_hits": False}))
    held = [load_article(hit.get("_source", {}).get("article", "")) for hit in hits]
    told = [term_vector(one) for one in held]
    profiles = [profile(one, vector) for one, vector in zip(held, told, strict=True)]
    stems.know({root for one in profiles for root, _, _ in one})
    vectors = stems.of_each(profiles)
    return tell_of_different_things(
        [headline_stems(one.title) for one in held],
        [frozenset(said.key for said in one.sentences) - {NO_KEY} for one in told],
        lambda one, other: cosine(vectors[one], vectors[other]),
    )


class CountedSources:
    """Counts how often two sources use each word, article by article.

    Args:
        left, right: the two sources; None is the unknown one.
        standing: tells of a source which of some sentences recur in it.
        among: the articles of the two that count; all when None.
    """

    def __init__(
        self,
        left: str | None,
        right: str | None,
        standing: Callable[[str | None, Collection[int]], frozenset[int]],
        among: Collection[str] | None,
    ) -> None:
        self._standing = standing
        self._among = among
        self._sides = {name: _Side() for name in (left, right)}
        self._ends = (left, right)
        self._whole: Counter[str] = Counter()

    def add(self, articles: Sequence[Article]) -> None:
        """Count some articles; one question for each of the two sources that is among them."""
        said = {one.id: term_vector(one).sentences for one in articles}
        keys: defaultdict[str | None, set[int]] = defaultdict(set)
        for one in articles:
            if one.source in self._sides:
                keys[one.source] |= {sentence.key for sentence in said[one.id]}
        standing = {name: self._standing(name, found) for name, found in keys.items()}
        for one in articles:
            recurring = standing.get(one.source, frozenset())
            words = iter(list(story_words(one)))
            told: list[str] = []
            out = left_out(said[one.id], recurring.__contains__)
            for sentence, dropped in zip(said[one.id], out, strict=True):
                some = list(islice(words, sentence.words))
                told += [] if dropped else some
            self._whole.update(told)
            if one.source in self._sides and (self._among is None or one.id in self._among):
                self._sides[one.source].add(one, told)

    def counts(self) -> SourceCounts:
        """Give what was counted."""
        left, right = (self._sides[name] for name in self._ends)
        used = left.forms + right.forms
        by_root: defaultdict[str, list[str]] = defaultdict(list)
        for form, _ in used.most_common():
            by_root[stem(form)].append(form)
        uses = [
            WordUse(
                forms[0], left.use(root), right.use(root), sum(self._whole[one] for one in forms)
            )
            for root, forms in by_root.items()
        ]
        return SourceCounts(left.size(), right.size(), self._whole.total(), uses)


class _Side:
    """What is counted of one source."""

    def __init__(self) -> None:
        self.forms: Counter[str] = Counter()
        self._lengths: list[int] = []
        self._months: Counter[str | None] = Counter()
        self._uses: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])

    def add(self, article: Article, told: Sequence[str]) -> None:
        length = len(told)
        self._lengths.append(length)
        self._months[article.published[:7] if article.day and article.published else None] += 1
        words = [form for form in told if form.isalpha() and not is_stop(form, form)]
        self.forms.update(words)
        for root, times in Counter(map(stem, words)).items():
            use = self._uses[root]
            use[0] += times
            use[1] += 1
            use[2] += times * times
            use[3] += times * length

    def use(self, root: str) -> SourceUse:
        return SourceUse(*self._uses[root]) if root in self._uses else SourceUse(0, 0, 0, 0)

    def size(self) -> SourceSize:
        lengths = self._lengths
        months = sorted(self._months.items(), key=lambda one: (one[0] is None, one[0] or ""))
        squares = sum(one * one for one in lengths)
        return SourceSize(len(lengths), sum(lengths), squares, tuple(months))
