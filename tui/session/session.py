"""One library, opened for a screen: opened and synced in threads."""

from __future__ import annotations

import asyncio
import gc
import time
from threading import Event
from typing import TYPE_CHECKING

from tui.settings import MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.dom import DOMNode

    from search import Desk, FirstPage, SearchError, SyncProgress
    from tui.session.listener import SessionListener

_TELL_EVERY = 0.1
_PAINT = 0.05


class Session:
    """Owns the desk of one library.

    Args:
        node: what the work belongs to; it ends with it.
        library: the folder or file.
        memory: bytes that indexing may take.

    Attributes:
        library: the folder or file.
        syncing: whether changed files are looked for.
        articles: how many the library has, as far as is known.
    """

    def __init__(self, node: DOMNode, library: Path, memory: int = MEMORY << 20) -> None:
        self.library = library
        self.syncing = False
        self.articles = 0
        self._node = node
        self._memory = memory
        self._desk: Desk | None = None
        self._error: SearchError | None = None
        self._tried = Event()
        self._closed = False
        self._listener: SessionListener

    @property
    def desk(self) -> Desk:
        """The desk; waits while it is being opened, raises SearchError if it can't be."""
        self._tried.wait()
        if self._desk is None:
            raise self._error or RuntimeError("the library is closed")
        return self._desk

    @property
    def opened(self) -> bool:
        """Whether there is a desk."""
        return self._desk is not None

    def open(self, listener: SessionListener, *, front: bool) -> None:
        """Open the library; the listener is told, with `front` perhaps of the first page before."""
        self._listener = listener
        self._node.run_worker(self._open(front=front))

    def sync(self) -> None:
        """Bring the index up to date, unless that is going on."""
        if not self.syncing:
            self.syncing = True
            self._node.run_worker(self._sync())

    def hear(self) -> None:
        """Pass on what the desk has to say besides answers."""
        if self._desk is not None and (sentences := self._desk.hear()):
            self._tell(self._listener.noted, sentences)

    def grown(self, articles: int) -> bool:
        """Note how many articles there are; tell whether that is news."""
        before, self.articles = self.articles, articles
        return articles != before

    def close(self) -> None:
        """Stop what goes on and let go of the files."""
        self._closed = True
        self._tried.set()
        if self._desk is not None:
            self._desk.close()

    def _tell(self, method: Callable[..., None], *values: object) -> None:
        """Tell the listener, in the event loop, after what was told before."""
        self._node.call_later(method, *values)

    async def _open(self, *, front: bool) -> None:
        if front and (found := await asyncio.to_thread(self._read_front)):
            self.articles = found.answer.total
            self._tell(self._listener.fronted, found)
            # Painted before the engine loads, which would keep the interpreter from painting.
            await asyncio.sleep(_PAINT)
        await asyncio.to_thread(self._make_desk)
        if self._error is not None:
            self._tell(self._listener.failed, self._error)
        else:
            self._tell(self._listener.opened)
        self.hear()

    def _read_front(self) -> FirstPage | None:
        from search import SearchError, load_first_page  # noqa: PLC0415 - not before the first frame

        try:
            return load_first_page(self.library)
        except SearchError:
            return None  # opening the desk says why

    def _make_desk(self) -> None:
        # The first frame is drawn by now: the search library and Whoosh load here.
        from search import Desk, SearchError  # noqa: PLC0415 - see above

        try:
            desk = Desk(self.library, memory=self._memory)
            self.articles = desk.articles
            self._desk = desk
        except SearchError as error:
            self._error = error
        finally:
            self._tried.set()
            # All that stays for good is loaded by now; see tui.__main__.
            gc.freeze()
            gc.enable()

    async def _sync(self) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        loop = asyncio.get_running_loop()
        told = 0.0

        def progress(value: SyncProgress) -> None:
            nonlocal told
            now = time.monotonic()
            due = now - told >= _TELL_EVERY or value.done == value.total
            if due and not self._closed:
                told = now
                loop.call_soon_threadsafe(self._tell, self._listener.progressed, value)

        try:
            report = await asyncio.to_thread(self.desk.sync, progress, lambda: self._closed)
        except SearchError as error:
            self.syncing = False
            self._tell(self._listener.failed, error)
        else:
            self.syncing = False
            self.articles = report.articles
            self._tell(self._listener.synced, report)
        self.hear()
