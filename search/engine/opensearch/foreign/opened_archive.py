"""An archive that is opened to be read: one that was pushed, or an index that others built."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from search.engine.cancellation import never_cancelled
from search.engine.opensearch.archive_engine import ArchiveEngine
from search.engine.opensearch.foreign.foreign_engine import ForeignEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from search.archive_address import ArchiveAddress
    from search.archive_options import ArchiveOptions
    from search.article import ArticleId
    from search.engine.protocol import Engine, Pair, Snapshot
    from search.engine.state import Health, State
    from search.engine.writer_protocol import Writer
    from search.library import KnownFiles
    from search.query import Query

T = TypeVar("T")


class OpenedArchive:
    """Asks an archive at first which kind it is, unless its fields are named; see `protocol.Engine`."""

    holds_texts = True

    def __init__(
        self, address: ArchiveAddress, options: ArchiveOptions, tell: Callable[[str], None]
    ) -> None:
        self._pushed = ArchiveEngine(address, options, tell)
        self._foreign = ForeignEngine(address, options, tell)
        self._known: Engine | None = self._foreign if options.fields else None
        self._lock = Lock()

    def state(self) -> State:
        """Say whether it can be read."""
        return self._engine.state()

    def version(self) -> str:
        """Give a version."""
        return self._engine.version()

    def read(self, task: Callable[[Snapshot], T], *, aside: bool = False) -> T:
        """Do a task with a view of it."""
        return self._engine.read(task, aside=aside)

    def write(self, task: Callable[[Writer], T], *, rebuild: bool = False) -> T:
        """Do a task with the right to write, if it is one that was pushed."""
        return self._engine.write(task, rebuild=rebuild)

    def group_stories(
        self,
        together: Collection[Pair],
        apart: Collection[Pair],
        changed: Collection[ArticleId] = (),
        cancelled: Callable[[], bool] = never_cancelled,
        among: Query | None = None,
    ) -> int:
        """Bring the stories up to date."""
        return self._engine.group_stories(together, apart, changed, cancelled, among)

    def known_files(self) -> KnownFiles:
        """Give the files its articles were read from."""
        return self._engine.known_files()

    def health(self) -> Health:
        """Look at it."""
        return self._engine.health()

    def close(self) -> None:
        """Let go of all connections."""
        self._pushed.close()
        self._foreign.close()

    @property
    def _engine(self) -> Engine:
        """Which it is; one that isn't there yet may become either."""
        with self._lock:
            if self._known is None:
                if self._pushed.is_foreign():
                    self._known = self._foreign
                elif self._pushed.version():
                    self._known = self._pushed
            return self._known or self._pushed
