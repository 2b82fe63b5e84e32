"""The processes that share the work of a writer."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from itertools import islice
from selectors import EVENT_READ, EVENT_WRITE, PollSelector
from typing import TYPE_CHECKING, Any

from search.engine.whoosh.codec.fault import WorkFailedError
from search.engine.whoosh.codec.partner import dismiss
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
    """Some processes, each with articles of its own in memory.

    Once one of them fails, or is told what it can't be, or waiting is interrupted, all have ended:
    what the others have is of no use without it. Every method but `hear` and `close` raises what
    was met, and WorkFailedError from then on.
    """

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
        self._ended = False
        self.dirty = False

    def work(self, tasks: Iterable[Any], prepare: Callable[[Any], Any]) -> Iterator[Any]:
        """Have an article made of each task; yield what was told of each, as it is done.

        `collect` and `hear` may be called between two of them.
        """
        batches = iter(_batches(tasks))
        for partner in self._partners:
            self._send(partner, "prepare", prepare)
        while True:
            while free := [one for one in self._partners if one.away < _AHEAD]:
                if not (batch := next(batches, None)):
                    break
                partner = min(free, key=lambda one: one.away)
                self._send(partner, "batch", batch)
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
            self._send(partner, "collect")
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
                    self._send(partner, "join", list(segments))
            self._wait()
            for partner in [one for one in doing if not one.away]:
                joined[doing.pop(partner)] = self._joined.pop(partner)
        return [joined[number] for number in sorted(joined)]

    def close(self, *, drop: bool) -> None:
        """End the processes; at once, with `drop`. Takes a few seconds at most."""
        self._ended = True
        dismiss(self._partners, drop=drop)

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

    def _send(self, partner: Partner, verb: str, *what: Any) -> None:
        with self._together():
            partner.send(verb, *what)

    def _wait(self) -> None:
        """Wait a moment for answers and take those that are there."""
        with self._together():
            self._look()
            if self._cancelled():
                raise CancelledError
            for partner in self._partners:
                partner.flush()
                for verb, told in partner.answers():
                    self._take(partner, verb, told)

    def _look(self) -> None:
        """Wait until a process answers, or takes more of what it was sent, but not for long."""
        with PollSelector() as selector:
            for partner in self._partners:
                wanted = EVENT_READ | EVENT_WRITE if partner.full else EVENT_READ
                selector.register(partner.line, wanted)
            selector.select(_LOOK)

    def _take(self, partner: Partner, verb: str, told: Any) -> None:
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
