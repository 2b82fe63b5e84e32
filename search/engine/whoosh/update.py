"""Updating an index: one writing session, from opening it to committing."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from search.engine.protocol import never_cancelled
from search.engine.whoosh.index_writer import IndexWriter
from search.engine.whoosh.manifest import Manifest
from search.engine.whoosh.writing.worker import AVAILABLE
from search.errors import CancelledError, IndexFailedError
from search.library import KnownFiles
from search.stories import profile, term_vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.engine.whoosh.index_writer import Prepared
    from search.engine.whoosh.store import Store
    from search.library import FilesUpdate

T = TypeVar("T")
R = TypeVar("R")

_MANY = 400
"""Tasks that are worth starting other processes for, which takes as long as doing some."""
_MOST_WORKERS = 2
"""A third one would find this process, which leads them, to be what they wait for."""
MANIFEST = "manifest.sqlite"


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
        locks: bool,
        rebuild: bool,
        saved: Callable[[], None],
    ) -> None:
        """Open the generation in use, or begin a new one if it can't be trusted.

        Args:
            store: where the index lies.
            memory: bytes that may be used at the peak, by all processes.
            locks: whether its file system has any.
            rebuild: begin a new one in any case.
            saved: called whenever something else can be found.
        """
        self._store = store
        self._memory = memory
        self._saved = saved
        self._writer: IndexWriter | None = None
        self._unseen = False
        self.known = KnownFiles()
        self.fresh = self.gradual = False
        self.rebuilt: str | None = None
        self._generation, self._manifest = self._open(locks=locks, rebuild=rebuild)
        self._failures = sorted(self.known.failures)

    def _open(self, *, locks: bool, rebuild: bool) -> tuple[Path, Manifest]:
        state = self._store.state()
        generation = self._store.generation()
        if state == "ready" and generation and not rebuild:
            manifest = Manifest(generation / MANIFEST, locks=locks)
            try:
                self.known = manifest.known()
            except sqlite3.Error:
                state = "damaged"
            else:
                self.gradual = True
                self._store.clear()
                return generation, manifest
        made = self._store.start()
        self.fresh = True
        # Nothing else can be searched, so it comes into use as soon as it holds something.
        self.gradual = state != "ready"
        self.rebuilt = {"ready": "asked for", "missing": None}.get(state, state)
        return made, Manifest(made / MANIFEST, locks=locks)

    def put(self, article: Article) -> None:
        """Add an article, in place of the one with its id."""
        self._begun().put(article, profile(article, term_vector(article)))

    def put_each(
        self,
        tasks: Iterable[T],
        make: Callable[[T], tuple[Article | None, R]],
        count: int,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> Iterator[R]:
        """Add the article made of each task; see `protocol.Writer.put_each`."""
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
        failures = sorted(update.failures)
        moved = self.known.folder not in {"", update.folder}
        if self.fresh or update.written or update.gone or moved or failures != self._failures:
            try:
                self._manifest.record(update.written, update.gone, failures, update.folder)
            except sqlite3.OperationalError as error:
                # The index is ahead of its manifest, so the next sync reads some files again.
                reason = f"the index can't be written: {error}"
                raise IndexFailedError(self._generation, reason) from None
            self._failures = failures
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


def _prepare(make: Callable[[T], tuple[Article | None, R]], task: T) -> tuple[Prepared | None, R]:
    """Make an article and its profile."""
    article, told = make(task)
    return ((article, profile(article, term_vector(article))) if article else None), told


def _workers(tasks: int) -> int:
    """Say how many other processes share so many tasks.

    Even a single one pays: this process then keeps the interpreter for whoever looks at it.
    """
    if tasks < _MANY or not AVAILABLE:
        return 0
    return min(_MOST_WORKERS, _cores())


def _cores() -> int:
    """Count the processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
