"""The reader of one generation of an index."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from search.engine.answers import Frequencies, Similar
from search.engine.cancellation import never_cancelled
from search.engine.spelling import respell
from search.engine.whoosh.codec.array_index import open_index
from search.engine.whoosh.codec.fields import where
from search.engine.whoosh.codec.searcher import ArraySearcher
from search.engine.whoosh.matches import Matches
from search.engine.whoosh.recurrence.standing import StandingSentences
from search.engine.whoosh.retrieval.edit_distance import within_edit_distance
from search.engine.whoosh.retrieval.word_lookup import look_up
from search.engine.whoosh.schema import load_head, load_terms, printable, schema
from search.engine.whoosh.segments.stem_index import EITHER, key_of
from search.engine.whoosh.shared_stories import shared_stories, told_stories
from search.engine.whoosh.similarity.neighbours import update_neighbours
from search.engine.whoosh.similarity.similar_articles import SimilarArticles, SimilarityQuery
from search.engine.whoosh.source_counts import source_counts
from search.engine.whoosh.translate import stems, translate
from search.engine.whoosh.word_counts import word_counts
from search.errors import CancelledError
from search.text import is_variant

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from search.article import Article, ArticleId, Head
    from search.engine.answers import SharedStory, SourceCounts, StoryGroup, WordCounts
    from search.engine.protocol import Snapshot
    from search.engine.sort_order import Sort
    from search.engine.whoosh.matches import Lend
    from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView
    from search.engine.whoosh.similarity.neighbours import Neighbours, Places
    from search.query import Node, Query
    from search.stories import KeptTerms, Profile

_ALL = 4
"""From one article in so many on, the heads of all are read in one go."""


class IndexReader:
    """An index as it was when opened; later commits don't show. See `protocol.Snapshot`.

    Not safe to call from two threads at once. Opening reads headers, whatever the index holds.
    Any method raises DamagedError when it meets bytes that aren't those written.
    """

    def __init__(
        self,
        generation: Path,
        lend: Lend | None = None,
        neighbours: Callable[[], Neighbours | None] = lambda: None,
    ) -> None:
        """Open an index.

        Args:
            generation: its folder.
            lend: does a task with a reader of the index as it is then, for whatever is asked of
                an answer later; with this one when None.
            neighbours: gives what is known of its stories.
        """
        self._searcher = ArraySearcher.of(open_index(generation / "whoosh", schema()))
        self._views = self._searcher.views
        self._similar = SimilarArticles(self._views)
        # No method of this reader is handed on: it would be kept, with its files, in a circle.
        self._standing = StandingSentences(
            self._views, self._similar, partial(_title_of, self._views)
        )
        self._lend = lend
        self._neighbours = neighbours

    # What a snapshot is asked

    def __len__(self) -> int:
        """Tell how many articles there are."""
        return sum(len(view.docs) for view in self._views.views)

    def search(
        self, root: Node, sort: Sort = "relevance", cancelled: Callable[[], bool] = never_cancelled
    ) -> Matches:
        """Find every article that a tree means, scored by BM25F."""
        query = translate(root, self._rules)
        hits = []
        for part in self._searcher.parts(query):
            if cancelled():
                raise CancelledError
            hits.append(part)
        return Matches(root, self._views, hits, sort, self._lend or self._do).verified()

    def heads(self, articles: Sequence[ArticleId]) -> list[Head | None]:
        """Give the head of each article, None for one that isn't there.

        Cost: two searches of a sorted list each, or reading all heads where many are asked for.
        """
        if len(articles) * _ALL > len(self):
            known = {head.id: head for head in self.every_head()}
            return [known.get(one) for one in articles]
        places = [self._place(one) for one in articles]
        return [self._head(*place) if place else None for place in places]

    def articles(self, articles: Sequence[ArticleId]) -> list[Article | None]:
        """Give none: texts stay in their files."""
        return [None] * len(articles)

    def beginning(self, prefixes: Sequence[str]) -> list[list[ArticleId]]:
        """Give for each prefix the ids that begin so, ascending."""
        return [self._beginning(prefix) for prefix in prefixes]

    def document_frequency(self, stems: Collection[str]) -> Frequencies:
        """Tell how many articles hold each stem; some microseconds for each that is new."""
        return Frequencies(len(self), {stem: self._frequency(stem) for stem in stems})

    def suggest(self, query: Query) -> str | None:
        """Give the query respelt; see `respell`."""
        return respell(query, self)

    def similar(
        self, article: Article, profile: Profile, most: int, *, same_source: bool = False
    ) -> list[Similar]:
        """Give the articles closest to one, best first, 64 at most; see `SimilarArticles.find`."""
        day = article.day
        outlet = b"" if same_source else printable(article.source or "").encode()
        asked = SimilarityQuery(profile, day.toordinal() if day else 0, article.id, outlet)
        return [
            Similar(self._head_of(near.doc), near.score, near.closeness, near.shared)
            for near in self._similar.find(asked, most)
        ]

    def profile_weights(
        self, articles: Collection[ArticleId], stems: Collection[str]
    ) -> dict[str, float]:
        """Weigh stems by how many of some profiles have them; see `protocol.Snapshot`."""
        places = [found for article in articles if (found := self._place(article))]
        return self._similar.profile_weights([view.base + doc for view, doc in places], stems)

    def kept_terms(self, articles: Sequence[ArticleId]) -> list[KeptTerms | None]:
        """Give what is kept of what each article dwells on."""
        places = [self._place(one) for one in articles]
        return [load_terms(at[0].segment.blobs, at[1]) if at else None for at in places]

    def stories(self, articles: Collection[ArticleId] | None = None) -> dict[ArticleId, StoryGroup]:
        """Give the story of some articles, or of all, as they were grouped last."""
        neighbours = self._neighbours()
        return told_stories(neighbours, articles, self.heads) if neighbours else {}

    def shared_stories(self, left: str | None, right: str | None) -> tuple[SharedStory, ...]:
        """Give the stories both of two sources tell; None means articles of unknown source."""
        neighbours = self._neighbours()
        return shared_stories(self._views, neighbours, left, right) if neighbours else ()

    def standing_sentences(self, asked: Mapping[str, Collection[int]]) -> dict[str, frozenset[int]]:
        """Tell which sentences recur in the articles of their source; see `StandingSentences`."""
        return {source: self._standing.among(source, keys) for source, keys in asked.items()}

    def word_counts(self, forms: Collection[str]) -> WordCounts:
        """Count the words of stories; see `word_counts`."""
        return word_counts(self._views, forms)

    def source_counts(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool] = never_cancelled,
        among: Collection[ArticleId] | None = None,
    ) -> SourceCounts:
        """Count the words of two sources, without those of their standing sentences.

        Cost: a look at every posting of the stories: 20 ms for a million of them; and at the
        positions of articles with standing sentences.
        """
        standing = self._standing.every(left), self._standing.every(right)
        return source_counts(self._views, left, right, progress, cancelled, standing, among)

    # What spelling and stories ask below the seam

    def frequency(self, field: str, word: str) -> int:
        """Tell how many articles have a folded word, or in a field of stems any form of it."""
        if not self._views.views:
            return 0
        at = where(self._views.views[0].segment.layout, field)
        if at and at.stems:
            word = stems(word, self._rules)
        return look_up(self._views, at, word.encode()).df if at else 0

    def words_within(self, field: str, word: str, edits: int) -> set[str]:
        """Give the words of a field at most so many edits away, as `Fuzzy` counts them.

        One edit may also be to the first letter, which `Fuzzy` takes for granted. Cost: a few
        milliseconds for a hundred thousand words.
        """
        found: set[str] = set()
        for view in self._views.views:
            lexicon = view.segment.words[field].lexicon
            near = within_edit_distance(lexicon, word, edits, *lexicon.beginning(word[:1].encode()))
            for numbers in (near, within_edit_distance(lexicon, word, 1, 0, len(lexicon))):
                found.update(lexicon.word(number).decode() for number in numbers.tolist())
        return {word for word in found if not is_variant(word)}

    def neighbours(
        self, kept: Neighbours | None, cancelled: Callable[[], bool]
    ) -> tuple[Neighbours, Places]:
        """Bring what is known of close articles up to date with this index; see `update_neighbours`."""
        return update_neighbours(kept, self._views, self._similar, cancelled)

    def names(self, article: ArticleId) -> dict[int, float]:
        """Give the numbers of the names in an article's profile, and the weight of each.

        That is the square of its idf. Raises KeyError if the index hasn't got the article.
        """
        place = self._place(article)
        if place is None:
            raise KeyError(article)
        return self._similar.names(*place)

    def check(self) -> None:
        """Raise DamagedError if a file was written to since. Cost: two system calls a segment."""
        for view in self._views.views:
            view.segment.file.check()

    def close(self) -> None:
        """Let go of the files; what was found stays valid."""
        self._searcher.close()

    # Where articles and words are

    def _do(self, task: Callable[[Snapshot], Any]) -> Any:
        return task(self)

    def _beginning(self, prefix: str) -> list[ArticleId]:
        raw = prefix.encode("utf-8", "replace")  # a lone surrogate begins no id
        found: list[ArticleId] = []
        for view in self._views.views:
            keys = view.segment.keys["id"]
            for number in range(*keys.lexicon.beginning(raw)):
                found.extend(
                    self._head(view, doc).id
                    for doc in keys.word(number).docs.tolist()
                    if view.alive is None or view.alive[doc]
                )
        return sorted(found)

    def _place(self, article: ArticleId) -> tuple[SegmentView, int] | None:
        raw = article.encode("utf-8", "replace")
        for view in self._views.views:
            keys = view.segment.keys["id"]
            number = keys.lexicon.find(raw)
            for doc in () if number is None else keys.word(number).docs.tolist():
                if view.alive is None or view.alive[doc]:
                    return view, doc
        return None

    def every_head(self) -> Iterator[Head]:
        """Yield the head of every article."""
        for view in self._views.views:
            for doc in view.docs.tolist():
                yield self._head(view, doc)

    def _head_of(self, doc: int) -> Head:
        """Read the head of an article by its number in the index."""
        return _head_of(self._views, doc)

    @staticmethod
    def _head(view: SegmentView, doc: int) -> Head:
        return load_head(view.segment.blobs["facts"][doc])

    def _frequency(self, stem: str) -> int:
        if not self._views.views:
            return 0
        layout = self._views.views[0].segment.layout
        sought = EITHER.join(key_of(stem, name) for name in self._rules).encode()
        held = (where(layout, field) for field in ("body", "title"))
        return max(look_up(self._views, at, sought).df for at in held if at)

    @cached_property
    def _rules(self) -> tuple[str, ...]:
        """The names of the rules that stem any of the articles."""
        named = {name for view in self._views.views for name in view.segment.rules}
        return tuple(sorted(named)) or ("",)


def _head_of(views: IndexView, doc: int) -> Head:
    view = views.holding(doc)
    return load_head(view.segment.blobs["facts"][doc - view.base])


def _title_of(views: IndexView, doc: int) -> str | None:
    return _head_of(views, doc).title
