"""The protocol of a search engine.

Everything is asked in batches, for a question may cross a network. What an engine stores, how it
mends itself and how it numbers its documents stays below; ids, heads and frozen values come up.
Every method raises IndexFailedError when the engine can't answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from search.engine.cancellation import never_cancelled

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Mapping,
        Sequence,
    )

    from search.article import Article, ArticleId, Head
    from search.engine.answers import (
        Counts,
        Frequencies,
        Row,
        SharedStory,
        Similar,
        SourceCounts,
        StoryGroup,
        Total,
        WordCounts,
    )
    from search.engine.sort_order import Sort
    from search.engine.state import Health, State
    from search.engine.writer_protocol import Writer
    from search.library import KnownFiles
    from search.query import Facet, Node, Query
    from search.stories import KeptTerms, Profile

    Pair: TypeAlias = tuple[ArticleId, ArticleId]

T = TypeVar("T")


class Found(Protocol):
    """Every article that a query means, in the order asked for.

    Stays valid after the engine has moved on. Safe to use from several threads.
    """

    @property
    def total(self) -> Total:
        """How many there are."""

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give the articles from one place up to another, fewer at the end: one question.

        Behind a total at least there may be more of them. An engine may take several questions
        for very many.

        None stands for an article that has gone since.
        """

    def known_id(self, place: int) -> ArticleId | None:
        """Give the article in a place if it is known without asking, else None. Never waits.

        It is known from when its row was given; engines at hand know all.
        """

    def places(self, articles: Collection[ArticleId]) -> Mapping[ArticleId, int]:
        """Give where some articles stand: one question.

        Those that weren't found, or lie behind a total at least, are left out.
        """

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Count the articles of each value of a facet: one question at most.

        Without `own_filters`, what filters by this very facet is left out of the query (see
        `search.query.without`), so that each value tells what choosing it would find.
        """

    def folded(self) -> int:
        """Count the further articles that have the words in what pages say besides their stories.

        One question at most; see `search.query.only_folded`. Behind a total at least, so are these.
        """


class Snapshot(Protocol):
    """A view of an engine's content, for the task it was lent to. Each method is one question."""

    def __len__(self) -> int:
        """Tell how many articles there are."""

    def search(
        self, root: Node, sort: Sort = "relevance", cancelled: Callable[[], bool] = never_cancelled
    ) -> Found:
        """Find every article that a tree means; raise CancelledError once `cancelled` says so.

        Engines agree on what is found, but not on the order by relevance. Articles of unknown
        day come last by `newest` and by `oldest`; see `Sort`. Of equals, the order is always the same.
        """

    def heads(self, articles: Sequence[ArticleId]) -> list[Head | None]:
        """Give the head of each article, None for one that isn't there."""

    def articles(self, articles: Sequence[ArticleId]) -> list[Article | None]:
        """Give each article whole, None for one that isn't there; see `Engine.holds_texts`."""

    def beginning(self, prefixes: Sequence[str]) -> list[list[ArticleId]]:
        """Give for each prefix the ids that begin so, ascending."""

    def document_frequency(self, stems: Collection[str]) -> Frequencies:
        """Tell how many articles hold each stem in their story or, if more, in their title."""

    def suggest(self, query: Query) -> str | None:
        """Give a query with its unknown words replaced by close ones that are known.

        None if all are known, or none of the unknown ones is close to any.
        """

    def similar(
        self, article: Article, profile: Profile, most: int, *, same_source: bool = False
    ) -> list[Similar]:
        """Give the articles closest to one, best first, 64 at most.

        Args:
            article: the one, held by this engine or not; it isn't given.
            profile: its characteristic stems; see `search.stories.profile`.
            most: how many to give at most.
            same_source: give articles of its own source too.
        """

    def profile_weights(
        self, articles: Collection[ArticleId], stems: Collection[str]
    ) -> dict[str, float]:
        """Weigh stems by how many of some articles have them in their profiles, times idf.

        Stems in the profiles of fewer than half of the articles, or of only one, are left out.
        """

    def kept_terms(self, articles: Sequence[ArticleId]) -> list[KeptTerms | None]:
        """Give what is kept of what each article dwells on, so that it needn't be read for that.

        None for one that isn't there, and from an engine that keeps it otherwise.
        """

    def stories(
        self, articles: Collection[ArticleId] | None = None
    ) -> Mapping[ArticleId, StoryGroup]:
        """Give the story of some articles, or of all when None, as stories were grouped last.

        Articles that weren't there then are left out.
        """

    def shared_stories(self, left: str | None, right: str | None) -> Sequence[SharedStory]:
        """Give the stories two sources both tell, in a fixed order; None means unknown source."""

    def standing_sentences(
        self, asked: Mapping[str, Collection[int]]
    ) -> Mapping[str, frozenset[int]]:
        """Tell which sentences, by source and `search.text.sentence_keys`, are its standing ones.

        See `search.stories.standing_sentences`; of many articles only some may be looked at.
        """

    def word_counts(self, forms: Collection[str]) -> WordCounts:
        """Count the words of every source's stories, and how often all have each folded form."""

    def source_counts(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool] = never_cancelled,
        among: Collection[ArticleId] | None = None,
    ) -> SourceCounts:
        """Count how often two sources use each word; None means articles of unknown source.

        With `among` only these articles of the two; the library stays whole.

        What `search.text.left_out` leaves out of each isn't counted, not even for its length.
        `progress` is told the share that is done, 0 to 1; cancelled, it counts what it has seen.
        """


class Engine(Protocol):
    """Holds articles and finds them. Safe to use from several threads.

    Attributes:
        holds_texts: whether it gives whole articles, which then aren't read from files.
    """

    holds_texts: bool

    def state(self) -> State:
        """Say whether it can be searched. Cost: a stat of each of its files, or a question."""

    def version(self) -> str:
        """Give a version that changes whenever the searchable content does."""

    def read(self, task: Callable[[Snapshot], T], *, aside: bool = False) -> T:
        """Do a task with a snapshot; without an index that has one, with an empty one.

        Where the index turns out to be damaged, or was replaced meanwhile, the engine mends or
        opens it and the task is done again. With `aside` the task may be long: no other waits
        for it.
        """

    def write(self, task: Callable[[Writer], T], *, rebuild: bool = False) -> T:
        """Do a task with the right to write; what isn't saved when it ends is dropped.

        An index that can't be trusted is begun anew beside the one in use, and so is any with
        `rebuild`; where that shows in the middle, the task is done once more. Raises
        IndexLockedError while another program writes.
        """

    def group_stories(
        self,
        together: Collection[Pair],
        apart: Collection[Pair],
        changed: Collection[ArticleId] = (),
        cancelled: Callable[[], bool] = never_cancelled,
        among: Query | None = None,
    ) -> int:
        """Bring the stories up to date with the articles. Searches go on meanwhile.

        Gives how many pairs of close articles were left out of account when their stories were
        last grouped, the least close of too many; see `search.stories.most_edges`. Raises CancelledError once `cancelled` says so; nothing has changed then.

        Args:
            together: pairs of articles that a reader said are one story.
            apart: pairs that a reader said are not.
            changed: articles of which something else was said since the last time.
            cancelled: asked now and then.
            among: what the stories are wanted of, for an engine that can't group all its articles: it
                groups what this finds, as many as it can, and tells which these are. None for what
                was grouped last. Other engines group all.
        """

    def known_files(self) -> KnownFiles:
        """Give the files its articles were read from; none where that can't be told."""

    def health(self) -> Health:
        """Look at everything and change nothing."""

    def close(self) -> None:
        """Let go of files and connections. The engine can't be used afterwards."""
