"""The session with one library, which is opened and synced in threads."""

from __future__ import annotations

import asyncio
import gc
import time
from threading import Event
from typing import TYPE_CHECKING

from search import is_archive, named_path
from tui.session.background import in_background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.dom import DOMNode

    from search import Desk, FirstPage, SearchError, SyncProgress
    from tui.session.listener import SessionListener
    from tui.settings import Settings

_NOTIFY_EVERY = 0.1
_PAINT = 0.05
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
"""Seconds before an archive is asked again that failed: at first, and at most."""


class Session:
    """Owns the `Desk` of one library.

    Args:
        node: the screen that owns the work; the work ends with it.
        library: the folder or file.
        chosen: what the settings say.

    Attributes:
        library: the folder or file.
        chosen: what the settings said at the start.
        syncing: whether a sync is running.
        articles: how many articles the library has, as far as is known.
    """

    def __init__(
        self,
        node: DOMNode,
        library: Path,
        chosen: Settings,
    ) -> None:
        self.library = library
        self.chosen = chosen
        self.syncing = False
        self.articles = 0
        self._node = node
        self._desk: Desk | None = None
        self._error: SearchError | None = None
        self._open_finished = Event()
        self._closed = False
        self._next: Path | None = None
        self._later: Callable[[], object] | None = None
        self._listener: SessionListener

    @property
    def desk(self) -> Desk:
        """The desk; waits while it is being opened, raises SearchError if that fails."""
        self._open_finished.wait()
        if self._desk is None:
            raise self._error or RuntimeError("the library is closed")
        return self._desk

    @property
    def is_open(self) -> bool:
        """Whether the library is open."""
        return self._desk is not None

    def open(self, listener: SessionListener, *, show_first_page: bool) -> None:
        """Open the library; `show_first_page` first shows what the last run saved, if anything."""
        self._listener = listener
        in_background(self._node, self._open, show_first_page=show_first_page)

    @property
    def cookies(self) -> Path | None:
        """The file of cookies that the settings name, None without one."""
        return named_path(self.chosen.cookies) if self.chosen.cookies is not None else None

    def sync(self, only: Path | None = None, then: Callable[[], object] | None = None) -> None:
        """Bring the index up to date, by a look at one file or all.

        While a sync is running all is looked at already; a file that changed meanwhile comes next,
        and so does all if something is to be done once what is there now is in the index: `then`,
        which is called after the listener.
        """
        if not self.syncing:
            self.syncing = True
            in_background(self._node, self._sync, only, then)
        elif then is not None:
            self._later = then
        elif only is not None:
            self._next = only

    def post_notices(self) -> None:
        """Give the listener the desk's new notices."""
        if self._desk is not None and (sentences := self._desk.hear()):
            self._notify(self._listener.notices_posted, sentences)

    def update_count(self, articles: int) -> bool:
        """Set the number of articles; tell whether it has changed."""
        before, self.articles = self.articles, articles
        return articles != before

    def close(self) -> None:
        """Stop all work and close the library."""
        self._closed = True
        self._open_finished.set()
        if self._desk is not None:
            self._desk.close()

    def _notify(self, method: Callable[..., object], *values: object) -> None:
        """Call a method of the listener in the event loop, after earlier calls."""
        self._node.call_later(method, *values)

    async def _open(self, *, show_first_page: bool) -> None:
        if show_first_page and (found := await asyncio.to_thread(self._load_first_page)):
            self.articles = found.answer.total
            self._notify(self._listener.first_page_loaded, found)
            # Wait for it to be painted, as loading the engine would block that.
            await asyncio.sleep(_PAINT)
        await asyncio.to_thread(self._make_desk)
        pause = _FIRST_PAUSE
        while self._error is not None and is_archive(str(self.library)) and not self._closed:
            self._notify(self._listener.failed, self._error)
            await asyncio.sleep(pause)  # an archive comes back, unlike a folder
            pause = min(2 * pause, _LONGEST_PAUSE)
            await asyncio.to_thread(self._make_desk)
        if self._error is not None:
            self._notify(self._listener.failed, self._error)
        elif not self._closed:
            self._notify(self._listener.library_opened)
        self.post_notices()

    def _load_first_page(self) -> FirstPage | None:
        from search import SearchError, load_first_page  # noqa: PLC0415 - not before the first frame

        try:
            return load_first_page(self.library)
        except SearchError:
            return None  # opening the desk reports why

    def _make_desk(self) -> None:
        # The first frame is drawn by now: the search library and Whoosh load here.
        from search import Desk, SearchError  # noqa: PLC0415 - see above

        chosen = self.chosen
        try:
            desk = Desk(
                self.library,
                memory=chosen.memory << 20,
                names=chosen.names,
                columns=chosen.columns,
                archives=chosen.archives,
            )
            try:
                self.articles = desk.articles
            except SearchError:
                desk.close()
                raise
            self._desk, self._error = desk, None
        except SearchError as error:
            self._error = error
        finally:
            self._open_finished.set()
            # Everything permanent is loaded by now; see tui.__main__.
            gc.freeze()
            gc.enable()

    async def _sync(self, only: Path | None, then: Callable[[], object] | None) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        loop = asyncio.get_running_loop()
        last = 0.0

        def progress(value: SyncProgress) -> None:
            nonlocal last
            now = time.monotonic()
            due = now - last >= _NOTIFY_EVERY or value.done == value.total
            if due and not self._closed:
                last = now
                loop.call_soon_threadsafe(self._notify, self._listener.progressed, value)

        try:
            report = await asyncio.to_thread(
                lambda: self.desk.sync(progress, lambda: self._closed, only=only)
            )
        except SearchError as error:
            self.syncing = False
            self._notify(self._listener.failed, error)
        else:
            self.syncing = False
            self.articles = report.articles
            self._notify(self._listener.synced, report)
        self.post_notices()
        if then is not None:
            self._notify(then)
        self._go_on()

    def _go_on(self) -> None:
        """Sync again if that was wanted meanwhile."""
        following, self._next = self._next, None
        later, self._later = self._later, None
        if later is not None and not self._closed:
            self.sync(then=later)
        elif following is not None and not self._closed:
            self.sync(following)
