"""Work in a thread that tells what it comes to while it goes on."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING, Generic, TypeVar

from tui.session.background import in_background

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from textual.dom import DOMNode

    from search import SearchError

T = TypeVar("T")

_TELL_EVERY = 0.1


class ToldWork(Generic[T]):
    """Goes through a generator in a thread, and tells in the event loop what that yields.

    Nothing is told any more while the node is being removed; the thread then ends after its step.

    Args:
        node: the screen or widget that owns the work.
        told: takes what was yielded since the last time, at least one thing.
        done: called once the generator has come to its end, or was stopped.
        failed: takes the SearchError that it ended with instead.
    """

    def __init__(
        self,
        node: DOMNode,
        told: Callable[[list[T]], object],
        done: Callable[[], object],
        failed: Callable[[SearchError], object],
    ) -> None:
        self._node = node
        self._told = told
        self._done = done
        self._failed = failed
        self._came: deque[T] = deque()
        self._running = self._stopped = False

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self._running

    @property
    def stopped(self) -> bool:
        """Whether it was stopped, or its node is gone; polled by long work."""
        return self._stopped or not self._node.is_running

    def begin(self, work: Callable[[], Generator[T, None, None]]) -> None:
        """Go through what a function gives, which is called in the thread; nothing else may be going on."""
        self._running, self._stopped = True, False
        in_background(self._node, self._run, work)

    def stop(self) -> None:
        """Have it end after the step that it is at."""
        self._stopped = True

    async def _run(self, work: Callable[[], Generator[T, None, None]]) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        timer = self._node.set_interval(_TELL_EVERY, self._tell)
        error: SearchError | None = None
        try:
            await asyncio.to_thread(self._go, work)
        except SearchError as raised:
            error = raised
        finally:
            timer.stop()
            self._running = False
        self._tell()
        if self._node.is_running:
            self._done() if error is None else self._failed(error)

    def _go(self, work: Callable[[], Generator[T, None, None]]) -> None:
        with closing(work()) as steps:
            for one in steps:
                self._came.append(one)
                if self.stopped:
                    return

    def _tell(self) -> None:
        """Tell what has come, if anything."""
        came = [self._came.popleft() for _ in range(len(self._came))]
        if came and self._node.is_running:
            self._told(came)
