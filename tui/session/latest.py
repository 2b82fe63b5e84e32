"""Work in a thread of which only the latest request matters."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from search import SearchError

Q = TypeVar("Q")
A = TypeVar("A")


class Latest(Generic[Q, A]):
    """Answers the newest of several requests; one overtaken is never begun, or its answer dropped.

    So is every answer that comes when the node is being removed: what it would be shown in may be
    gone already, while the work ends with the node, a little later.

    Args:
        node: what the work belongs to; it ends with it.
        work: runs in a thread; may raise SearchError.
        done: takes the question and its answer, in the event loop.
        failed: takes the question and what went wrong, likewise.
        late: whether an answer that was overtaken while it was made is still worth taking.
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
        self._wanted: Q | None = None
        self._busy = False

    def ask(self, question: Q) -> None:
        """Ask; an earlier question that is still open is forgotten."""
        self._wanted = question
        if not self._busy:
            self._busy = True
            self._node.run_worker(self._answer(), exit_on_error=True)

    def forget(self) -> None:
        """Want no answer any more."""
        self._wanted = None

    def overtaken(self, question: Q) -> bool:
        """Tell whether a question's answer is wanted no more; long work asks, from its thread."""
        return question is not self._wanted or not self._node.is_running

    async def _answer(self) -> None:
        from search import SearchError  # noqa: PLC0415 - not needed before the first frame

        try:
            while (question := self._wanted) is not None and self._node.is_running:
                try:
                    answer = await asyncio.to_thread(self._work, question)
                except SearchError as error:
                    if not self.overtaken(question):
                        self._wanted = None
                        self._failed(question, error)
                else:
                    overtaken = self.overtaken(question)
                    if not overtaken:
                        self._wanted = None
                    if not overtaken or (self._late and self._node.is_running):
                        self._done(question, answer)
        finally:
            self._busy = False
