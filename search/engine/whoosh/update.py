"""Updating an index: one writing session, from opening it to committing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from search.engine.cancellation import never_cancelled
from search.engine.task_output import transform
from search.engine.whoosh.codec.array_index import open_index
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import IndexWriter
from search.engine.whoosh.manifest import MANIFEST, Manifest
from search.engine.whoosh.schema import schema
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.store import check_mark, guarded
from search.errors import CancelledError
from search.library import KnownFiles
from search.processes.worker import AVAILABLE, cores
from search.stories import profile, term_vector

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.engine.whoosh.index_writer import Prepared
    from search.engine.whoosh.store import Store
    from search.library import FilesUpdate

T = TypeVar("T")
R = TypeVar("R")

_MANY = 400
"""Articles that are worth starting other processes for, which takes as long as doing some."""
_MOST_WORKERS = 2
"""A third one would find this process, which leads them, to be what they wait for."""


class Update:
    """One writing session; see `protocol.Writer`. The caller holds the store's lock.

    Every method raises IndexFailedError when the system refuses to write, DamagedError when the
    index is broken.
    """

    def __init__(
        self,
        store: Store,
        *,
        memory: int,
        rebuild: bool,
        saved: Callable[[], None],
    ) -> None:
        """Open the generation in use, or begin a new one if it can't be trusted.

        Args:
            store: where the index lies.
            memory: bytes that may be used at the peak, by all processes.
            rebuild: begin a new one in any case.
            saved: called whenever something else can be found.
        """
        self._store = store
        self._memory = memory
        self._saved = saved
        self._writer: IndexWriter | None = None
        self._mark = ""
        self._unseen = False
        self.known = KnownFiles()
        self.fresh = self.gradual = False
        self.rebuilt: str | None = None
        self._generation = self._open(rebuild=rebuild)
        self._manifest = Manifest(self._generation / MANIFEST)
        self._noted = self.known

    def _open(self, *, rebuild: bool) -> Path:
        state = self._store.state()
        generation = self._store.generation()
        if state == "ready" and generation and not rebuild:
            try:
                self.known, self._mark = _resumed(generation)
            except (DamagedError, FileNotFoundError):
                state = "damaged"
            else:
                self.gradual = True
                self._store.clear()
                return generation
        made = self._store.start()
        self.fresh = True
        # Nothing else can be searched, so it comes into use as soon as it holds something.
        self.gradual = state != "ready"
        self.rebuilt = {"ready": "asked for", "missing": None}.get(state, state)
        return made

    def put(self, article: Article) -> None:
        """Add an article, in place of the one with its id."""
        self._begun().put(*_described(article))

    def put_each(
        self,
        tasks: Iterable[T],
        make: Callable[[T], Generator[Article, None, R]],
        count: int,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> Iterator[R]:
        """Add the articles made of each task; see `protocol.Writer.put_each`."""
        writer = self._begun(_workers(count), cancelled)
        for told in writer.work(tasks, partial(_prepare, make)):
            if cancelled():
                raise CancelledError
            yield told

    def remove(self, articles: Iterable[ArticleId]) -> None:
        """Remove articles; nothing happens for one that isn't there."""
        for article in articles:
            self._begun().remove(article)

    def save(self) -> list[Any]:
        """Make the changes so far safe; see `protocol.Writer.save`."""
        self._unseen = True
        return self._begun().checkpoint()

    def commit(self) -> None:
        """Make all changes safe; a new index is merged as far as its segments may grow."""
        self._unseen = True
        self._begun().commit(whole=self.fresh)

    def note(self, update: FilesUpdate) -> None:
        """Note which files it holds, after which a new index takes the place of the old."""
        mark = self._writer.mark if self._writer else self._mark
        noted = _noted(self._noted, update)
        if self.fresh or noted is not self._noted or mark != self._mark:
            # Killed before this, the index is ahead of its manifest: see `_resumed`.
            with guarded(self._generation):
                self._manifest.save(noted, mark)
            self._noted, self._mark = noted, mark
            if self._writer:
                self._writer.noted(mark)
        if self._unseen:
            self._unseen = False
            if self.fresh and self._store.generation() != self._generation:
                self._store.publish(self._generation)
            self._saved()

    def close(self) -> None:
        """Drop what isn't saved."""
        if self._writer is not None:
            self._writer.close()

    def _begun(
        self, workers: int = 0, cancelled: Callable[[], bool] = never_cancelled
    ) -> IndexWriter:
        """Give the writer of the generation, opened when first needed."""
        if self._writer is None:
            self._writer = IndexWriter(
                self._generation / "whoosh",
                memory=self._memory,
                workers=workers,
                cancelled=cancelled,
            )
        return self._writer


def _resumed(generation: Path) -> tuple[KnownFiles, str]:
    """Give the files of a generation and the mark of its last commit; raise DamagedError.

    Where a program was killed between a commit and the list of its files, articles that the list
    doesn't know are taken for files of which nothing is known, so that they are read again, or
    leave the index if they are gone; what it knows and the index lacks is forgotten.
    """
    index = open_index(generation / "whoosh", schema())
    manifest = Manifest(generation / MANIFEST)
    known, mark = manifest.load()
    check_mark(index, mark)
    if mark == index.contents.mark:
        return known, mark
    reader = IndexReader(generation)
    try:
        known = known.reconciled(reader.every_head())
    finally:
        reader.close()
    with guarded(generation):
        manifest.save(known, index.contents.mark)
    return known, index.contents.mark


def _noted(known: KnownFiles, update: FilesUpdate) -> KnownFiles:
    """Give what is known of files after an update; the very same if it changes nothing."""
    failures = tuple(sorted(update.failures))
    moved = known.folder not in {"", update.folder}
    if not (update.written or update.gone or moved) and failures == tuple(sorted(known.failures)):
        return known
    entries = dict(known.entries)
    for path in update.gone:
        entries.pop(path, None)
    entries.update((entry.path, entry) for entry in update.written)
    return KnownFiles(entries, failures, update.folder)


def _prepare(
    make: Callable[[T], Generator[Article, None, R]], task: T
) -> Generator[Prepared, None, R]:
    """Make articles, their profiles and their sentences."""
    return (yield from transform(make(task), _described))


def _described(article: Article) -> Prepared:
    vector = term_vector(article)
    return article, profile(article, vector), vector.sentences


def _workers(articles: int) -> int:
    """Say how many other processes share the making of so many articles.

    Even a single one pays: this process then keeps the interpreter for whoever looks at it.
    """
    if articles < _MANY or not AVAILABLE:
        return 0
    return min(_MOST_WORKERS, cores())
