"""Whoosh's writer over arrays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.writing import SegmentWriter

from search.index.engine.codec import ArrayCodec
from search.index.engine.fields import layout_of
from search.index.engine.gathering import Gathering
from search.index.engine.partner import Partner
from search.index.engine.segment import ArraySegment
from search.index.making.merge import merge
from search.index.making.source import Source
from search.index.making.tiers import Size, plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from whoosh.index import FileIndex

MEMORY = 512 << 20
"""Bytes that writing may take at its peak, the program's own included."""
_RESERVED = 208 << 20
"""What the program, its libraries and the vocabulary take of them."""
_RESERVED_TWICE = 160 << 20
"""What a second process takes."""
_LEAST = 8 << 20
_BATCH = 250
"""Articles handed to a second process at a time."""


def _never() -> bool:
    return False


class ArrayWriter(SegmentWriter):
    """Adds and removes articles. What it does shows once `commit` or `checkpoint` returns.

    Articles gather in memory; when they fill their share they become a segment on disk. A
    commit merges segments by tiers. At any moment another process may read the last commit.
    """

    def __init__(
        self,
        index: FileIndex,
        *,
        memory: int = MEMORY,
        procs: int = 1,
        cancelled: Callable[[], bool] = _never,
        **asked: Any,
    ) -> None:
        """Take the index's lock; raise whoosh.index.LockError if another has it.

        Args:
            index: an index in an `ArrayStorage`.
            memory: bytes that may be used at the peak, by all processes.
            procs: 2 to have a second process take half of the work; it pays from some
                thousand articles on.
            cancelled: asked while segments merge; InterruptedError is raised once it says so.
            asked: see SegmentWriter.
        """
        super().__init__(index, codec=ArrayCodec(), compound=False, **asked)
        self._layout = layout_of(self.schema)
        self._cancelled = cancelled
        self._partner: Partner | None = None
        budget = memory - _RESERVED
        if procs > 1:
            budget = (budget - _RESERVED_TWICE) // 2
        place = self.storage, self.indexname, self._layout, max(_LEAST, budget)
        self._gathering = Gathering(*place)
        self._batch: list[dict[str, Any]] = []
        self._batch_keys: set[tuple[str, bytes]] = set()
        if procs > 1:
            self._partner = Partner(*place)

    # Adding

    def add_document(self, **fields: Any) -> None:
        """Add an article. Fields of stems are ignored: they follow from those of words."""
        self._check_state()
        self._check_fields(self.schema, fields)
        taken = {name: self._value(name, value) for name, value in fields.items()}
        if self._partner is None:
            self._gathering.add(taken)
            return
        self._batch.append(taken)
        self._batch_keys.update((name, taken[name]) for name in self._layout.keys if name in taken)
        if len(self._batch) == _BATCH:
            self._dispatch()

    def _value(self, name: str, value: Any) -> Any:
        if isinstance(value, str) and name not in self._layout.words:
            return value.encode()
        return value

    def _dispatch(self) -> None:
        """Give a batch to whoever is free."""
        batch, self._batch = self._batch, []
        self._batch_keys.clear()
        if self._partner is not None and self._partner.free:
            self._partner.add(batch)
        else:
            for fields in batch:
                self._gathering.add(fields)

    def update_document(self, **fields: Any) -> None:
        """Add an article in place of those that share one of its keys."""
        for name in self._layout.keys:
            if name in fields and self.schema[name].unique:
                self.remove(name, fields[name])
        self.add_document(**fields)

    # Removing

    def remove(self, name: str, key: str) -> int:
        """Remove the articles that have a key, committed or not; give how many there were.

        Cost: a look at each segment.
        """
        self._check_state()
        raw = key.encode()
        if (name, raw) in self._batch_keys:
            self._dispatch()
        count: int = sum(segment.remove(self.storage, name, raw) for segment in self.segments)
        count += self._gathering.remove(name, raw)
        if self._partner is not None:
            count += self._partner.remove(name, raw)
        return count

    def delete_by_term(self, fieldname: str, text: str, searcher: Any = None) -> int:
        """Remove the articles that have a term; give how many."""
        if fieldname in self._layout.keys:
            return self.remove(fieldname, text)
        count: int = super().delete_by_term(fieldname, text, searcher=searcher)
        return count

    # Writing

    def flush(self) -> None:
        """Write what has gathered in memory as segments. They don't show before a commit."""
        if self._batch:
            self._dispatch()
        self._gathering.flush()
        if self._partner is not None:
            self._gathering.segments.extend(self._partner.collect())

    def checkpoint(self) -> None:
        """Make what was done so far visible and safe, and go on."""
        self._check_state()
        self.flush()
        self._publish([*self.segments, *self._gathering.segments])
        self.generation += 1

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
                fresh = self._merged(self._gathering.segments, whole=True)
                self._publish(self._merged([*self.segments, *fresh], whole=optimize))
            else:
                self._publish([*self.segments, *self._gathering.segments])
        except BaseException:
            self.cancel()
            raise
        self._finish()

    def _publish(self, segments: list[ArraySegment]) -> None:
        self._commit_toc(segments)
        self.segments = segments
        self._gathering.segments = []
        self._setup_doc_offsets()

    def cancel(self) -> None:  # type: ignore[override]  # likewise
        """Forget everything since the last commit or checkpoint, and let go of the lock."""
        self._check_state()
        # What a table of contents names already must stay, even if publishing it failed after.
        if not self.storage.file_exists(f"_{self.indexname}_{self.generation}.toc"):
            self._gathering.discard()
        self._finish()

    def _finish(self) -> None:
        if self._partner is not None:
            self._partner.close()
        super()._finish()

    # Merging

    def _merged(self, segments: list[ArraySegment], *, whole: bool) -> list[ArraySegment]:
        segments = [s for s in segments if s.doc_count()]
        sizes = [Size(s.doc_count(), s.deleted_count()) for s in segments]
        result: list[ArraySegment] = []
        done = 0
        for low, high in plan(sizes, whole=whole):
            result.extend(segments[done:low])
            result.append(self._joined(segments[low:high]))
            done = high
        return result + segments[done:]

    def _joined(self, segments: list[ArraySegment]) -> ArraySegment:
        """Merge segments into a new one."""
        sources = [Source(s.arrays(self.storage), s.alive()) for s in segments]
        made = ArraySegment(self.indexname)
        seal = merge(sources, Path(self.storage.folder, made.filename), self._cancelled)
        made.written(sum(source.count for source in sources), seal)
        self._gathering.segments.append(made)
        return made

    # What SegmentWriter does between these

    def get_segment(self) -> Any:
        """There is no segment in the making that Whoosh could see."""
        raise NotImplementedError

    def doc_count(self) -> int:
        """Tell how many articles gather in this process's memory."""
        return self._gathering.count
