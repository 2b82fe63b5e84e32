"""The stories of a library, with the user's corrections (split, merge, undo)."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from search.desk import story_summary
from search.engine import never_cancelled
from search.errors import CancelledError, NoSuchArticleError
from search.marks.story_rulings import Override, decided_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from search.article import ArticleId, Head
    from search.compare.claims.claim_values import StoryClaims
    from search.compare.gathered_wording import GatheredWording
    from search.desk.article_texts import ArticleTexts
    from search.desk.reader_marks import ReaderMarks
    from search.engine import Engine, SharedStory, Snapshot, StoryGroup
    from search.marks.story_rulings import Pair
    from search.query import Query
    from search.stories import Story, StoryHead, Version


class LibraryStories:
    """The stories of one library.

    Safe to call from several threads. Everything but `gather` and what calls it answers from
    what was gathered last, and is quick.

    Attributes:
        left_out: how many pairs of close articles were left out of account when this was gathered:
            the least close of too many, so that a very large story may be told as several.
    """

    def __init__(
        self,
        engine: Engine,
        marks: ReaderMarks,
        texts: ArticleTexts,
        tell: Callable[[str], None],
    ) -> None:
        """Take the engine, what the user said of stories and of links, where articles are read, and who hears of bounds."""
        self._engine = engine
        self._marks, self._links = marks.store, marks.links
        self._texts = texts
        self._tell = tell
        self._lock = Lock()
        self.left_out = 0
        self._overrides_seen: list[Override] = []
        self._pairs: tuple[set[Pair], set[Pair]] = (set(), set())

    def gather(
        self, cancelled: Callable[[], bool] = never_cancelled, among: Query | None = None
    ) -> bool:
        """Bring the stories up to date with the articles; tell whether that was finished.

        Cost: some tenths of a millisecond for each article the first time, then a look at all
        profiles. Searches go on meanwhile.

        Args:
            cancelled: asked now and then; once it says so, nothing has changed.
            among: what the stories are wanted of, where a library is too large for those of all;
                None for what it was the last time.
        """
        with self._lock:
            return self._gather((), cancelled, among)

    def _gather(
        self,
        changed: Collection[ArticleId],
        cancelled: Callable[[], bool] = never_cancelled,
        among: Query | None = None,
    ) -> bool:
        overrides = self._marks.rulings()
        if overrides != self._overrides_seen:
            self._overrides_seen, self._pairs = overrides, decided_pairs(overrides)
        together, apart = self._pairs
        try:
            self.left_out = self._engine.group_stories(together, apart, changed, cancelled, among)
        except CancelledError:
            return False
        if self.left_out:
            self._tell(
                f"of the pairs of articles that may tell one story, the {self.left_out:,} least close"
                " were left out: a very large story may be told as several"
            )
        return True

    def stories(self, cancelled: Callable[[], bool] = never_cancelled) -> list[Story]:
        """Gather, then give every story; see `Desk.stories`."""

        def every(snapshot: Snapshot) -> list[Story] | None:
            groups = {group.name: group for group in snapshot.stories().values()}
            if len(snapshot) and not groups:
                return None
            return story_summary.summarize_all(snapshot, groups.values(), self._texts.of_head)

        self.gather(cancelled)
        told = self._engine.read(every, aside=True)
        if told is None:  # the index was damaged, and has been built anew meanwhile
            self.gather(cancelled)
            told = self._engine.read(every, aside=True)
        return told or []

    def story(self, article: ArticleId) -> Story | None:
        """Give the story of an article; None if it wasn't there when stories were gathered."""

        def tell(snapshot: Snapshot) -> Story | None:
            group = snapshot.stories([article]).get(article)
            return story_summary.summarize(snapshot, group, self._texts.of_head) if group else None

        return self._engine.read(tell)

    def told_by_others(self, article: ArticleId) -> list[Head]:
        """Give the articles of other sources that tell its story, in the story's order.

        None if it has no story. Cost: one question.
        """
        group = self._group(article)
        heads = group.heads if group is not None else ()
        own = next((head.source for head in heads if head.id == article), None)
        return [
            head for head in heads if head.id != article and (own is None or head.source != own)
        ]

    def timeline(self, article: ArticleId) -> list[Version]:
        """Give every version of an article's story, in order of time; none if it has no story.

        Cost: reading the file of each.
        """
        group = self._group(article)
        if group is None:
            return []
        return story_summary.versions(story_summary.by_time(group), self._texts.of_head)

    def claims(
        self, article: ArticleId, cancelled: Callable[[], bool] = never_cancelled
    ) -> StoryClaims:
        """Compare the versions of an article's story with each other; without a story, none.

        Raises CancelledError once `cancelled` says so. Cost: see `story_claims`.
        """
        from search.desk.tellings.claims_of_story import claims_of  # noqa: PLC0415 - stories don't wait for it

        group = self._group(article)
        heads = story_summary.by_time(group) if group else []
        return claims_of(self._engine, heads, self._texts.of_head, cancelled)

    def heads(self, articles: Sequence[ArticleId], read: frozenset[ArticleId]) -> list[StoryHead]:
        """Tell in short of the stories of some articles, each once, in their order.

        Articles whose story isn't known are left out. `read` are the articles that are read. Asked
        of the engine in one question. Cost: the heads of all articles of these stories.
        """
        groups = self._engine.read(lambda snapshot: snapshot.stories(articles), aside=True)
        told: dict[str, StoryHead] = {}
        for one in articles:
            group = groups.get(one)
            if group is not None and group.name not in told:
                told[group.name] = story_summary.story_head(one, group, read)
        return list(told.values())

    def versions(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Count for each article the other sources that tell its story, unknown ones each once.

        Articles whose story isn't known are left out. Asked of the engine in one question.
        """
        if not articles:
            return {}
        groups = self._engine.read(lambda snapshot: snapshot.stories(articles))
        return {
            one: story_summary.count_other_sources(one, group.heads)
            for one, group in groups.items()
        }

    def shared(
        self, left: str | None, right: str | None, cancelled: Callable[[], bool] = never_cancelled
    ) -> Sequence[SharedStory]:
        """Gather, then give the stories both of two sources tell; None means unknown source.

        Cancelled meanwhile, those of the last time are given. Raises IndexFailedError.
        """
        self.gather(cancelled)
        return self._engine.read(lambda snapshot: snapshot.shared_stories(left, right))

    def wording(
        self,
        stories: Sequence[SharedStory],
        progress: Callable[[float], None] = lambda _: None,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> GatheredWording:
        """Gather what one of two sources puts in place of what the other says; see `shared_wording`."""
        from search.desk.tellings.shared_wording import shared_wording  # noqa: PLC0415 - as above

        read, links = self._texts.read, self._links
        return shared_wording(self._engine, stories, read, links, progress, cancelled)

    def split(self, article: ArticleId) -> None:
        """Take an article out of its story, for good; raise NoSuchArticleError, LibraryError."""
        mates = tuple(one for one in self._mates(article) if one != article)
        self._rule(Override("apart", (article,), mates))

    def merge(self, one: ArticleId, other: ArticleId) -> None:
        """Make the stories of two articles one, for good; raise NoSuchArticleError, LibraryError."""
        self._rule(Override("together", self._mates(one), self._mates(other)))

    def regather(self) -> None:
        """Group all stories anew, after an override of any of them was taken back elsewhere."""
        with self._lock:
            every = {article for one in self._overrides_seen for article in (*one.one, *one.other)}
            self._gather(every)

    def undo(self) -> bool:
        """Take back the last split or merge; tell whether there was one. Raises LibraryError."""
        with self._lock:
            self._marks.rulings()  # takes over those of earlier versions
            last = self._marks.take_back_ruling()
            if last is None:
                return False
            self._gather((*last.one, *last.other))
            return True

    def _rule(self, override: Override) -> None:
        with self._lock:
            self._marks.add_ruling(override)
            self._gather((*override.one, *override.other))

    def _group(self, article: ArticleId) -> StoryGroup | None:
        return self._engine.read(lambda snapshot: snapshot.stories([article])).get(article)

    def _mates(self, article: ArticleId) -> tuple[ArticleId, ...]:
        self.gather()
        group = self._group(article)
        if group is None:
            raise NoSuchArticleError(article, "no article of this library has this id")
        return tuple(head.id for head in group.heads)
