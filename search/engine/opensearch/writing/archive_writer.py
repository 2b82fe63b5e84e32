"""Writing to an archive: changes gather in a file here until they are saved."""

from __future__ import annotations

import json
import tempfile
import time
from typing import IO, TYPE_CHECKING, Any, TypeVar

from search.engine.cancellation import never_cancelled
from search.engine.opensearch.archive_documents import FORMAT, document
from search.engine.opensearch.archive_query import ALL
from search.engine.opensearch.article_json import dump
from search.engine.opensearch.point_in_time import View
from search.engine.opensearch.writing.bulk_requests import BulkSender, Change
from search.engine.opensearch.writing.document_process import each_document
from search.engine.task_output import take_each
from search.errors import CancelledError
from search.library import KnownFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from search.article import Article, ArticleId, Head
    from search.engine.archive_protocol import ArticleToPut, PutOutcome, Rejected
    from search.engine.opensearch.archive_connection import Connection
    from search.engine.opensearch.archive_state import ArchiveState, Content
    from search.engine.opensearch.writing.archive_lock import ArchiveLock
    from search.library import FilesUpdate

T = TypeVar("T")
R = TypeVar("R")

_IN_MEMORY = 16 << 20
"""Bytes of changes that are held in memory; more lie in a temporary file."""


class ArchiveWriter:
    """See `search.engine.Writer`. What an archive rejects is in `rejected`, and the rest goes on.

    Args:
        connection: the way to the archive.
        state: what it says of itself.
        lock: the right to write, which is renewed.
        content: what it holds; it is brought up to date by `note`.
        anew: the index to write instead; empty to go on with the one there is.
    """

    def __init__(
        self,
        connection: Connection,
        state: ArchiveState,
        lock: ArchiveLock,
        content: Content,
        anew: str,
    ) -> None:
        self._connection = connection
        self._state = state
        self._lock = lock
        self.content = content
        self._index = anew or content.holder
        self.fresh = bool(anew) or not content.version
        self.rebuilt = "asked for" if anew else None
        self.gradual = not anew
        self.known = KnownFiles() if self.fresh else state.files(content.holder)
        self._sender = BulkSender(connection, self._index, lock.renew)
        self._saved = self._committed = False
        self._sent = 0
        self._open_changes()

    @property
    def rejected(self) -> Sequence[Rejected]:
        """What the archive didn't take of what was noted or committed."""
        return self._sender.refused

    def stamps(self) -> Iterator[tuple[str, str]]:
        """Yield id and digest of every article that was sent to the index that is written."""
        self._connection.send("POST", f"/{self._index}/_refresh")
        view = View(self._connection, self._index)
        try:
            for one in view.each(ALL, ["id", "digest"]):
                yield str(one.get("id", "")), str(one.get("digest", ""))
        finally:
            view.close()

    def put(self, article: Article) -> None:
        """Add an article; it is sent by `save`."""
        self._put(article.id, dump(document(article)))

    def put_changed(
        self,
        articles: Iterable[ArticleToPut],
        read: Callable[[Head], Article | None],
        count: int,
    ) -> Iterator[tuple[ArticleToPut, PutOutcome]]:
        """Add the articles that aren't as they were; they are sent by `save`."""
        for one, (outcome, text) in each_document(articles, read, count):
            if outcome == "put":
                self._put(one.head.id, text)
            yield one, outcome

    def put_each(
        self,
        tasks: Iterable[T],
        make: Callable[[T], Generator[Article, None, R]],
        count: int,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> Iterator[R]:
        """Add the articles of each task, one after another, in this process."""
        del count
        for task in tasks:
            if cancelled():
                raise CancelledError
            yield take_each(make(task), self.put)

    def remove(self, articles: Iterable[ArticleId]) -> None:
        """Remove articles; that is sent by `save`."""
        for one in articles:
            self._add(one, "")

    def save(self) -> list[Any]:
        """Send the changes so far; `note` and `commit` wait until they are there."""
        if self._changed:
            self._changes.seek(0)
            self._sender.send(_read(self._changes))
            self._saved = True
            self._changes.close()
            self._open_changes()
        return []

    def commit(self) -> None:
        """Send all changes, and wait until they are there."""
        self.save()
        self._sender.finish()
        self._saved = self._committed = True

    def note(self, update: FilesUpdate) -> None:
        """Have what was saved be found, and note the files it came from."""
        self._sender.finish()
        self._lock.renew()
        self._state.note(self._index, update, self.known)
        entries = {k: v for k, v in self.known.entries.items() if k not in update.gone}
        entries |= {entry.path: entry for entry in update.written}
        self.known = KnownFiles(entries, tuple(sorted(update.failures)), update.folder)
        content = self.content._replace(failures=self.known.failures, folder=update.folder)
        if self._saved and (self.gradual or self._committed):
            self._connection.send("POST", f"/{self._index}/_refresh")
            version = content.version + 1
            content = content._replace(holder=self._index, version=version, made_as=FORMAT)
            self._saved = False
        if content != self.content:
            self._state.keep(content)
            self.content = content

    def close(self) -> None:
        """Drop what isn't saved."""
        self._sender.close()
        self._changes.close()

    def _put(self, article: ArticleId, text: str) -> None:
        """Add a document, which is no empty one, with when it was sent: later than any before."""
        self._sent = max(self._sent + 1, time.time_ns() // 1_000)
        self._add(article, f'{text[:-1]},"sent":{self._sent}}}')

    def _add(self, name: str, text: str) -> None:
        self._lock.renew()
        self._changes.write(f"{json.dumps(name)}\n{text}\n".encode())
        self._changed = True

    def _open_changes(self) -> None:
        self._changes = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - closed by `close` or `save`
            _IN_MEMORY, prefix="diptych-"
        )
        self._changed = False


def _read(changes: IO[bytes]) -> Iterator[Change]:
    """Give the changes in a file: a line with the name of each, and one with its text."""
    lines = iter(changes)
    for name, text in zip(lines, lines, strict=True):
        yield Change(json.loads(name), text.decode().rstrip("\n"))
