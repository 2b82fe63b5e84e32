"""Documents made by another process, while this one sends those that are made."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from search.engine.opensearch.writing import document_making
from search.engine.opensearch.writing.document_making import Made, make_document
from search.errors import SearchError
from search.processes.work_errors import PassedOnError
from search.processes.worker import AVAILABLE, Worker, cores, stop_workers, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.article import Article, Head
    from search.engine.archive_protocol import ArticleToPut

_MANY = 300
"""Articles from which on another process pays, which takes some tenths of a second to start."""
_BATCH = 8
"""Articles handed over at a time: some hundred kilobytes come back."""
_AHEAD = 16
"""Batches that lie with the process, so that it needn't wait while this one sends."""
_LOOK = 0.1
"""Seconds of a wait for answers."""
_FAILURES = (PassedOnError, SearchError, MemoryError, OSError)


def each_document(
    articles: Iterable[ArticleToPut], read: Callable[[Head], Article | None], count: int
) -> Iterator[tuple[ArticleToPut, Made]]:
    """Yield each article with what was made of it, in order.

    Where no other process can be had, or it fails or ends, this one goes on where it stopped: a
    fault that lies in an article is met again here. Bounded memory.

    Args:
        articles: asked for some hundred before they come.
        read: see `ArchiveWriter.put_changed`.
        count: how many they are, about.
    """
    articles = iter(articles)
    if count >= _MANY and AVAILABLE and cores() > 1:
        helper = _DocumentProcess(read)
        try:
            yield from helper.each(articles)
        finally:
            helper.close()
        for some in helper.away:
            for one in some:
                yield one, make_document(one, read)
    for one in articles:
        yield one, make_document(one, read)


class _DocumentProcess:
    """A helping process that makes documents.

    Attributes:
        away: what was handed over and hasn't come back, in batches.
    """

    def __init__(self, read: Callable[[Head], Article | None]) -> None:
        """Start it, if that can be."""
        self.away: deque[list[ArticleToPut]] = deque()
        self._worker: Worker | None = None
        with suppress(*_FAILURES):
            self._worker = Worker(document_making.__name__, document_making.ANSWERS, read)

    def each(self, articles: Iterator[ArticleToPut]) -> Iterator[tuple[ArticleToPut, Made]]:
        """Yield each with what was made of it; once the process fails, no more."""
        while self._worker is not None:
            while len(self.away) < _AHEAD and (batch := list(islice(articles, _BATCH))):
                self.away.append(batch)
                self._hand_over(batch)
            if not self.away:
                return
            for made in self._answers():
                yield from zip(self.away.popleft(), map(Made._make, made), strict=True)

    def close(self) -> None:
        """End it."""
        if self._worker is not None:
            stop_workers([self._worker], drop=True)
            self._worker = None

    def _hand_over(self, batch: list[ArticleToPut]) -> None:
        if self._worker is not None:
            try:
                self._worker.send("batch", batch)
            except _FAILURES:
                self.close()

    def _answers(self) -> Sequence[Sequence[tuple[str, str]]]:
        """Wait a moment for answers; give those that are there."""
        if self._worker is None:
            return []
        try:
            wait_for([self._worker], _LOOK)
            self._worker.flush()
            return [made for _, made in self._worker.answers()]
        except _FAILURES:
            self.close()
            return []
