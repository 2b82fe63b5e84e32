"""The facade for interfaces: one library, opened."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from search.desk import answer_query, first_page
from search.desk.all_rows import every_head
from search.desk.archives.articles_elsewhere import ArticlesElsewhere
from search.desk.archives.library_articles import every_article
from search.desk.archives.library_engine import archive_report, library_engine
from search.desk.archives.marks_name import marks_name
from search.desk.article_texts import ArticleTexts
from search.desk.cache_folder import index_folder, no_home_notice
from search.desk.concordance_search import concordance_of, concordance_query
from search.desk.fields.field_values import FieldValues
from search.desk.library_condition import inspect
from search.desk.library_stories import LibraryStories
from search.desk.pairs.counterpart_ranking import rank_counterparts
from search.desk.reader_marks import ReaderMarks
from search.desk.resolve import find_in_archive, resolve_each
from search.desk.revisions.article_revisions import ArticleRevisions
from search.desk.saved_searches import SavedSearches
from search.desk.stand_in import StandIn
from search.desk.understood import marked, standing_sentences
from search.engine import never_cancelled, while_wanted
from search.highlight import Highlighter
from search.ingest.sync import Sync
from search.ingest.sync_progress import SyncWatch
from search.library import locate
from search.marks import NO_MARKS
from search.marks.library_marks import LibraryMarks
from search.notices import Notices

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from search.archive_options import Archives
    from search.article import Article, ArticleId, Head
    from search.compare import Comparison
    from search.concordance import Concordance
    from search.desk.answer import Answer, Hit
    from search.desk.library_condition import Condition
    from search.engine import SharedStory, Sort
    from search.ingest.sync_progress import SyncProgress
    from search.ingest.sync_report import SyncReport
    from search.keyness import Contrast
    from search.library.chosen_columns import ChosenColumns
    from search.stories import Counterpart, Story


class Desk:
    """One library, opened, for several threads: searches wait for each other, never for a sync.

    `story_groups` holds its stories, `marks` what the reader did, `saved` the searches that have names, `fields` counts what may be searched for, `every_article` goes through all, `read_head` reads one of a folder by its head. The first search after a change opens the index anew.
    """

    def __init__(
        self,
        library: Path,
        *,
        cache: Path | None = None,
        data: Path | None = None,
        memory: int | None = None,
        names: str = "",
        columns: ChosenColumns = (),
        archives: Archives = (),
    ) -> None:
        """Open a library; raise LibraryError if it can't be read.

        Args:
            library: a folder of articles, one file, or the address of an archive as a path.
            cache: where indexes are kept; the user's cache folder when None.
            data: where is kept what the reader did; the user's data folder when None.
            memory: bytes that all processes of indexing may take; the engine's own when None.
            names: how names of files are read; see `Location`.
            columns: how those of tables' columns are; see `Location`.
            archives: how those archives are asked of which something is said.
        """
        self._location = locate(library, names, columns)
        self._home = index_folder(self._location, cache)
        self._notices = Notices()
        self._notices.add(no_home_notice() if cache is None else None)
        self._stand_in = StandIn(self._location)
        tell, there = self._notices.add, (self._location, cache, archives)
        self._engine = library_engine(there, memory, self.sync, tell, self._stand_in.folder)
        self._elsewhere = ArticlesElsewhere(self._location.archive, archives, tell)
        self._texts = ArticleTexts(self._location, self._engine, self._elsewhere)
        self._seen: str | None = None
        name = marks_name(self._location, self._home.name, archives, data, tell)
        kept = LibraryMarks(name, tell, data)
        self.marks = ReaderMarks(kept, self._engine, self._texts)
        self.saved = SavedSearches(self._engine, self.marks)
        self.fields = FieldValues(self._engine, self.marks.sets)
        self.file = self._texts.file
        self.revisions = ArticleRevisions(self._location, self._texts)
        self.every_article = partial(every_article, self._engine)
        self.read_head = self._texts.read_head
        self.story_groups = LibraryStories(self._engine, self.marks, self._texts, tell)

    @property
    def library(self) -> Path:
        """The folder or file, absolute and without symbolic links."""
        return self._location.path

    def hear(self) -> tuple[str, ...]:
        """Give pending notices for the user: a sentence each, each given once."""
        return self._notices.take()

    @property
    def ready(self) -> bool:
        """Whether there is an index that can be searched without a sync."""
        return self._engine.state().kind == "ready"

    def sync(
        self,
        progress: Callable[[SyncProgress], None] | None = None,
        cancelled: Callable[[], bool] = never_cancelled,
        *,
        rebuild: bool = False,
        only: Path | None = None,
    ) -> SyncReport:
        """Bring the index up to date; raise LibraryError, IndexLockedError, IndexFailedError.

        An index that is damaged, or made by other rules, is built anew beside the old one. A file
        that can't be read any more leaves the index, counts as removed, and is tried again by each
        sync. Of many files, what is read can be searched long before the end. Cancelled, or
        killed, it keeps all but the last seconds' work; the next goes on there.

        Args:
            progress: called in this thread: before the first suspect file, after each, at the end.
            cancelled: asked after each such file and while something is waited for.
            rebuild: build anew in any case; cancelled, it is dropped.
            only: the one file to look at; all when None.
        """
        if self._location.archive:
            return archive_report(self._engine, self._location.archive, self._news)
        sync = Sync(self._location, SyncWatch(progress, cancelled), self._notices, only)
        begun = self._engine.version()
        report = replace(sync.run(self._engine, rebuild=rebuild), news=self._news())
        self._notices.add(self.marks.after_sync(begun, sync.fresh, self.ids))
        if not self._stand_in.used:
            version = self._engine.version()
            self._notices.add(first_page.renew(self._home, version, self.search, self.hits))
        return report

    def _news(self) -> bool:
        """Tell whether what can be found isn't what it was when this was last asked."""
        seen, self._seen = self._seen, self._engine.version()
        return seen != self._seen

    def search(
        self,
        text: str,
        sort: Sort | None = None,
        *,
        typing: bool = False,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> Answer:
        """Search; raise QueryError, and CancelledError once `cancelled` says so.

        Without a `sort` its order is `own_sort`. With `typing` the last word may be unfinished.
        """
        # A sync may end between the two, so what is seen is told before: at worst it is news again.
        self._seen = self._seen or self._engine.version()
        marks = self.marks.sets
        return answer_query.ask(self._engine, (text, sort), marks, cancelled, typing=typing)

    def rows(
        self, answer: Answer, places: range, *, cancelled: Callable[[], bool] = never_cancelled
    ) -> dict[int, Hit]:
        """Give the rows of an answer by their places, with excerpts; fewer at the end.

        One that vanished since has none. `cancelled` is asked before each; the rest is left out then, or
        CancelledError raised where an engine elsewhere is waited for.
        Cost: one question to the engine, then reading each row's article.
        """
        highlighter = Highlighter(answer.query)
        hits: dict[int, Hit] = {}
        with while_wanted(cancelled):
            found = answer.found.rows(places.start, places.stop)
        marked = self.marks.store.of([row.head.id for row in found if row])
        for at, row in enumerate(found, places.start):
            if cancelled():
                break
            if row is not None:
                marks = marked.get(row.head.id, NO_MARKS)
                hits[at] = answer_query.hit(row, highlighter, self._texts.of_row(row), marks)
        return hits

    def hits(self, answer: Answer, start: int, stop: int) -> list[Hit]:
        """Give rows `start` to `stop` of an answer, fewer at the end; see `rows`."""
        return list(self.rows(answer, range(start, stop)).values())

    def resolve(self, name: str) -> ArticleId:
        """Find an article by path, id or unambiguous prefix of one, or a version of it; see `resolve_each`."""
        return self.resolve_each(name)[0]

    def resolve_each(self, *names: str) -> tuple[ArticleId, ...]:
        """Find several articles, as by `resolve`, in one question to the engine at most.

        One of another archive is `ARCHIVE#ID`, which asks that one.
        """
        here = self._location, self._engine, self._texts.name, self.revisions.version
        return self._elsewhere.resolve(names, lambda own: resolve_each(own, *here), find_in_archive)

    def read(self, article: ArticleId) -> Article:
        """Read an article; raise ArticleError, NoSuchArticleError."""
        return self._texts.read([article])[0]

    def understood(self, article: ArticleId) -> Article:
        """Read an article, with what recurs in its source as boilerplate; raises as `read` does."""
        read = self.read(article)
        return marked(read, self._engine.read(lambda one: standing_sentences(one, [read]))[0])

    def path(self, article: ArticleId) -> str:
        """Give an article's path without reading it; raise NoSuchArticleError."""
        return self._texts.path(article)

    @property
    def articles(self) -> int:
        """How many articles the index holds; quick, however many."""
        return self._engine.read(len)

    def heads(self) -> tuple[Head, ...]:
        """Give the head of every article, ordered by path. Cost: reading all."""
        return tuple(sorted(every_head(self._engine), key=lambda head: head.path))

    def ids(self) -> tuple[ArticleId, ...]:
        """Give every article, ordered by path. Cost: reading the heads of all."""
        return tuple(head.id for head in self.heads())

    def counterparts(
        self, article: ArticleId, limit: int | None = None, *, same_source: bool = False
    ) -> list[Counterpart]:
        """Give the articles of other sources on the same story, best first, 64 at most.

        An unknown source is another one than any. Raises ArticleError, NoSuchArticleError.
        """
        read = self.read(article)
        return self._engine.read(
            lambda snapshot: rank_counterparts(snapshot, read, limit, same_source=same_source)
        )

    def stories(self, cancelled: Callable[[], bool] = never_cancelled) -> list[Story]:
        """Give every story, largest first, then latest; cancelled, those of the last time."""
        return self.story_groups.stories(cancelled)

    def compare(self, left: ArticleId, right: ArticleId) -> Comparison:
        """Compare two articles; raise ArticleError, NoSuchArticleError. Asks three questions."""
        from search.desk.pairs.pair_comparison import compare_pair  # noqa: PLC0415 - a search doesn't wait for it

        return compare_pair(self._engine, self._texts.read([left, right]), self.marks.links)

    def sources(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None] = lambda _: None,
        cancelled: Callable[[], bool] = never_cancelled,
        within: Sequence[SharedStory] | None = None,
    ) -> Contrast:
        """Tell which words each of two sources uses more, None the unknown one; see `contrast_sources`."""
        from search.desk.tellings.sources_contrasted import contrast_sources  # noqa: PLC0415 - as above

        return contrast_sources(self._engine, left, right, within, progress, cancelled)

    def concordance(
        self,
        word: str,
        progress: Callable[[Concordance, int, int], None] | None = None,
        cancelled: Callable[[], bool] = never_cancelled,
        sources: Collection[str | None] | None = None,
    ) -> Concordance:
        """Give every use of a word or phrase; raise QueryError.

        Articles are read, newest first, those of unknown date last; one that can't be read any
        more is left out. Cancelled, it gives what it has. Cost: reading each article that has it.

        Args:
            word: in the query language; several words are a phrase.
            progress: called now and then with what there is, the articles read and those to read.
            cancelled: asked before each article.
            sources: those whose uses are wanted, None among them for unknown; all when None.
        """
        query = concordance_query(word)
        asked, read = (query, sources), self._texts.of_row
        return concordance_of(self._engine, asked, read, progress, cancelled)

    def inspect(self) -> Condition:
        """Say how library and index are doing, changing nothing; raise LibraryError."""
        return inspect(self._location, self._engine, self._home)

    def close(self) -> None:
        """Let go of the files of index and marks. The desk can't be used afterwards."""
        for one in (self._engine, self._elsewhere, self._texts, self._stand_in, self.marks.store):
            one.close()
