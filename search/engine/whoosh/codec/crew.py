"""The processes that share the work of a writer."""

from __future__ import annotations

from collections import deque
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from search.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.engine.whoosh.codec.partner import Partner
    from search.engine.whoosh.codec.segment import ArraySegment

_BATCH = 32
"""Tasks handed over at a time."""
_AHEAD = 2
"""Batches that lie with a process, so that it needn't wait for the next."""
_LOOK = 0.1
"""Seconds between two looks whether to go on."""


class Crew:
    """Some processes, each with articles of its own in memory."""

    def __init__(
        self,
        partners: Sequence[Partner],
        replace: Callable[[list[tuple[str, bytes]]], None],
        cancelled: Callable[[], bool],
        joins: int,
    ) -> None:
        """Lead processes.

        Args:
            partners: those that take part.
            replace: called with the keys of each article that was made, before the segment
                that holds it can be collected.
            cancelled: asked while waiting; CancelledError is raised once it says so.
            joins: how many may merge segments at a time, which takes the most memory.
        """
        self._joins = joins
        self._partners = partners
        self._replace = replace
        self._cancelled = cancelled
        self._told: deque[Any] = deque()
        self._segments: list[ArraySegment] = []
        self._joined: dict[Partner, ArraySegment] = {}
        self.dirty = False

    def work(self, tasks: Iterable[Any], prepare: Callable[[Any], Any]) -> Iterator[Any]:
        """Have an article made of each task; yield what was told of each, as it is done.

        `collect` and `hear` may be called between two of them.
        """
        batches = iter(_batches(tasks))
        for partner in self._partners:
            partner.send("prepare", prepare)
        while True:
            while free := [one for one in self._partners if one.away < _AHEAD]:
                if not (batch := next(batches, None)):
                    break
                partner = min(free, key=lambda one: one.away)
                partner.send("batch", batch)
                partner.away += 1
                self.dirty = True
            if not (self._told or any(partner.away for partner in self._partners)):
                return
            while self._told:
                yield self._told.popleft()
            if any(partner.away for partner in self._partners):
                self._wait()

    def collect(self) -> list[ArraySegment]:
        """Wait until all that was handed over is in segments, and give them."""
        for partner in self._partners:
            partner.send("collect")
            partner.away += 1
        while any(partner.away for partner in self._partners):
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
        doing: dict[Partner, int] = {}
        while pending or doing:
            for partner in self._partners:
                if pending and partner not in doing and len(doing) < self._joins:
                    doing[partner], segments = pending.pop(0)
                    partner.send("join", list(segments))
                    partner.away += 1
            self._wait()
            for partner in [one for one in doing if not one.away]:
                joined[doing.pop(partner)] = self._joined.pop(partner)
        return [joined[number] for number in sorted(joined)]

    def close(self, *, drop: bool) -> None:
        """End the processes; at once, with `drop`."""
        for partner in self._partners:
            partner.close(drop=drop)

    def _wait(self) -> None:
        """Wait for answers and take those that are there."""
        lines = {partner.line: partner for partner in self._partners if partner.away}
        while not (ready := wait(list(lines), _LOOK)):
            if self._cancelled():
                raise CancelledError
        for line in ready:
            self._take(lines[line])  # type: ignore[index]  # they are those waited for

    def _take(self, partner: Partner) -> None:
        verb, told = partner.take()
        partner.away -= 1
        match verb:
            case "done":
                for keys, what in told:
                    self._replace(keys)
                    self._told.append(what)
            case "segments":
                self._segments.extend(told)
            case _:
                self._joined[partner] = told


def _batches(tasks: Iterable[Any]) -> Iterator[list[Any]]:
    pending = iter(tasks)
    while batch := list(islice(pending, _BATCH)):
        yield batch
