"""The answers of the engine in memory, which reads every article each time."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from itertools import islice
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from plain_reading import means, texts_of

from search.article import Article, ArticleId
from search.engine import (
    Frequencies,
    Row,
    SharedStory,
    Similar,
    SourceCounts,
    StoryGroup,
    Total,
    WordCounts,
    never_cancelled,
)
from search.errors import CancelledError
from search.highlight import Highlighter
from search.keyness import SourceSize, SourceUse, WordUse
from search.query import And, Or, Phrase, Query, Term, only_folded, without
from search.query.word_test import within_edits
from search.stories import (
    FOLLOWED,
    OTHER_DAYS,
    SAME_TEXT,
    KeptTerms,
    enough,
    headline_stems,
    level,
    number,
    profile,
    tell_of_different_things,
    tell_of_other_days,
    term_vector,
    weekdays,
)
from search.text import NO_KEY, fold, is_stop, left_out, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from search.article import Block, Head
    from search.engine import Counts, Sort
    from search.query import Facet, Node
    from search.stories import Profile

UNDATED = 0.55
_LEAST_TEXT = 20
_MOST_SIMILAR = 64


def head_of(article: Article) -> Head:
    """Give the head of an article."""
    return article.head


def _kept(article: Article) -> KeptTerms:
    vector = term_vector(article)
    entries: dict[int, tuple[int, bool]] = {}
    for root, weight, name in profile(article, vector):
        entries.setdefault(number(root), (level(weight), name))
    keys = frozenset(one.key for one in vector.sentences) - {NO_KEY}
    return KeptTerms(entries, keys, sum(one.words for one in vector.sentences))


class MemoryFound:
    """Articles in order; see `search.engine.Found`.

    Like in a remote engine, the id of an article is known once its row was given.
    """

    def __init__(
        self, root: Node, rows: Sequence[Row], snapshot: MemorySnapshot, most_counted: int | None
    ) -> None:
        """Take the rows; more than `most_counted` articles aren't counted."""
        self._root = root
        self._rows = list(rows)
        self._snapshot = snapshot
        self._seen: dict[int, ArticleId] = {}
        count = len(self._rows)
        self.total = (
            Total(count)
            if most_counted is None
            else Total(min(count, most_counted), count <= most_counted)
        )

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give rows."""
        found = self._rows[start:stop]
        self._seen.update({start + at: row.head.id for at, row in enumerate(found)})
        return list(found)

    def known_id(self, place: int) -> ArticleId | None:
        """Give the article of a row that was given."""
        return self._seen.get(place)

    def places(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Search the rows that are counted."""
        rows = self._rows[: self.total.count]
        return {row.head.id: at for at, row in enumerate(rows) if row.head.id in articles}

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Count the rows, or those of the wider query."""
        if not own_filters:
            return self._snapshot.search(without(self._root, facet)).counts(facet)
        heads = [row.head for row in self._rows]
        if facet == "month":
            return months_of(heads)
        values = Counter(
            value for head in heads for value in self._snapshot.values_of(head.id, facet)
        )
        return tuple(
            sorted(values.items(), key=lambda one: (-one[1], one[0] is None, one[0] or ""))
        )

    def folded(self) -> int:
        """Search again, in folded text too."""
        root = only_folded(self._root)
        return self._snapshot.search(root).total.count if root else 0


class MemorySnapshot:
    """A snapshot of some articles; see `search.engine.Snapshot`."""

    def __init__(
        self,
        articles: Mapping[ArticleId, Article],
        labels: Mapping[ArticleId, str],
        *,
        texts: bool = False,
        most_counted: int | None = None,
    ) -> None:
        """Take the articles in the order they were put in, and the story of each.

        `texts` tells whether rows hold whole articles; more than `most_counted` aren't counted.
        """
        self._articles = dict(articles)
        self._labels = dict(labels)
        self._texts = texts
        self._most_counted = most_counted

    def __len__(self) -> int:
        return len(self._articles)

    def values_of(self, article: ArticleId, facet: Facet) -> set[str | None]:
        """Give what an article has of a facet."""
        texts = {text or None for text in texts_of(self._articles[article], facet)}
        return texts or {None}

    def search(
        self, root: Node, sort: Sort = "relevance", cancelled: Callable[[], bool] = never_cancelled
    ) -> MemoryFound:
        """Read every article."""
        highlighter = Highlighter(Query("", root))
        rows: list[Row] = []
        for one in self._articles.values():
            if cancelled():
                raise CancelledError
            if means(root, one):
                title = len(highlighter.spans(one.title or "", "title", one.language))
                body = sum(
                    len(highlighter.spans(b.text, "body", one.language)) for _, b in one.story
                )
                rows.append(Row(head_of(one), 2.0 * title + body, one if self._texts else None))
        if sort == "relevance":
            rows.sort(key=lambda row: -row.score)
        else:
            rows.sort(key=lambda row: row.head.published or "", reverse=sort != "oldest")
            rows.sort(key=lambda row: row.head.published is None)
        if sort == "source":
            rows.sort(key=lambda row: _source_order(row.head.source))
        return MemoryFound(root, rows, self, self._most_counted)

    def heads(self, articles: Sequence[ArticleId]) -> list[Head | None]:
        return [head_of(one) if one else None for one in map(self._articles.get, articles)]

    def articles(self, articles: Sequence[ArticleId]) -> list[Article | None]:
        return [self._articles.get(one) if self._texts else None for one in articles]

    def beginning(self, prefixes: Sequence[str]) -> list[list[ArticleId]]:
        return [sorted(one for one in self._articles if one.startswith(p)) for p in prefixes]

    def document_frequency(self, stems: Collection[str]) -> Frequencies:
        counters = {"title": Counter[str](), "body": Counter[str]()}
        for one in self._articles.values():
            for name, counts in counters.items():
                counts.update({stem(form, one.language) for form in forms_of(one, name)})
        most = {root: max(counters["title"][root], counters["body"][root]) for root in stems}
        return Frequencies(len(self), most)

    def suggest(self, query: Query) -> str | None:
        """Replace each unknown word by the closest known one, or the most frequent of these."""
        text = query.text
        for term in sorted(_words(query.root), key=lambda term: -term.span.start):
            fields = [term.field] if term.field else ["title", "body"]
            known = Counter(
                form
                for one in self._articles.values()
                for form in {form for name in fields for form in forms_of(one, name)}
            )
            forms = term.forms if isinstance(term, Phrase) else (term.form,)
            for token in reversed(list(tokenize(text[term.span.start : term.span.stop]))):
                same = stem if term.stemmed else str
                if token.form not in forms or same(token.form) in map(same, known):
                    continue
                near = [
                    (e, -known[w], w)
                    for e in (1, 2)
                    for w in known
                    if within_edits(token.form, w, e)
                ]
                if near:
                    at = term.span.start
                    text = text[: at + token.start] + min(near)[2] + text[at + token.stop :]
        return text if text != query.text else None

    def similar(
        self, article: Article, profile: Profile, most: int, *, same_source: bool = False
    ) -> list[Similar]:
        """Compare the article with every other."""
        weights = self._weights(profile)
        found = []
        for one in self._articles.values():
            own = article.source and one.source == article.source and not same_source
            if one.id != article.id and not own:
                theirs = self._weights(profile_of(one))
                shared = {root: w * theirs[root] for root, w in weights.items() if root in theirs}
                close = min(1.0, sum(shared.values())) * fading(article, one)
                shared_stems = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
                found.append(Similar(head_of(one), close, close, tuple(shared_stems)))
        found.sort(key=lambda one: -one.score)
        return [one for one in found if one.score > 0][: min(most, _MOST_SIMILAR)]

    def profile_weights(
        self, articles: Collection[ArticleId], stems: Collection[str]
    ) -> dict[str, float]:
        there = [self._articles[one] for one in articles if one in self._articles]
        counts = Counter(root for one in there for root, *_ in profile_of(one))
        least = max(2, len(there) / 2)
        return {root: counts[root] * self.idf(root) for root in stems if counts[root] >= least}

    def kept_terms(self, articles: Sequence[ArticleId]) -> list[KeptTerms | None]:
        return [_kept(one) if one else None for one in self.articles(articles)]

    def stories(self, articles: Collection[ArticleId] | None = None) -> dict[ArticleId, StoryGroup]:
        there = {one: label for one, label in self._labels.items() if one in self._articles}
        groups = {
            label: StoryGroup(
                label, tuple(head_of(self._articles[one]) for one in there if there[one] == label)
            )
            for label in there.values()
        }
        wanted = there if articles is None else articles
        return {one: groups[there[one]] for one in wanted if one in there}

    def shared_stories(self, left: str | None, right: str | None) -> tuple[SharedStory, ...]:
        told = (
            SharedStory(*(self._ids_of(group, source) for source in (left, right)))
            for group in sorted(set(self.stories().values()))
        )
        return tuple(one for one in told if one.left and one.right)

    def _ids_of(self, group: StoryGroup, source: str | None) -> tuple[ArticleId, ...]:
        return tuple(sorted(head.id for head in group.heads if head.source == source))

    def standing_sentences(self, asked: Mapping[str, Collection[int]]) -> dict[str, frozenset[int]]:
        """Judge every sentence of every source."""
        return {name: frozenset(keys) & self._standing(name) for name, keys in asked.items()}

    def _standing(self, source: str | None) -> frozenset[int]:
        mine = [one for one in self._articles.values() if source and one.source == source]
        holders: defaultdict[int, list[Article]] = defaultdict(list)
        for one in mine:
            for key in {said.key for said in term_vector(one).sentences} - {NO_KEY}:
                holders[key].append(one)
        return frozenset(
            key
            for key, held in holders.items()
            if len(held) >= enough(len(mine)) and self._differ(held)
        )

    def _differ(self, held: Sequence[Article]) -> bool:
        headlines = [headline_stems(one.title) for one in held]
        said = [frozenset(one.key for one in term_vector(a).sentences) - {NO_KEY} for a in held]
        return tell_of_different_things(
            headlines, said, lambda a, b: self._cosine(held[a], held[b])
        )

    def word_counts(self, forms: Collection[str]) -> WordCounts:
        sources: Counter[str | None] = Counter()
        times: Counter[str] = Counter()
        for one in self._articles.values():
            told = told_forms(one, ())
            sources[one.source] += len(told)
            times.update(told)
        return WordCounts(dict(sources), {form: times[form] for form in forms})

    def source_counts(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool] = never_cancelled,
        among: Collection[ArticleId] | None = None,
    ) -> SourceCounts:
        """Count the words of every article."""
        seen: list[Article] = []
        for done, one in enumerate(self._articles.values(), 1):
            if cancelled():
                break
            seen.append(one)
            progress(done / len(self))
        told = {
            one.id: told_forms(
                one, self._standing(one.source) if one.source in {left, right} else ()
            )
            for one in seen
        }
        whole = Counter(form for forms in told.values() for form in forms)
        ours, theirs = (
            _Side(
                [
                    (head_of(one), told[one.id])
                    for one in seen
                    if one.source == s and (among is None or one.id in among)
                ]
            )
            for s in (left, right)
        )
        used = ours.forms + theirs.forms
        shown = {stem(form): form for form, _ in reversed(used.most_common())}
        uses = [
            WordUse(
                form,
                ours.use(root),
                theirs.use(root),
                sum(whole[one] for one in used if stem(one) == root),
            )
            for root, form in shown.items()
        ]
        return SourceCounts(ours.size, theirs.size, whole.total(), uses)

    def idf(self, root: str) -> float:
        """Weigh a stem by the number of articles with it in their profiles."""
        return max(0.0, log((len(self._articles) + 21) / (self._profile_frequency[root] + 0.5)))

    @cached_property
    def _profile_frequency(self) -> Counter[str]:
        return Counter(root for one in self._articles.values() for root, *_ in profile_of(one))

    def closeness(self, one: Article, other: Article) -> float:
        """Give the similarity of two articles."""
        close = self._cosine(one, other)
        copied = close >= SAME_TEXT and min(map(len, map(profile_of, (one, other)))) >= _LEAST_TEXT
        return min(1.0, close) * (1.0 if copied else left_by_days(one, other))

    def _cosine(self, one: Article, other: Article) -> float:
        mine, theirs = self._weights(profile_of(one)), self._weights(profile_of(other))
        return sum(weight * theirs.get(root, 0.0) for root, weight in mine.items())

    def _weights(self, terms: Profile) -> dict[str, float]:
        """Give the weights of all stems, as a vector of length one."""
        weights = {root: sqrt(weight) * self.idf(root) for root, weight, _ in terms}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {root: weight / length for root, weight in weights.items()}


class _Side:
    """The articles of one source."""

    def __init__(self, articles: Sequence[tuple[Head, list[str]]]) -> None:
        self._texts = [forms for _, forms in articles]
        forms = (form for text in self._texts for form in text)
        self.forms = Counter(form for form in forms if form.isalpha() and not is_stop(form, form))
        words = [len(text) for text in self._texts]
        months = months_of([head for head, _ in articles])
        self.size = SourceSize(len(words), sum(words), sum(n * n for n in words), months)

    def use(self, root: str) -> SourceUse:
        """Count the uses of a stem, by article."""
        forms = {form for form in self.forms if stem(form) == root}
        uses_and_lengths = [
            (sum(form in forms for form in text), len(text)) for text in self._texts
        ]
        times, squares = (
            sum(n for n, _ in uses_and_lengths),
            sum(n * n for n, _ in uses_and_lengths),
        )
        return SourceUse(
            times,
            sum(n > 0 for n, _ in uses_and_lengths),
            squares,
            sum(n * m for n, m in uses_and_lengths),
        )


def _source_order(source: str | None) -> tuple[bool, str, str]:
    return source is None, fold(source or ""), source or ""


def months_of(heads: Sequence[Head]) -> Counts:
    """Count articles by month."""
    months = Counter(head.published[:7] if head.published else None for head in heads).items()
    return tuple(sorted(months, key=lambda one: (one[0] is None, one[0] or "")))


def fading(one: Article, other: Article) -> float:
    """Give the factor by which the days between two articles reduce their similarity."""
    if one.day is None or other.day is None:
        return UNDATED
    return 0.3 + 0.7 * exp(-abs((one.day - other.day).days) / 3)


def left_by_days(one: Article, other: Article) -> float:
    """Give the factor by which days reduce how likely two articles tell one event."""
    days = tuple(article.day.toordinal() if article.day else 0 for article in (one, other))
    if all(days) and abs(days[0] - days[1]) > FOLLOWED:
        return 0.0
    other_days = tell_of_other_days((weekdays(one), weekdays(other)), (days[0], days[1]))
    return (fading(one, other) if all(days) else 1.0) * (OTHER_DAYS if other_days else 1.0)


def profile_of(article: Article) -> Profile:
    """Give the profile of an article."""
    return _profile(article.blocks, article.title, article.language)


@lru_cache(maxsize=1024)
def _profile(blocks: tuple[Block, ...], title: str | None, language: str | None) -> Profile:
    article = Article(ArticleId(""), "", blocks, title, language=language)
    return profile(article, term_vector(article))


def told_forms(article: Article, standing: Collection[int]) -> list[str]:
    """Give the folded words of a story, without those of standing sentences."""
    said = term_vector(article).sentences
    forms = iter(list(forms_of(article, "body")))
    told: list[str] = []
    for one, out in zip(said, left_out(said, standing.__contains__), strict=True):
        words = list(islice(forms, one.words))
        told += [] if out else words
    return told


def forms_of(article: Article, field: str) -> Iterator[str]:
    """Yield the folded words of a field."""
    for text in texts_of(article, field):
        yield from (token.form for token in tokenize(text))


def _words(node: Node) -> Iterator[Term | Phrase]:
    match node:
        case And(children=children) | Or(children=children):
            for child in children:
                yield from _words(child)
        case Term() | Phrase():
            yield node
        case _:
            return
