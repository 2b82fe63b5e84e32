"""Changes of marks, made in threads one after another."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Desk

T = TypeVar("T")


class ChangeQueue:
    """Makes changes in the order in which they were asked for.

    Args:
        desk: gives the library; called in a thread.
    """

    def __init__(self, desk: Callable[[], Desk]) -> None:
        self._desk = desk
        self._turn = asyncio.Lock()

    async def make(self, change: Callable[[Desk], T]) -> T:
        """Make a change in a thread, after those before it; give what it gives, raise what it raises."""
        async with self._turn:
            return await asyncio.to_thread(lambda: change(self._desk()))

    async def fault(self, change: Callable[[Desk], object]) -> str:
        """Make a change; say in one line why it can't be made, nothing once it is."""
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        try:
            await self.make(change)
        except SearchError as error:
            return str(error)
        return ""

    async def finish(self) -> None:
        """Wait until the changes asked for so far are made."""
        async with self._turn:
            return
