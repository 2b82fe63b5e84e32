"""A pool of worker processes for a writer."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from search.errors import CancelledError
from search.processes.work_errors import WorkFailedError
from search.processes.worker import stop_workers, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.engine.whoosh.codec.array_codec import ArraySegment
    from search.processes.worker import Worker

_BATCH = 32
"""Tasks handed over at a time."""
_AHEAD = 2
"""Batches that lie with a process, so that it needn't wait for the next."""
_LOOK = 0.1
"""Seconds between two looks whether to go on."""


class Pool:
    """Worker processes, each with a segment buffer of its own.

    Once one of them fails, or is told what it can't be, or waiting is interrupted, all have ended:
    what the others have is of no use without it. Every method but `hear` and `close` raises what
    was met, and WorkFailedError from then on.
    """

    def __init__(
        self,
        workers: Sequence[Worker],
        replace: Callable[[list[tuple[str, bytes]]], None],
        cancelled: Callable[[], bool],
        joins: int,
    ) -> None:
        """Lead processes.

        Args:
            workers: those that take part.
            replace: called with the keys of each article that was made, before the segment
                that holds it can be collected.
            cancelled: asked while waiting; CancelledError is raised once it says so.
            joins: how many may merge segments at a time, which takes the most memory.
        """
        self._joins = joins
        self._workers = workers
        self._replace = replace
        self._cancelled = cancelled
        self._told: deque[Any] = deque()
        self._segments: list[ArraySegment] = []
        self._joined: dict[Worker, ArraySegment] = {}
        self._ended = False
        self.dirty = False

    def work(self, tasks: Iterable[Any], prepare: Callable[[Any], Any]) -> Iterator[Any]:
        """Have an article made of each task; yield what was told of each, as it is done.

        `collect` and `hear` may be called between two of them.
        """
        batches = iter(_batches(tasks))
        for worker in self._workers:
            self._send(worker, "prepare", prepare)
        while True:
            while free := [one for one in self._workers if one.away < _AHEAD]:
                if not (batch := next(batches, None)):
                    break
                worker = min(free, key=lambda one: one.away)
                self._send(worker, "batch", batch)
                self.dirty = True
            if not (self._told or any(worker.away for worker in self._workers)):
                return
            while self._told:
                yield self._told.popleft()
            if any(worker.away for worker in self._workers):
                self._wait()

    def collect(self) -> list[ArraySegment]:
        """Wait until all that was handed over is in segments, and give them."""
        for worker in self._workers:
            self._send(worker, "collect")
        while any(worker.away for worker in self._workers):
            self._wait()
        self.dirty = False
        found, self._segments = self._segments, []
        return found

    def hear(self) -> list[Any]:
        """Give what was told and not yielded yet; it won't be any more."""
        heard = list(self._told)
        self._told.clear()
        return heard

    def join(self, groups: Iterable[Sequence[ArraySegment]]) -> list[ArraySegment]:
        """Merge each group into one segment; they come in the order of the groups."""
        pending = list(enumerate(groups))
        joined: dict[int, ArraySegment] = {}
        doing: dict[Worker, int] = {}
        while pending or doing:
            for worker in self._workers:
                if pending and worker not in doing and len(doing) < self._joins:
                    doing[worker], segments = pending.pop(0)
                    self._send(worker, "join", list(segments))
            self._wait()
            for worker in [one for one in doing if not one.away]:
                joined[doing.pop(worker)] = self._joined.pop(worker)
        return [joined[number] for number in sorted(joined)]

    def close(self, *, drop: bool) -> None:
        """End the processes; at once, with `drop`. Takes a few seconds at most."""
        self._ended = True
        stop_workers(self._workers, drop=drop)

    @contextmanager
    def _together(self) -> Iterator[None]:
        """End all processes if something fails."""
        if self._ended:
            raise WorkFailedError("the helping processes have ended")
        try:
            yield
        except BaseException:
            self.close(drop=True)
            raise

    def _send(self, worker: Worker, verb: str, *what: Any) -> None:
        with self._together():
            worker.send(verb, *what)

    def _wait(self) -> None:
        """Wait a moment for answers and take those that are there."""
        with self._together():
            wait_for(self._workers, _LOOK)
            if self._cancelled():
                raise CancelledError
            for worker in self._workers:
                worker.flush()
                for verb, told in worker.answers():
                    self._take(worker, verb, told)

    def _take(self, worker: Worker, verb: str, told: Any) -> None:
        match verb:
            case "done":
                for keys, what in told:
                    self._replace(keys)
                    self._told.append(what)
            case "segments":
                self._segments.extend(told)
            case _:
                self._joined[worker] = told


def _batches(tasks: Iterable[Any]) -> Iterator[list[Any]]:
    pending = iter(tasks)
    while batch := list(islice(pending, _BATCH)):
        yield batch
