"""The answers of an empty engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.engine.answers import Frequencies, SourceCounts, Total, WordCounts
from search.engine.cancellation import never_cancelled
from search.keyness import SourceSize

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from search.article import Article, ArticleId, Head
    from search.engine.answers import Counts, Row, SharedStory, Similar, StoryGroup
    from search.engine.sort_order import Sort
    from search.query import Facet, Node, Query
    from search.stories import KeptTerms, Profile


class NothingFound:
    """No article; see `protocol.Found`."""

    total = Total(0)

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give none."""
        del start, stop
        return []

    def known_id(self, place: int) -> ArticleId | None:
        """Give none."""
        del place
        return None

    def places(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Give none."""
        del articles
        return {}

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Give none."""
        del facet, own_filters
        return ()

    def folded(self) -> int:
        """Give none."""
        return 0


class EmptySnapshot:
    """No articles; see `protocol.Snapshot`."""

    def __len__(self) -> int:
        """Tell that there are none."""
        return 0

    def search(
        self, root: Node, sort: Sort = "relevance", cancelled: Callable[[], bool] = never_cancelled
    ) -> NothingFound:
        """Find nothing."""
        del root, sort, cancelled
        return NothingFound()

    def heads(self, articles: Sequence[ArticleId]) -> list[Head | None]:
        """Give none of them."""
        return [None] * len(articles)

    def articles(self, articles: Sequence[ArticleId]) -> list[Article | None]:
        """Give none of them."""
        return [None] * len(articles)

    def beginning(self, prefixes: Sequence[str]) -> list[list[ArticleId]]:
        """Give none for each."""
        return [[] for _ in prefixes]

    def document_frequency(self, stems: Collection[str]) -> Frequencies:
        """Tell that nothing holds them."""
        return Frequencies(0, dict.fromkeys(stems, 0))

    def suggest(self, query: Query) -> str | None:
        """Suggest nothing: no word is known."""
        del query
        return None

    def similar(
        self, article: Article, profile: Profile, most: int, *, same_source: bool = False
    ) -> list[Similar]:
        """Give none."""
        del article, profile, most, same_source
        return []

    def profile_weights(
        self, articles: Collection[ArticleId], stems: Collection[str]
    ) -> dict[str, float]:
        """Tell of none."""
        del articles, stems
        return {}

    def kept_terms(self, articles: Sequence[ArticleId]) -> list[KeptTerms | None]:
        """Give none for each."""
        return [None] * len(articles)

    def stories(self, articles: Collection[ArticleId] | None = None) -> dict[ArticleId, StoryGroup]:
        """Give none."""
        del articles
        return {}

    def shared_stories(self, left: str | None, right: str | None) -> tuple[SharedStory, ...]:
        """Give none."""
        del left, right
        return ()

    def standing_sentences(self, asked: Mapping[str, Collection[int]]) -> dict[str, frozenset[int]]:
        """Tell of none."""
        return dict.fromkeys(asked, frozenset())

    def word_counts(self, forms: Collection[str]) -> WordCounts:
        """Count none."""
        return WordCounts({}, dict.fromkeys(forms, 0))

    def source_counts(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool] = never_cancelled,
        among: Collection[ArticleId] | None = None,
    ) -> SourceCounts:
        """Count nothing."""
        del left, right, progress, cancelled, among
        return SourceCounts(SourceSize(0, 0, 0), SourceSize(0, 0, 0), 0, ())
