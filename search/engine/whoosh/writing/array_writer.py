"""Whoosh's index writer on arrays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from whoosh.index import clean_files
from whoosh.writing import SegmentWriter

from search.engine.task_output import take_each
from search.engine.whoosh.build.merge_policy import SegmentSize, plan
from search.engine.whoosh.codec.array_codec import ArrayCodec
from search.engine.whoosh.codec.contents import save_contents
from search.engine.whoosh.codec.fields import layout_of
from search.engine.whoosh.segments.segment import SUFFIX
from search.engine.whoosh.writing import worker_main
from search.engine.whoosh.writing.join_segments import join_segments
from search.engine.whoosh.writing.pool import Pool
from search.engine.whoosh.writing.segment_buffer import SegmentBuffer, raw
from search.processes.work_errors import make_fields
from search.processes.worker import start_workers

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from search.engine.whoosh.codec.array_codec import ArraySegment
    from search.engine.whoosh.codec.array_index import ArrayIndex
    from search.engine.whoosh.segments.segment import Segment

R = TypeVar("R")

MEMORY = 512 << 20
"""Bytes that writing may take at its peak, the program's own included."""
_RESERVED = 208 << 20
"""What the program, its libraries and the vocabulary take of them."""
_RESERVED_BESIDE = 112 << 20
"""What the program takes that only leads others."""
_RESERVED_EACH = 104 << 20
"""What each of those takes."""
_JOINING = 320 << 20
"""What one of them takes while it merges as many articles as a segment holds."""
_LEAST = 8 << 20


def _never() -> bool:
    return False


class ArrayWriter(SegmentWriter):
    """Adds and removes articles. What it does shows once `commit` or `checkpoint` returns.

    Articles gather in memory; when they fill their share they become a segment on disk. A
    commit merges segments by tiers. At any moment another process may read the last commit.

    Attributes:
        mark: names the last commit.
        noted: the mark that the list of files beside the index has; whoever writes it says so.
    """

    def __init__(
        self,
        index: ArrayIndex,
        *,
        memory: int = MEMORY,
        workers: int = 0,
        cancelled: Callable[[], bool] = _never,
        **asked: Any,
    ) -> None:
        """Take the index's lock; raise whoosh.index.LockError if another has it.

        Raises WorkFailedError if another process can't be started. Should one fail later, whatever
        needs it raises what it met, and nothing more can be done than to cancel.

        Args:
            index: an index in an `ArrayStorage`.
            memory: bytes that may be used at the peak, by all processes.
            workers: how many other processes share the work of `work` and of merging; they
                pay from some hundred articles on. With none, this process does it.
            cancelled: asked while segments merge and while other processes are waited for;
                CancelledError is raised once it says so.
            asked: see SegmentWriter.
        """
        super().__init__(index, codec=ArrayCodec(), compound=False, **asked)
        self.mark = self.noted = index.contents.mark
        self._layout = layout_of(self.schema)
        self._cancelled = cancelled
        self._pool: Pool | None = None
        budget = memory - _RESERVED
        if workers:
            budget = (memory - _RESERVED_BESIDE) // workers - _RESERVED_EACH
        place = self.storage, self.indexname, self._layout, max(_LEAST, budget)
        self._buffer = SegmentBuffer(*place)
        # Segments stay open while someone holds them; thousands may be asked for their keys.
        self._held: list[tuple[ArraySegment, Segment]] = []
        if workers:
            joins = max(1, (memory - _RESERVED_BESIDE) // _JOINING)
            try:
                started = start_workers(workers, worker_main.__name__, worker_main.ANSWERS, *place)
                self._pool = Pool(started, self._replace, cancelled, joins)
            except BaseException:
                self._finish()
                raise

    # Adding

    def add_document(self, **fields: Any) -> None:
        """Add an article. Fields of stems are ignored: they follow from those of words."""
        self._check_state()
        self._check_fields(self.schema, fields)
        self._buffer.add(raw(self._layout, fields))

    def work(
        self, tasks: Iterable[Any], prepare: Callable[[Any], Generator[dict[str, Any], None, R]]
    ) -> Iterator[R]:
        """Add the articles made of tasks, each in place of those that share one of its keys.

        Between two of them anything else may be done with the writer but `commit`.

        Args:
            tasks: anything that can be pickled; no two may make articles that share a key.
            prepare: yields the fields of each article that a task makes, and returns something
                to tell; a function of a module, or a `partial` of one, for other processes may
                be to do it.

        Yields:
            What was told of each task, as each is done, which is not in their order when
            several processes share them.

        Raises:
            WorkFailedError: a task or `prepare` can't be sent to another process, that process
                can't go on, or `prepare` raised anything but a SearchError or a MemoryError.
        """
        self._check_state()
        if self._pool is not None:
            yield from self._pool.work(tasks, prepare)
            return
        for task in tasks:
            yield take_each(
                make_fields(prepare, task), lambda fields: self.update_document(**fields)
            )

    def update_document(self, **fields: Any) -> None:
        """Add an article in place of those that share one of its keys."""
        for name in self._layout.keys:
            if name in fields and self.schema[name].unique:
                self.remove(name, fields[name])
        self.add_document(**fields)

    # Removing

    def remove(self, name: str, key: str) -> int:
        """Remove the articles that have a key, committed or not; give how many there were.

        Cost: a look at each segment; with other processes, the articles they have in memory
        are written first.
        """
        self._check_state()
        if self._pool is not None and self._pool.dirty:
            self.flush()
        return self._remove(name, key.encode()) + self._buffer.remove(name, key.encode())

    def _remove(self, name: str, key: bytes) -> int:
        if not self._held:
            self._held = [(one, one.arrays(self.storage)) for one in self.segments]
        return sum(
            segment.remove(self.storage, name, key)
            for segment, arrays in self._held
            if arrays.keys[name].lexicon.find(key) is not None
        )

    def _replace(self, keys: list[tuple[str, bytes]]) -> None:
        """Remove what shares a key with an article that another process has just taken."""
        for name, key in keys:
            if self.schema[name].unique:
                self._remove(name, key)

    def delete_by_term(self, fieldname: str, text: str, searcher: Any = None) -> int:
        """Remove the articles that have a term; give how many."""
        if fieldname in self._layout.keys:
            return self.remove(fieldname, text)
        count: int = super().delete_by_term(fieldname, text, searcher=searcher)
        return count

    # Writing

    def flush(self) -> None:
        """Write what has gathered in memory as segments. They don't show before a commit."""
        self._buffer.flush()
        if self._pool is not None and self._pool.dirty:
            self._buffer.segments.extend(self._pool.collect())

    def checkpoint(self) -> list[Any]:
        """Make what was done so far visible and safe, and go on.

        Gives what was told of tasks of `work` that were done meanwhile; it isn't yielded again.
        """
        self._check_state()
        self.flush()
        self._publish(self._merged([*self.segments, *self._buffer.segments], whole=False))
        self.generation += 1
        return self._pool.hear() if self._pool else []

    def commit(  # type: ignore[override]  # SegmentWriter narrows it too
        self, mergetype: None = None, optimize: bool = False, merge: bool = True
    ) -> None:
        """Make everything visible and safe, and let go of the lock.

        Args:
            mergetype: nothing else than None; segments merge by tiers.
            optimize: merge as far as segments may grow.
            merge: False to leave all segments as they are.
        """
        self._check_state()
        try:
            self.flush()
            if merge:
                fresh = self._merged(self._buffer.segments, whole=True)
                self._publish(self._merged([*self.segments, *fresh], whole=optimize))
            else:
                self._publish([*self.segments, *self._buffer.segments])
        except BaseException:
            self.cancel()
            raise
        self._finish()

    def _publish(self, segments: list[ArraySegment]) -> None:
        self._commit_toc(segments)
        self.segments = segments
        self._held = []
        self._buffer.segments = []
        self._setup_doc_offsets()

    def _commit_toc(self, segments: list[ArraySegment]) -> None:
        folder = self.storage.folder
        self.mark = save_contents(folder, self.indexname, self.generation, segments, self.noted)
        clean_files(self.storage, self.indexname, self.generation, segments)

    def cancel(self) -> None:  # type: ignore[override]  # likewise
        """Forget everything since the last commit or checkpoint, and let go of the lock."""
        self._check_state()
        # What a table of contents names already must stay, even if publishing it failed after.
        if not self.storage.file_exists(f"_{self.indexname}_{self.generation}.toc"):
            if self._pool is not None:
                self._pool.close(drop=True)
                self._pool = None
                self._sweep()
            self._buffer.discard()
        self._finish()

    def _sweep(self) -> None:
        """Remove the files of processes that were stopped before they could tell of them."""
        named = {segment.filename for segment in self.segments}
        for file in Path(self.storage.folder).glob(f"{self.indexname}_*{SUFFIX}"):
            if file.name not in named:
                file.unlink(missing_ok=True)

    def _finish(self) -> None:
        if self._pool is not None:
            self._pool.close(drop=False)
        super()._finish()

    # Merging

    def _merged(self, segments: list[ArraySegment], *, whole: bool) -> list[ArraySegment]:
        segments = [s for s in segments if s.doc_count()]
        sizes = [SegmentSize(s.doc_count(), s.deleted_count()) for s in segments]
        ranges = plan(sizes, whole=whole)
        groups = [segments[low:high] for low, high in ranges]
        result: list[ArraySegment] = []
        done = 0
        for (low, high), joined in zip(ranges, self._joined(groups), strict=True):
            result.extend(segments[done:low])
            result.append(joined)
            done = high
        return result + segments[done:]

    def _joined(self, groups: list[list[ArraySegment]]) -> list[ArraySegment]:
        """Merge each group of segments into a new one."""
        if self._pool is not None:
            made = self._pool.join(groups)
        else:
            place = self.storage, self.indexname
            made = [join_segments(*place, group, self._cancelled) for group in groups]
        self._buffer.segments.extend(made)
        return made

    # What SegmentWriter does between these

    def get_segment(self) -> Any:
        """There is no segment in the making that Whoosh could see."""
        raise NotImplementedError

    def doc_count(self) -> int:
        """Tell how many articles gather in this process's memory."""
        return self._buffer.count
