"""Seeing what other processes mark, within a second."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.session.background import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from search import Desk

_LOOK_EVERY = 0.8
"""Seconds between two looks."""


class MarksWatch:
    """Looks now and then whether any process has changed marks, this one included.

    Args:
        node: the screen that owns the work; the work ends with it.
        desk: gives the library; called in a thread.
        changed: called in the event loop after a change.
    """

    def __init__(
        self, node: DOMNode, desk: Callable[[], Desk], changed: Callable[[], object]
    ) -> None:
        self._node = node
        self._desk = desk
        self._changed = changed
        self._seen: tuple[int, ...] | None = None
        self._looking = False

    def begin(self) -> None:
        """Look from now on."""
        self._node.set_interval(_LOOK_EVERY, self._look)
        self._look()

    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            in_background(self._node, self._compare_versions)

    async def _compare_versions(self) -> None:
        try:
            before = self._seen
            self._seen = await asyncio.to_thread(self._version)
        finally:
            self._looking = False
        if before is not None and before != self._seen and self._node.is_running:
            self._changed()

    def _version(self) -> tuple[int, ...]:
        return self._desk().marks.store.version()
