"""The embedded engine: Whoosh on arrays, in a folder of this machine."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from search.engine.cancellation import never_cancelled
from search.engine.state import Health, State
from search.engine.whoosh.disk_report import storage_of
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.manifest import MANIFEST, Manifest
from search.engine.whoosh.open_index import OpenIndex
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.store import NAME, Store
from search.engine.whoosh.story_groups import StoryGroups
from search.engine.whoosh.update import Update
from search.engine.whoosh.writing.array_writer import MEMORY
from search.errors import CacheRefusedError, IndexFailedError
from search.library import KnownFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from search.article import ArticleId
    from search.engine.protocol import Pair, Snapshot
    from search.engine.whoosh.store import Judgement
    from search.engine.writer_protocol import Writer
    from search.query import Query

T = TypeVar("T")

_LOCKLESS = "{}: this file system has no locks; only one program may index there at a time"
_MOVED = "{}; it is built for this run only, in {}"
_REASONS = {
    "outdated": "it was made by other rules and will be built anew",
    "damaged": "its files aren't those that were written; it will be built anew",
}


class WhooshEngine:
    """The index in one folder; see `protocol.Engine`.

    Opening costs nothing. Searches wait for each other, never for writing.
    """

    holds_texts = False

    def __init__(
        self,
        folder: Path,
        memory: int | None,
        refill: Callable[[], object],
        tell: Callable[[str], None],
        refused: str | None = None,
        stand_in: Callable[[], Path | None] = lambda: None,
    ) -> None:
        """Know a folder; see `search.engine.engine_choice.open_engine`."""
        self._store = Store(folder, refused)
        self._memory = memory or MEMORY
        self._refill = refill
        self._stand_in = stand_in
        self._broken = False
        self._tell = tell
        self._groups = StoryGroups(self._store, tell)
        self._grouping = Lock()
        self._index = OpenIndex(
            self._store, lambda generation: IndexReader(generation, self.read, self._groups.known)
        )

    def state(self) -> State:
        """Say whether the index can be searched. Cost: a stat of each of its files."""
        return self._state(self._store.state())

    def _state(self, found: Judgement) -> State:
        if found == "ready":
            return State("ready")
        if found != "missing":
            return State(found, _REASONS[found])
        if storage_of(self._store).locked:
            return State("building", "a program is writing it")
        return State("empty", "nothing was put into it yet")

    def version(self) -> str:
        """Name what is searched."""
        return self._index.version()

    def read(self, task: Callable[[Snapshot], T], *, aside: bool = False) -> T:
        """Do a task with a reader, mending the index once if it turns out to be damaged."""
        use = self._index.aside if aside else self._index.use
        return self._mending(lambda: use(task))

    def _mending(self, task: Callable[[], T]) -> T:
        """Do a task, once more with an index built anew if this one turns out to be damaged."""
        try:
            return task()
        except DamagedError:
            self._store.condemn()
            self._broken = True  # whether or not that could be written down
            self._refill()
            self._broken = False
            self._tell("the index was damaged and has been built anew")
        try:
            return task()
        except DamagedError as error:
            reason = f"the index can't be read: {error}"
            raise IndexFailedError(self._store.folder, reason) from None

    def write(self, task: Callable[[Writer], T], *, rebuild: bool = False) -> T:
        """Do a task with the right to write, once more if the index turns out to be damaged.

        Where nothing can be written, and there is no index to be searched, it is done in the folder
        that stands in, if there is one.
        """
        before, folder = self._store.generation(), self._store.folder
        try:
            return self._locked(task, rebuild=rebuild)
        except CacheRefusedError as error:
            sound = self._store.generation() == before and self._store.state() == "ready"
            if sound and not self._broken:
                raise
            moved = self._stand_in()
            if moved in {None, folder}:
                raise
            self._move(moved, before)
            self._tell(_MOVED.format(error, moved))
            return self._locked(task, rebuild=rebuild)

    def _move(self, folder: Path, before: Path | None) -> None:
        self._index.drop()
        self._store.withdraw(before)
        self._store.move(folder)

    def _locked(self, task: Callable[[Writer], T], *, rebuild: bool) -> T:
        with self._store.lock() as locks:
            if not locks:
                self._tell(_LOCKLESS.format(self._store.folder))
            self._groups.known()  # so that damage to them is told, and nothing is built on it
            try:
                return self._write(task, rebuild=rebuild)
            except DamagedError:
                pass
            try:
                return self._write(task, rebuild=rebuild)
            except DamagedError as error:
                reason = f"the index can't be written: {error}"
                raise IndexFailedError(self._store.folder, reason) from None

    def _write(self, task: Callable[[Writer], T], *, rebuild: bool) -> T:
        update = Update(
            self._store,
            memory=self._memory,
            rebuild=rebuild,
            saved=self._index.refresh,
        )
        try:
            return task(update)
        except DamagedError:
            if not update.fresh:
                self._store.condemn()
            raise
        finally:
            update.close()
            self._index.refresh()

    def group_stories(
        self,
        together: Collection[Pair],
        apart: Collection[Pair],
        changed: Collection[ArticleId] = (),
        cancelled: Callable[[], bool] = never_cancelled,
        among: Query | None = None,
    ) -> int:
        """Bring the stories of all articles up to date with the index; see `StoryGroups.group`."""
        del among

        def group() -> int:
            with self._grouping:
                return self._groups.group(together, apart, changed, cancelled)

        return self._mending(group)

    def known_files(self) -> KnownFiles:
        """Give the files of the generation in use; none where their list can't be trusted."""
        generation = self._store.generation()
        if generation is None:
            return KnownFiles()
        try:
            return Manifest(generation / MANIFEST).load().known
        except DamagedError:
            return KnownFiles()

    def health(self) -> Health:
        """Look at everything and change nothing."""
        state = self._state(self._store.state(whole=True))
        damaged = tuple(self._groups.damaged())
        return Health(state, NAME, str(self._store.folder), storage_of(self._store), damaged)

    def close(self) -> None:
        """Let go of the index's files."""
        self._index.drop()
