"""A simple search engine in memory, to test the contract without a disk or an index."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from memory_snapshot import MemorySnapshot, profile_of

from search.engine import Health, State, never_cancelled
from search.engine.task_output import take_each
from search.errors import CancelledError, IndexLockedError
from search.library import KnownFiles
from search.stories import SMALL_LIBRARY, assign_ids, group, most_edges, surely_close

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterable, Iterator

    from search.article import Article, ArticleId
    from search.engine import Snapshot, Writer
    from search.engine.protocol import Pair
    from search.library import FilesUpdate
    from search.query import Query

T = TypeVar("T")
R = TypeVar("R")

_CLOSE = 0.08
_UNDATED = 0.55


@dataclass
class Memory:
    """The data that the engines of one library share, as others share a disk."""

    articles: dict[ArticleId, Article] = field(default_factory=dict)
    labels: dict[ArticleId, str] = field(default_factory=dict)
    known: KnownFiles = field(default_factory=KnownFiles)
    version: int = 0
    lock: Lock = field(default_factory=Lock)


class MemoryEngine:
    """See `search.engine.Engine`.

    Args:
        memory: the data it shares with others.
        texts: whether it holds texts.
        most_counted: how many articles it counts at most; all when None.
    """

    def __init__(
        self, memory: Memory, *, texts: bool = False, most_counted: int | None = None
    ) -> None:
        self._memory = memory
        self.holds_texts = texts
        self._most_counted = most_counted

    def state(self) -> State:
        if self._memory.version:
            return State("ready")
        if self._memory.lock.locked():
            return State("building", "a program is writing it")
        return State("empty", "nothing was put into it yet")

    def version(self) -> str:
        return str(self._memory.version)

    def read(self, task: Callable[[Snapshot], T], *, aside: bool = False) -> T:
        del aside
        return task(self._snapshot())

    def _snapshot(self) -> MemorySnapshot:
        memory = self._memory
        return MemorySnapshot(
            memory.articles, memory.labels, texts=self.holds_texts, most_counted=self._most_counted
        )

    def write(self, task: Callable[[Writer], T], *, rebuild: bool = False) -> T:
        if not self._memory.lock.acquire(timeout=0.5):
            raise IndexLockedError("memory", "another program is writing this index")
        try:
            return task(MemoryWriter(self._memory, rebuild=rebuild))
        finally:
            self._memory.lock.release()

    def group_stories(
        self,
        together: Collection[Pair],
        apart: Collection[Pair],
        changed: Collection[ArticleId] = (),
        cancelled: Callable[[], bool] = never_cancelled,
        among: Query | None = None,
    ) -> int:
        """Group all articles from scratch."""
        del changed, among
        memory, snapshot = self._memory, self._snapshot()
        ids = sorted(memory.articles)
        articles = [memory.articles[one] for one in ids]
        edges = []
        for (a, one), (b, other) in combinations(enumerate(articles), 2):
            if cancelled():
                raise CancelledError
            if (close := snapshot.closeness(one, other)) >= _CLOSE:
                edges.append((a, b, close))
        days = [one.day.toordinal() if one.day else 0 for one in articles]
        at = {one: place for place, one in enumerate(ids)}
        joined, parted = (
            [(at[a], at[b]) for a, b in pairs if a in at and b in at] for pairs in (together, apart)
        )
        if len(ids) < SMALL_LIBRARY:
            edges = surely_close(edges, days, _UNDATED)

        def names(place: int) -> dict[int, float]:
            roots = (root for root, _, named in profile_of(articles[place]) if named)
            return {hash(root): snapshot.idf(root) ** 2 for root in roots}

        sizes = [len(profile_of(one)) for one in articles]
        left_out = max(0, len(edges) - most_edges(len(ids)))
        groups = group(len(ids), edges, days, joined, parted, names, sizes)
        labels = assign_ids(groups, ids, [memory.labels.get(one) for one in ids])
        memory.labels = dict(zip(ids, labels, strict=True))
        return left_out

    def known_files(self) -> KnownFiles:
        return self._memory.known

    def health(self) -> Health:
        return Health(self.state(), "memory", "this process", None)

    def close(self) -> None:
        pass


class MemoryWriter:
    """Changes to a copy; see `search.engine.Writer`."""

    def __init__(self, memory: Memory, *, rebuild: bool) -> None:
        self._memory = memory
        self.fresh = rebuild or not memory.version
        self.gradual = not (rebuild and memory.version)
        self.rebuilt = "asked for" if rebuild and memory.version else None
        self.known = KnownFiles() if self.fresh else memory.known
        self._articles = {} if self.fresh else dict(memory.articles)
        self._saved: dict[ArticleId, Article] | None = None

    def put(self, article: Article) -> None:
        self._articles[article.id] = article

    def put_each(
        self,
        tasks: Iterable[T],
        make: Callable[[T], Generator[Article, None, R]],
        count: int,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> Iterator[R]:
        del count
        for task in tasks:
            if cancelled():
                raise CancelledError
            yield take_each(make(task), self.put)

    def remove(self, articles: Iterable[ArticleId]) -> None:
        for one in articles:
            self._articles.pop(one, None)

    def save(self) -> list[Any]:
        self._saved = dict(self._articles)
        return []

    def commit(self) -> None:
        self.save()

    def note(self, update: FilesUpdate) -> None:
        entries = {k: v for k, v in self.known.entries.items() if k not in update.gone}
        entries |= {entry.path: entry for entry in update.written}
        self.known = KnownFiles(entries, tuple(sorted(update.failures)), update.folder)
        memory = self._memory
        memory.known = self.known
        if self._saved is not None:
            memory.articles, self._saved = self._saved, None
            memory.version += 1
