"""Documents made by other processes, while this one sends those that are made."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from search.engine.opensearch.writing import document_making
from search.engine.opensearch.writing.document_making import Made, make_document
from search.errors import SearchError
from search.processes.work_errors import PassedOnError
from search.processes.worker import AVAILABLE, cores, start_workers, stop_workers, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from search.article import Article, Head
    from search.engine.archive_protocol import ArticleToPut
    from search.processes.worker import Worker

_MANY = 300
"""Articles from which on other processes pay, which take some tenths of a second to start."""
_MOST_PROCESSES = 2
"""As many as keep two processors busy; each takes some 80 MB."""
_BATCH = 8
"""Articles handed over at a time: some hundred kilobytes come back."""
_AHEAD = 8
"""Batches that lie with each process, so that it needn't wait while this one sends."""
_MOST_WORDS = 100_000
"""Words of the articles that lie with all processes, some megabytes of documents, but for one that has more."""
_USUAL_WORDS = 600
"""Words of an article of which the index keeps nothing."""
_LOOK = 0.1
"""Seconds of a wait for answers."""
_FAILURES = (PassedOnError, SearchError, MemoryError, OSError)


def each_document(
    articles: Iterable[ArticleToPut], read: Callable[[Head], Article | None], count: int
) -> Iterator[tuple[ArticleToPut, Made]]:
    """Yield each article with what was made of it, in order.

    Where no other process can be had, or one fails or ends, this one goes on where they stopped: a
    fault that lies in an article is met again here. Bounded memory.

    Args:
        articles: asked for some hundred before they come.
        read: see `ArchiveWriter.put_changed`.
        count: how many they are, about.
    """
    articles = iter(articles)
    if count >= _MANY and AVAILABLE and cores() > 1:
        helpers = _DocumentProcesses(read)
        try:
            yield from helpers.each(articles)
        finally:
            helpers.close()
        for one in helpers.left():
            yield one, make_document(one, read)
    for one in articles:
        yield one, make_document(one, read)


class _Batch(NamedTuple):
    """Articles that were handed over to a process."""

    worker: Worker
    articles: list[ArticleToPut]

    @property
    def words(self) -> int:
        """How many words they have, about."""
        return sum(one.kept.words if one.kept else _USUAL_WORDS for one in self.articles)


class _DocumentProcesses:
    """Helping processes that make documents."""

    def __init__(self, read: Callable[[Head], Article | None]) -> None:
        """Start them, if that can be."""
        self._workers: list[Worker] = []
        self._away: deque[_Batch] = deque()
        self._made: dict[Worker, deque[list[tuple[str, str]]]] = {}
        with suppress(*_FAILURES):
            self._workers = start_workers(
                _MOST_PROCESSES, document_making.__name__, document_making.ANSWERS, read
            )
            self._made = {worker: deque() for worker in self._workers}

    def each(self, articles: Iterator[ArticleToPut]) -> Iterator[tuple[ArticleToPut, Made]]:
        """Yield each with what was made of it; once a process fails, no more."""
        while self._workers:
            self._hand_over(articles)
            if not self._away:
                return
            batch = self._away[0]
            if made := self._made[batch.worker]:
                self._away.popleft()
                yield from zip(batch.articles, map(Made._make, made.popleft()), strict=True)
            else:
                self._wait()

    def left(self) -> Iterator[ArticleToPut]:
        """Yield what was handed over and didn't come back."""
        for batch in self._away:
            yield from batch.articles

    def close(self) -> None:
        """End them."""
        stop_workers(self._workers, drop=True)
        self._workers = []

    def _hand_over(self, articles: Iterator[ArticleToPut]) -> None:
        """Give each process as much as it may have; what is made waits for what comes before it."""
        most = _AHEAD * len(self._workers)
        words = sum(batch.words for batch in self._away)
        while self._workers and len(self._away) < most and words < _MOST_WORDS:
            batch = _Batch(min(self._workers, key=lambda one: one.away), [])
            for one in islice(articles, _BATCH):
                batch.articles.append(one)
                if words + batch.words >= _MOST_WORDS:
                    break
            if not batch.articles:
                return
            words += batch.words
            self._away.append(batch)
            with self._together():
                batch.worker.send("batch", batch.articles)

    def _wait(self) -> None:
        """Wait a moment for answers and take those that are there."""
        with self._together():
            wait_for(self._workers, _LOOK)
            for worker in self._workers:
                worker.flush()
                self._made[worker] += [made for _, made in worker.answers()]

    @contextmanager
    def _together(self) -> Iterator[None]:
        """End all processes if one fails."""
        try:
            yield
        except _FAILURES:
            self.close()
