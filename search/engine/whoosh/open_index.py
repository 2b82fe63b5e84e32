"""The open index: opened when first needed, reopened after each sync."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from search.engine.empty import EmptySnapshot
from search.engine.whoosh.in_use import version_of
from search.engine.whoosh.segments.damage import DamagedError
from search.errors import SearchError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.engine.protocol import Snapshot
    from search.engine.whoosh.index_reader import IndexReader
    from search.engine.whoosh.store import Store

T = TypeVar("T")


class OpenIndex:
    """Lends one reader to one thread at a time."""

    def __init__(self, store: Store, opened: Callable[[Path], IndexReader]) -> None:
        """Know a store; `opened` opens a generation of it."""
        self._store = store
        self._opened = opened
        self._lock = RLock()
        self._reader: IndexReader | None = None
        self._version: str | None = None

    def use(self, task: Callable[[Snapshot], T]) -> T:
        """Do a task with the reader; with an empty snapshot where no index can be trusted.

        Another program may have replaced the index meanwhile, so a task that fails is tried
        again on what is there now. Raises DamagedError if it fails twice on the same, or if
        nothing is left that can be trusted.
        """
        with self._lock:
            failed: str | None = None
            while True:
                try:
                    reader = self._open()
                    if reader is None and failed:
                        break
                    return task(reader or EmptySnapshot())
                except SearchError:
                    raise
                except Exception as error:
                    tried = self._version
                    self.drop()
                    if tried is None or tried == failed:
                        raise DamagedError(str(error)) from error
                    failed = tried
        raise DamagedError("nothing is left of the index that can be trusted")

    def aside(self, task: Callable[[Snapshot], T]) -> T:
        """Do a long task with a reader of its own, so that no search waits for it.

        Where that fails, because the index is damaged or was replaced meanwhile, it is done as
        by `use`.
        """
        generation = self._store.generation()
        if generation is None or self._store.state() != "ready":
            return self.use(task)
        try:
            reader = self._opened(generation)
            try:
                return task(reader)
            finally:
                reader.close()
        except (DamagedError, FileNotFoundError):
            return self.use(task)

    def _open(self) -> IndexReader | None:
        if self._reader is not None:
            self._reader.check()
        elif self._store.state() == "ready":
            generation = self._store.generation()
            if generation is not None:
                self._version = version_of(generation)
                self._reader = self._opened(generation)
        return self._reader

    def refresh(self) -> None:
        """Open the index anew if it has changed on disk; searches go on until it is open."""
        generation = self._store.generation()
        if self._reader is None or generation is None or version_of(generation) == self._version:
            return
        version = version_of(generation)
        try:
            fresh = self._opened(generation)
        except Exception:  # noqa: BLE001 - whatever it is, the next task meets it and has it mended
            self.drop()
            return
        with self._lock:
            old, self._reader, self._version = self._reader, fresh, version
        if old is not None:
            old.close()

    def version(self) -> str:
        """Name what is searched, or what would be; empty for nothing."""
        if self._version is not None:
            return self._version
        generation = self._store.generation()
        return version_of(generation) if generation else ""

    def drop(self) -> None:
        """Close the reader; the next task opens one anew."""
        with self._lock:
            reader, self._reader, self._version = self._reader, None, None
            if reader is not None:
                reader.close()
