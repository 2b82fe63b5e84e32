"""Syncing by itself when something in the library's folder changes."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.dom import DOMNode

    from search import FolderWatch
    from tui.session.session import Session

_SHARE = 1.0
"""How many times as long as a sync took the next one is put off: changes without end take half the time."""
_STREAM = 10.0
"""Seconds between two syncs while articles are brought in here, which both would slow the other down."""
_AGAIN, _LATEST = 2.0, 60.0
"""Seconds after which a sync is tried again that couldn't be done, as when another program writes: at
first, and at most, as each time in a row doubles them."""


class ChangeWatch:
    """Has a session sync after changes, never while it does already.

    Args:
        node: the screen that owns the work; it calls `end`.
        session: the library.
        streaming: tells whether articles are being brought in here, one after another.
    """

    def __init__(self, node: DOMNode, session: Session, streaming: Callable[[], bool]) -> None:
        self._node = node
        self._session = session
        self._watch: FolderWatch | None = None
        self._ended = False
        self._changed: set[Path | None] = set()
        self._begun: float | None = None
        self._streaming = streaming
        self._due = self._ended_at = 0.0
        self._again = _AGAIN
        self._waiting = False

    def begin(self) -> None:
        """Watch from now on, in a thread."""
        loop = asyncio.get_running_loop()
        # It is waited for at the end of the process: one in foreign code can't be ended then.
        Thread(target=self._listen, args=[loop], name="watch").start()

    def end(self) -> None:
        """Watch no longer."""
        self._ended = True
        if self._watch is not None:
            self._watch.end()

    def synced(self, *, failed: bool = False) -> bool:
        """Note that a sync is over, whoever wanted it; what changed meanwhile comes next.

        Tells whether it was this one's, which is tried again where it failed.
        """
        begun, self._begun = self._begun, None
        now = self._ended_at = time.monotonic()
        if begun is not None:
            self._due = now + (self._again if failed else _SHARE * (now - begun))
            self._again = min(2 * self._again, _LATEST) if failed else _AGAIN
            if failed:
                self._changed.add(None)
        self._go()
        return begun is not None

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear of changes until the end. Runs in a thread of its own."""
        from search import SearchError, watch_library  # noqa: PLC0415 - not before the first frame

        with suppress(SearchError, RuntimeError):  # opening the library says why; the loop is over
            self._watch = watch_library(self._session.library)
            for file in self._watch.changes() if self._watch and not self._ended else ():
                loop.call_soon_threadsafe(self._node.call_later, self._hear, file)

    def _hear(self, file: Path | None) -> None:
        self._changed.add(file)
        self._go()

    def _go(self) -> None:
        """Sync what changed, once that can be done."""
        if self._session.syncing or not self._changed or self._ended or self._waiting:
            return
        due = max(self._due, self._ended_at + _STREAM) if self._streaming() else self._due
        if (left := due - time.monotonic()) > 0:
            self._waiting = True
            self._node.set_timer(left, self._wake)
            return
        changed, self._changed = self._changed, set()
        self._begun = time.monotonic()
        self._session.sync(changed.pop() if len(changed) == 1 else None)

    def _wake(self) -> None:
        self._waiting = False
        self._go()
