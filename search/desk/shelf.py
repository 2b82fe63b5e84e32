"""The index a desk searches, opened when first needed and exchanged after each sync."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from search.engine.whoosh import DamagedError, Reader
from search.errors import SearchError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.engine.whoosh import Store

T = TypeVar("T")


class Shelf:
    """Lends one reader to one thread at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = RLock()
        self._reader: Reader | None = None
        self._version: tuple[str, ...] | None = None
        self._seen: tuple[str, ...] | None = None

    def use(self, task: Callable[[Reader], T], without: T) -> T:
        """Do a task with the reader; give `without` when there is no index that can be trusted.

        Another program may have replaced the index meanwhile, so a task that fails is tried
        again on what is there now. Raises DamagedError if it fails twice on the same, or if
        nothing is left that can be trusted.
        """
        with self._lock:
            failed: tuple[str, ...] | None = None
            while True:
                try:
                    reader = self._open()
                    if reader is None and failed:
                        break
                    return without if reader is None else task(reader)
                except SearchError:
                    raise
                except Exception as error:
                    tried = self._version
                    self.drop()
                    if tried is None or tried == failed:
                        raise DamagedError(str(error)) from error
                    failed = tried
        raise DamagedError("nothing is left of the index that can be trusted")

    def aside(self, task: Callable[[Reader], T], without: T) -> T:
        """Do a long task with a reader of its own, so that no search waits for it.

        Where that fails, because the index is damaged or was replaced meanwhile, it is done as
        by `use`.
        """
        generation = self._store.generation()
        if generation is None or self._store.state() != "ready":
            return without
        try:
            reader = Reader(generation)
            try:
                return task(reader)
            finally:
                reader.close()
        except (DamagedError, FileNotFoundError):
            return self.use(task, without)

    def _open(self) -> Reader | None:
        if self._reader is not None:
            self._reader.check()
        elif self._store.state() == "ready":
            generation = self._store.generation()
            if generation is not None:
                self._version = _version(generation)
                self._seen = self._seen or self._version
                self._reader = Reader(generation)
        return self._reader

    def refresh(self) -> None:
        """Open the index anew if it has changed on disk; searches go on until it is open."""
        generation = self._store.generation()
        if self._reader is None or generation is None or _version(generation) == self._version:
            return
        version = _version(generation)
        try:
            fresh = Reader(generation)
        except Exception:  # noqa: BLE001 - whatever it is, the next task meets it and has it mended
            self.drop()
            return
        with self._lock:
            old, self._reader, self._version = self._reader, fresh, version
        if old is not None:
            old.close()

    def news(self) -> bool:
        """Tell whether what is searched isn't what it was when this was last asked."""
        seen, self._seen = self._seen, self._version
        return seen is None or seen != self._seen

    def drop(self) -> None:
        """Close the reader; the next task opens one anew."""
        with self._lock:
            reader, self._reader, self._version = self._reader, None, None
            if reader is not None:
                reader.close()


def _version(generation: Path) -> tuple[str, ...]:
    """Name what is in a generation: each commit writes a table of contents of a new name."""
    return (generation.name, *sorted(file.name for file in generation.glob("whoosh/*.toc")))
