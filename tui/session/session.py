"""One library, opened for a screen: everything that takes time, told by messages."""

from __future__ import annotations

import asyncio
import gc
import time
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from tui.session import events
from tui.session.latest import Latest
from tui.session.lit_article import lit
from tui.session.requests import Page, ToRead
from tui.settings import MEMORY

if TYPE_CHECKING:
    from pathlib import Path

    from textual.dom import DOMNode

    from search import (
        ArticleId,
        Desk,
        Front,
        Hit,
        Query,
        Rival,
        SearchError,
        SyncProgress,
    )
    from tui.render.article_page import Reading
    from tui.session.requests import Question, Span, ToFind

_TELL_EVERY = 0.1
_PAINT = 0.05


class Session:
    """Owns the desk of one library. Answers come as messages to `node`.

    A `desk` that is open already is only used: it is never opened, nor to be closed by this.
    """

    def __init__(self, node: DOMNode, library: Path, desk: Desk | None = None) -> None:
        self.library = library
        self._node = node
        self._desk = desk
        self._error: SearchError | None = None
        self._tried = Event()
        if desk is not None:
            self._tried.set()
        self._closed = False
        self.syncing = False
        self.articles = 0
        self.memory = MEMORY << 20
        tell = node.post_message
        self.search: Latest[Question, Page] = Latest(
            node,
            self._search,
            lambda question, page: tell(events.Found(question, page)),
            lambda question, error: tell(events.Faulty(question, error)),
        )
        self.rows: Latest[Span, dict[int, Hit]] = Latest(
            node,
            lambda span: self.desk.rows(
                span.answer, span.places, cancelled=lambda: self.rows.overtaken(span)
            ),
            lambda span, rows: tell(events.Rows(span.answer, rows)),
            lambda _, error: tell(events.Failed(error)),
            late=True,
        )
        self.reading: Latest[ToRead, Reading] = Latest(
            node,
            self._read,
            lambda _, reading: tell(events.Read(reading)),
            lambda _, error: tell(events.Unreadable(error)),
        )
        self.looking: Latest[ToFind, Reading] = Latest(
            node,
            self._look,
            lambda _, reading: tell(events.Looked(reading)),
            lambda _, error: tell(events.Looked(None, error)),
        )
        self.ranking: Latest[ArticleId, list[Rival]] = Latest(
            node,
            lambda article: self.desk.rivals(article, limit=1),
            lambda article, rivals: tell(events.Ranked(article, rivals)),
            lambda _, error: tell(events.Refused(error)),
        )

        self.resolving: Latest[tuple[str, str], tuple[ArticleId, ArticleId]] = Latest(
            node,
            self._resolve,
            lambda _, ids: tell(events.Resolved(*ids)),
            lambda _, error: tell(events.Refused(error)),
        )

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

    def open(self, *, front: bool) -> None:
        """Open the library; `Opened` or `Failed` follows, with `front` perhaps `Fronted` before."""
        self._node.run_worker(self._open(front=front))

    def sync(self) -> None:
        """Bring the index up to date, unless that is going on; `Synced` or `Failed` follows."""
        if not self.syncing:
            self.syncing = True
            self._node.run_worker(self._sync())

    def hear(self) -> None:
        """Pass on what the desk has to say besides answers; `Noted` follows if that is anything."""
        if self._desk is not None and (sentences := self._desk.hear()):
            self._node.post_message(events.Noted(sentences))

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

    async def _open(self, *, front: bool) -> None:
        if front and (found := await asyncio.to_thread(self._read_front)):
            self.articles = found.answer.total
            self._node.post_message(events.Fronted(found))
            # Painted before the engine loads, which would keep the interpreter from painting.
            await asyncio.sleep(_PAINT)
        await asyncio.to_thread(self._make_desk)
        self._node.post_message(events.Failed(self._error) if self._error else events.Opened())
        self.hear()

    def _read_front(self) -> Front | None:
        from search import SearchError, front  # noqa: PLC0415 - not before the first frame

        try:
            return front(self.library)
        except SearchError:
            return None  # opening the desk says why

    def _make_desk(self) -> None:
        # The first frame is drawn by now: the search library and Whoosh load here.
        from search import Desk, SearchError  # noqa: PLC0415 - see above

        try:
            desk = Desk(self.library, memory=self.memory)
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
                loop.call_soon_threadsafe(self._node.post_message, events.Progressed(value))

        try:
            report = await asyncio.to_thread(self.desk.sync, progress, lambda: self._closed)
        except SearchError as error:
            self.syncing = False
            self._node.post_message(events.Failed(error))
        else:
            self.syncing = False
            self.articles = report.articles
            self._node.post_message(events.Synced(report))
        self.hear()

    def _search(self, question: Question) -> Page:
        def overtaken() -> bool:
            return self.search.overtaken(question)

        answer = self.desk.search(
            question.text, question.sort, typing=question.typing, cancelled=overtaken
        )
        self.hear()  # the index may have been mended for it
        if question.typing and not answer.total:
            # No word begins like that, so the last one may as well be misspelt as unfinished.
            finished = self.desk.search(question.text, question.sort, cancelled=overtaken)
            answer = replace(answer, suggestion=finished.suggestion)
        index = 0
        if question.kept is not None:
            index = answer.found.places([question.kept]).get(question.kept, 0)
        # A list keeps its current row wherever that is in the window, so what is around may show.
        view = range(max(0, index + 1 - question.rows), min(answer.total, index + question.rows))
        rows = self.desk.rows(answer, view, cancelled=overtaken)
        return Page(answer, index, rows, self._first(question, answer.query, rows.get(index)))

    def _first(self, question: Question, query: Query, row: Hit | None) -> Reading | None:
        """Read the current article too, so that list and article are painted at once."""
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        if self.search.overtaken(question) or row is None:
            return None
        try:
            return self._read(ToRead(row.id, query))
        except SearchError:
            return None  # asking for it by itself says why

    def _resolve(self, names: tuple[str, str]) -> tuple[ArticleId, ArticleId]:
        left, right = self.desk.resolve_each(*names)
        return left, right

    def _read(self, wanted: ToRead) -> Reading:
        return lit(self.desk.read(wanted.article), wanted.query)

    @staticmethod
    def _look(wanted: ToFind) -> Reading:
        from search import parse  # noqa: PLC0415 - loaded with the desk, after the first frame

        query = parse(wanted.text, typing=True) if wanted.text.strip() else None
        return lit(wanted.article, query)
