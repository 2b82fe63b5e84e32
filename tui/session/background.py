"""Work that goes on beside what the user does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.dom import DOMNode
    from textual.worker import Worker

P = ParamSpec("P")


def in_background(
    node: DOMNode, work: Callable[P, Awaitable[object]], *args: P.args, **named: P.kwargs
) -> None:
    """Have work done in the event loop, which ends with the node that owns it.

    It isn't called before its turn: a coroutine that was made beforehand, and whose owner is gone by then,
    would never be awaited, which Python warns of.
    """

    async def run() -> None:
        await work(*args, **named)

    _: Worker[None] = node.run_worker(run)
