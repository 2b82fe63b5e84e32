"""Work in a thread of which only the latest request matters."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

from tui.session.background import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from search import SearchError

Q = TypeVar("Q")
A = TypeVar("A")


class Latest(Generic[Q, A]):
    """Answers the latest of several requests.

    An earlier request is not started any more, or its answer is dropped. Answers that come while
    the node is being removed are dropped too, as the widgets to show them may be gone already.

    Args:
        node: the screen or widget that owns the work; the work ends with it.
        work: runs in a thread; may raise SearchError.
        done: takes the request and its answer, in the event loop.
        failed: takes the request and the error, likewise.
        late: whether to take the answer of a request that was overtaken while it was worked on.
    """

    def __init__(
        self,
        node: DOMNode,
        work: Callable[[Q], A],
        done: Callable[[Q, A], object],
        failed: Callable[[Q, SearchError], object],
        *,
        late: bool = False,
    ) -> None:
        self._node = node
        self._work = work
        self._done = done
        self._failed = failed
        self._late = late
        self._current: Q | None = None
        self._busy = False

    def ask(self, question: Q) -> None:
        """Make a request; it replaces an earlier one that is not answered yet."""
        self._current = question
        if not self._busy:
            self._busy = True
            in_background(self._node, self._answer)

    def forget(self) -> None:
        """Cancel the current request, if any."""
        self._current = None

    def overtaken(self, question: Q) -> bool:
        """Tell whether a request's answer is no longer wanted; polled by long work."""
        return question is not self._current or not self._node.is_running

    async def _answer(self) -> None:
        from search import SearchError  # noqa: PLC0415 - not needed before the first frame

        try:
            while (question := self._current) is not None and self._node.is_running:
                try:
                    answer = await asyncio.to_thread(self._work, question)
                except SearchError as error:
                    if not self.overtaken(question):
                        self._current = None
                        self._failed(question, error)
                else:
                    overtaken = self.overtaken(question)
                    if not overtaken:
                        self._current = None
                    if not overtaken or (self._late and self._node.is_running):
                        self._done(question, answer)
        finally:
            self._busy = False
