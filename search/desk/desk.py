"""The facade itself."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from search.compare import compare
from search.desk import answering, contrasting, front, naming, ranking, using
from search.desk.grouping import Grouping
from search.desk.home import home, homeless
from search.desk.inspecting import inspect
from search.desk.notes import Notes
from search.desk.rarity import rarity
from search.desk.reading import Articles
from search.desk.rulings import Rulings
from search.desk.shelf import Shelf
from search.desk.sync import Sync
from search.desk.watch import Watch
from search.engine.whoosh import MEMORY, NO_TALLY, DamagedError, Store
from search.errors import IndexFailedError, NoSuchArticleError
from search.highlight import Highlighter
from search.library import Presence, place
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.compare import Comparison, Contrast
    from search.concordance import Concordance
    from search.desk.values import Answer, Condition, Hit, Sort, SyncProgress, SyncReport
    from search.engine.whoosh import Facts, Reader
    from search.stories import Rival, Story

T = TypeVar("T")


class Desk:
    """One library, opened.

    Safe to call from several threads; searches wait for each other, never for a sync.
    `grouping` holds its stories.
    Opening costs no more than reading headers; the first search after a change opens the
    index anew. Until the first sync of a library every list is empty; see `ready`.
    """

    def __init__(
        self,
        library: Path,
        *,
        cache: Path | None = None,
        data: Path | None = None,
        memory: int = MEMORY,
    ) -> None:
        """Open a library; raise LibraryError if it can't be read.

        Args:
            library: a folder of articles, or one file.
            cache: where indexes are kept; the user's cache folder when None.
            data: where is kept what the reader said of stories; the user's data folder when None.
            memory: bytes that indexing may take at its peak, all processes together.
        """
        self._place = place(library)
        self._store = Store(home(self._place, cache))
        self._shelf = Shelf(self._store)
        self._memory = memory
        self._notes = Notes()
        self._articles = Articles(Presence(self._place).lost)
        self._visitors: dict[ArticleId, naming.Named] = {}
        self._notes.add(homeless() if cache is None else None)
        rulings = Rulings(self._store.folder.name, self._notes, data)
        self.grouping = Grouping(self._store, rulings, self._use, self._quietly)

    @property
    def library(self) -> Path:
        """The folder or file, absolute and without symbolic links."""
        return self._place.path

    def hear(self) -> tuple[str, ...]:
        """Give what the user should know besides answers: a sentence each, each given once."""
        return self._notes.take()

    @property
    def ready(self) -> bool:
        """Whether there is an index that can be searched without a sync."""
        return self._store.state() == "ready"

    def sync(
        self,
        progress: Callable[[SyncProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        rebuild: bool = False,
    ) -> SyncReport:
        """Bring the index up to date with the files.

        An index that is damaged, or made by other rules, is built anew beside the old one.
        A file that can't be read any more leaves the index, counts as removed, and is tried
        again by each sync. Of many files, what is read can be searched long before the end, and
        other processes do the reading. Cancelled, or killed, it keeps all but the work of the
        last seconds, and the next sync goes on there; a rebuild that was asked for is dropped.

        Args:
            progress: called before the first file that may have changed, after each, and at
                the end, in the calling thread.
            cancelled: asked after each such file and while something is waited for.
            rebuild: build anew in any case.

        Raises LibraryError, IndexLockedError (another program is writing), IndexFailedError.
        """
        watch = Watch(progress, cancelled, self._shelf.refresh)
        report = Sync(self._place, self._store, watch, self._notes, self._memory).run(
            rebuild=rebuild
        )
        self._shelf.refresh()
        report = replace(report, news=self._shelf.news())
        if report.added or report.changed or report.removed or not front.kept(self._store.folder):
            answer = self.search("")
            front.keep(self._store.folder, answer, self.hits(answer, 0, front.ROWS))
        return report

    def search(self, text: str, sort: Sort = "relevance", *, typing: bool = False) -> Answer:
        """Search; raise QueryError. With `typing` the last word may be unfinished."""
        begun = time.perf_counter()
        query = parse(text, typing=typing)
        none = answering.nothing(query, sort)
        found = self._use(lambda reader: answering.answer(query, sort, reader), none)
        return replace(found, took_ms=(time.perf_counter() - begun) * 1000)

    def hits(
        self,
        answer: Answer,
        start: int,
        stop: int,
        *,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Hit]:
        """Give rows `start` to `stop` of an answer, with excerpts; fewer at the end.

        An article that vanished since is left out of its excerpt, not of the list, unless a
        sync has noticed. `cancelled` is asked before each row; the rest is left out then.
        Cost: reading each row's article from its file.
        """
        highlighter = Highlighter(answer.query)
        none: list[tuple[Facts | None, float]] = []

        def rows(reader: Reader) -> list[tuple[Facts | None, float]]:
            pairs = zip(answer.ids[start:stop], answer.scores[start:stop], strict=True)
            return [(reader.facts(id_), score) for id_, score in pairs]

        return [
            answering.hit(facts, score, highlighter, self._quietly(facts))
            for facts, score in takewhile(lambda _: not cancelled(), self._use(rows, none))
            if facts
        ]

    def resolve(self, name: str) -> ArticleId:
        """Find an article by path, id or unambiguous prefix of an id; raise NoSuchArticleError.

        A path is taken from the working directory or from the library. A file outside the
        library can be named too: it is read, compared and ranked, but not searched.
        """
        found = naming.by_path(name, self._place)
        if found is None:
            none: list[ArticleId] = []
            begin = name.lower()
            return naming.by_id(name, self._use(lambda reader: reader.beginning(begin), none))
        self._visitors[found.id] = found
        return found.id

    def read(self, article: ArticleId) -> Article:
        """Read an article from its file; raise ArticleError, NoSuchArticleError."""
        named = self._named(article)
        return self._articles.read(named.file, named.path, article)

    def path(self, article: ArticleId) -> str:
        """Give an article's path without reading it; raise NoSuchArticleError."""
        return self._named(article).path

    def _named(self, article: ArticleId) -> naming.Named:
        facts = self._use(lambda reader: reader.facts(article), None)
        if facts:
            return naming.Named(article, facts.path, self._place.root / facts.path)
        if article in self._visitors:
            return self._visitors[article]
        raise NoSuchArticleError(article, "no article has this id")

    @property
    def articles(self) -> int:
        """How many articles the index holds; quick, however many."""
        return self._use(len, 0)

    def ids(self) -> tuple[ArticleId, ...]:
        """Give every article, ordered by path. Cost: reading the facts of all."""
        return self._use(lambda reader: tuple(facts.id for facts in reader.all()), ())

    def rivals(
        self, article: ArticleId, limit: int | None = None, *, same_source: bool = False
    ) -> list[Rival]:
        """Give the articles of other sources on the same story, best first, 64 at most.

        An unknown source is another one than any. Raises ArticleError, NoSuchArticleError.
        """
        read = self.read(article)
        none: list[Rival] = []
        every = same_source
        return self._use(lambda reader: ranking.rivals(reader, read, limit, every=every), none)

    def stories(self, cancelled: Callable[[], bool] = lambda: False) -> list[Story]:
        """Give every story, largest first, then latest; an article in no group is one of one.

        Stories are brought up to date with the index first, as by `grouping.gather`; cancelled
        meanwhile, those of the last time are given. Raises IndexFailedError.
        """
        return self.grouping.stories(cancelled)

    def compare(self, left: ArticleId, right: ArticleId) -> Comparison:
        """Compare two articles; raise ArticleError, NoSuchArticleError."""
        first, second = self.read(left), self.read(right)
        return compare(first, second, rarity(self.articles, self._spread))

    def sources(
        self,
        left: str | None,
        right: str | None,
        progress: Callable[[float], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Contrast:
        """Tell which words each of two sources uses more; None means articles of unknown source.

        A source without articles gives no words; how many stories both tell is left to
        `grouping.shared`. Searches go on meanwhile. `progress` is told the share looked at, 0
        to 1; cancelled, it counts what it has seen. Cost: a look at the whole index.
        """
        tally = self._use(
            lambda reader: reader.tally(left, right, progress, cancelled), NO_TALLY, aside=True
        )
        return contrasting.contrast(left, right, tally)

    def concordance(
        self,
        word: str,
        progress: Callable[[Concordance, int, int], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        sources: Collection[str | None] | None = None,
    ) -> Concordance:
        """Give every use of a word or phrase; raise QueryError.

        Articles are read, newest first, those of unknown date last; one that can't be read any
        more is left out. Cost: reading each article that has the word. Cancelled, it gives
        what it has.

        Args:
            word: in the query language, so `sanction` means all its forms and `"sanction"`
                just this one; several words are a phrase.
            progress: called now and then with what there is, how many articles were read, and
                how many are to be.
            cancelled: asked before each article.
            sources: those whose uses are wanted, None among them for unknown; all when None.
        """
        query = using.wording(word)
        none: Sequence[ArticleId] = ()
        ids = self._use(lambda reader: using.holders(query, sources, reader), none)
        return using.gather(query, ids, self.read, progress, cancelled)

    def inspect(self) -> Condition:
        """Say how the library and its index are doing, changing nothing; raise LibraryError."""
        return inspect(self._place, self._store)

    def close(self) -> None:
        """Let go of the index's files. The desk can't be used afterwards."""
        self._shelf.drop()

    def _use(self, task: Callable[[Reader], T], without: T, *, aside: bool = False) -> T:
        """Do a task with the index, mending it once if it turns out to be damaged."""
        use = self._shelf.aside if aside else self._shelf.use
        try:
            return use(task, without)
        except DamagedError:
            self._store.condemn()
            self.sync()
            self._notes.add("the index was damaged and has been built anew")
        try:
            return use(task, without)
        except DamagedError as error:
            reason = f"the index can't be read: {error}"
            raise IndexFailedError(self._store.folder, reason) from None

    def _spread(self, stem: str) -> int:
        """Look a stem up for as long as that takes, so that searches get their turn between."""
        return self._use(lambda reader: reader.spread(stem), 0)

    def _quietly(self, facts: Facts) -> Callable[[], Article | None]:
        file = self._place.root / facts.path
        return partial(self._articles.quietly, file, facts.path, facts.id)
